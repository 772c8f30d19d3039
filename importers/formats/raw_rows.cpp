#include "importers/formats/raw_rows.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "importers/formats/csv_reader.h"
#include "importers/formats/html_reader.h"
#include "importers/formats/json_text.h"
#include "importers/formats/sheet_table.h"

namespace confronta::importers {
namespace {

using ReadRaw = std::function<ReadRow(const RetryRow&)>;

class RawRows final : public RowSource {
 public:
  RawRows(std::string format, std::vector<std::string> columns, std::vector<RetryRow> rows,
          ReadRaw read)
      : format_(std::move(format)),
        columns_(std::move(columns)),
        rows_(std::move(rows)),
        read_(std::move(read)) {}

  Result<std::optional<ReadRow>> next() override {
    if (at_ == rows_.size()) return std::optional<ReadRow>{};
    const RetryRow& raw = rows_[at_++];
    ReadRow read = read_(raw);
    if (auto* row = std::get_if<SourceRow>(&read)) {
      row->sheet = raw.sheet;
      row->row = raw.row;
    } else {
      auto& rejected = std::get<RejectedRow>(read);
      rejected.raw = raw.raw;
      rejected.reason.where.sheet = raw.sheet;
      rejected.reason.where.row = raw.row;
    }
    return std::optional{std::move(read)};
  }
  const std::vector<std::string>& columns() const override { return columns_; }
  std::string_view format() const override { return format_; }
  std::pair<std::uint64_t, std::uint64_t> progress() const override { return {at_, rows_.size()}; }

 private:
  std::string format_;
  std::vector<std::string> columns_;
  std::vector<RetryRow> rows_;
  ReadRaw read_;
  std::size_t at_ = 0;
};

Location place(const RetryRow& raw) { return {"", raw.sheet, raw.row, ""}; }

/// A stored row has no line behind it; a lone carriage return in it belongs to a cell.
CsvCut cut_raw(const std::string& raw, char delimiter, CsvRow& row) {
  return cut_csv_row(raw, true, {delimiter, false}, row);
}

char delimiter_of(const std::vector<RetryRow>& rows, std::size_t columns) {
  char best = ',';
  std::pair<std::size_t, std::size_t> most{};  // rows that fit, cells in all
  for (const char delimiter : {',', ';', '\t', '|'}) {
    std::pair<std::size_t, std::size_t> count{};
    CsvRow row;
    for (const RetryRow& raw : rows) {
      if (cut_raw(raw.raw, delimiter, row) != CsvCut::row) continue;
      count.first += row.cells.size() == columns ? 1 : 0;
      count.second += row.cells.size();
    }
    if (count > most) {
      best = delimiter;
      most = count;
    }
  }
  return best;
}

ReadRow read_csv(const RetryRow& raw, char delimiter, const std::vector<std::string>& columns) {
  CsvRow row;
  // What follows a first whole row would be lost: a stored row is one row.
  if (cut_raw(raw.raw, delimiter, row) != CsvCut::row || row.next != raw.raw.size())
    return csv_unclosed_row(raw.raw, row, place(raw));
  return csv_read_row(raw.raw, row, columns, place(raw));
}

}  // namespace

std::unique_ptr<RowSource> rows_from_raw(const std::string& format,
                                         const std::vector<std::string>& columns,
                                         std::vector<RetryRow> rows) {
  ReadRaw read;
  if (format == "json" || format == "jsonl") {
    read = [](const RetryRow& raw) { return read_json_object(raw.raw, place(raw)); };
  } else if (format == "html") {
    read = [columns](const RetryRow& raw) { return read_html_row(raw.raw, columns, place(raw)); };
  } else if (format == "xlsx" || format == "xls") {
    read = [columns](const RetryRow& raw) { return read_sheet_row(raw.raw, columns, place(raw)); };
  } else {
    read = [columns, delimiter = delimiter_of(rows, columns.size())](const RetryRow& raw) {
      return read_csv(raw, delimiter, columns);
    };
  }
  return std::make_unique<RawRows>(format, columns, std::move(rows), std::move(read));
}

}  // namespace confronta::importers
