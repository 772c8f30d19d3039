#include "importers/formats/html_reader.h"

#include <algorithm>
#include <deque>

#include "importers/formats/cell_text.h"
#include "importers/formats/encoding.h"
#include "importers/formats/header.h"
#include "importers/formats/html_table.h"

namespace confronta::importers {
namespace {

constexpr std::size_t header_rows = 50;

RejectedRow rejected_row(const char* code, std::string raw, std::size_t cells, std::size_t columns,
                         const Location& where) {
  RejectedRow rejected;
  rejected.reason = {code, {std::to_string(cells), std::to_string(columns)}, where};
  rejected.hint = std::string{"hint."} + code;
  rejected.raw = std::move(raw);
  return rejected;
}

ReadRow named_row(std::vector<std::string> cells, std::string raw,
                  const std::vector<std::string>& columns, const Location& where) {
  for (std::size_t i = columns.size(); i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    RejectedRow rejected =
        rejected_row("html.too_many_cells", std::move(raw), cells.size(), columns.size(), where);
    rejected.reason.where.column = column_letters(i);
    rejected.value = std::move(cells[i]);
    return rejected;
  }
  cells.resize(columns.size());
  SourceRow row;
  row.row = where.row;
  row.raw = std::move(raw);
  row.fields.reserve(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i)
    row.fields.push_back({columns[i], std::move(cells[i])});
  return row;
}

class HtmlReader final : public RowSource {
 public:
  HtmlReader(std::unique_ptr<ByteSource> text, std::string path)
      : cutter_(std::move(text)), path_(std::move(path)) {}

  Status start(const ReadOptions& options) {
    std::vector<HeaderRow> first;
    while (first.size() < header_rows || row_ < options.header_row) {
      auto laid = lay_next();
      if (!laid) return laid.error();
      if (!laid.value()) break;
      first.push_back({laid.value()->number, laid.value()->cells});
      waiting_.push_back(*std::move(laid).value());
    }
    if (first.empty()) return Error{"html.no_table", {}, {path_, "", 0, ""}};
    auto header = find_header(first, options.header_row, options.expected_columns);
    if (!header) return Error{"file.no_header", {}, {path_, "", options.header_row, ""}};
    columns_ = std::move(header->names);
    header_cells_ = first[header->index].cells;
    waiting_.erase(waiting_.begin(),
                   waiting_.begin() + static_cast<std::ptrdiff_t>(header->index) + 1);
    return success();
  }

  Result<std::optional<ReadRow>> next() override {
    for (;;) {
      Laid row;
      if (!waiting_.empty()) {
        row = std::move(waiting_.front());
        waiting_.pop_front();
      } else {
        auto laid = lay_next();
        if (!laid) return laid.error();
        if (!laid.value()) return std::optional<ReadRow>{};
        row = *std::move(laid).value();
      }
      const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                     [](const std::string& cell) { return cell.empty(); });
      if (blank || row.cells == header_cells_) continue;
      return std::optional{named_row(std::move(row.cells), std::move(row.raw), columns_,
                                     {path_, "", row.number, ""})};
    }
  }
  const std::vector<std::string>& columns() const override { return columns_; }
  std::string_view format() const override { return "html"; }
  std::pair<std::uint64_t, std::uint64_t> progress() const override { return cutter_.progress(); }

 private:
  /// A row with its cells laid over the columns.
  struct Laid {
    std::uint64_t number = 0;
    std::string raw;
    std::vector<std::string> cells;
  };
  struct Reach {  // of a cell down into the next rows
    std::uint32_t rows = 0;
    std::string text;
  };

  Result<std::optional<Laid>> lay_next() {
    auto cut = cutter_.next();
    if (!cut) {
      Error error = cut.error();
      error.where = {path_, "", row_ + 1, ""};
      return error;
    }
    if (!cut.value()) return std::optional<Laid>{};
    Laid laid{++row_, std::move(cut.value()->raw), {}};
    if (cut.value()->new_table) reaches_.clear();
    const auto from_above = [&] {
      while (laid.cells.size() < reaches_.size() && reaches_[laid.cells.size()].rows > 0) {
        Reach& reach = reaches_[laid.cells.size()];
        --reach.rows;
        laid.cells.push_back(reach.text);
      }
    };
    for (const HtmlCell& cell : html_cells(laid.raw)) {
      from_above();
      for (std::uint32_t k = 0; k < cell.columns; ++k) {
        if (cell.rows > 1) {
          if (reaches_.size() <= laid.cells.size()) reaches_.resize(laid.cells.size() + 1);
          reaches_[laid.cells.size()] = {cell.rows - 1, k == 0 ? cell.text : ""};
        }
        laid.cells.push_back(k == 0 ? cell.text : "");
      }
    }
    from_above();
    return std::optional{std::move(laid)};
  }

  HtmlRowCutter cutter_;
  std::string path_;
  std::uint64_t row_ = 0;
  std::vector<Reach> reaches_;
  std::deque<Laid> waiting_;
  std::vector<std::string> columns_;
  std::vector<std::string> header_cells_;
};

}  // namespace

Result<std::unique_ptr<RowSource>> open_html(const std::string& path, const ReadOptions& options) {
  auto text = open_text(path, options.encoding);
  if (!text) return text.error();
  return open_html_rows(std::move(text).value(), path, options);
}

Result<std::unique_ptr<RowSource>> open_html_rows(std::unique_ptr<ByteSource> text,
                                                  const std::string& path,
                                                  const ReadOptions& options) {
  auto reader = std::make_unique<HtmlReader>(std::move(text), path);
  if (const auto started = reader->start(options); !started) return started.error();
  return std::unique_ptr<RowSource>{std::move(reader)};
}

ReadRow read_html_row(std::string_view raw, const std::vector<std::string>& columns,
                      const Location& where) {
  std::vector<std::string> cells;
  for (HtmlCell& cell : html_cells(raw)) {
    cells.push_back(std::move(cell.text));
    cells.resize(cells.size() + cell.columns - 1);
  }
  if (cells.size() < columns.size())
    return rejected_row("html.too_few_cells", std::string{raw}, cells.size(), columns.size(),
                        where);
  return named_row(std::move(cells), std::string{raw}, columns, where);
}

}  // namespace confronta::importers
