#include "importers/formats/sheet_book.h"

#include <algorithm>
#include <optional>

namespace confronta::importers {
namespace {

class BookReader final : public RowSource {
 public:
  BookReader(std::unique_ptr<SheetBook> book, std::string path, ReadOptions options)
      : book_(std::move(book)), path_(std::move(path)), options_(std::move(options)) {}

  Status start() {
    const auto& sheets = book_->sheets();
    if (!options_.sheet.empty() &&
        std::none_of(sheets.begin(), sheets.end(),
                     [&](const auto& sheet) { return sheet.name == options_.sheet; })) {
      std::string names;
      for (const auto& sheet : sheets) names += (names.empty() ? "" : ", ") + sheet.name;
      return Error{"sheet.no_such_sheet", {options_.sheet, names}, {path_, options_.sheet, 0, ""}};
    }
    const auto found = next_table();
    if (!found) return found.error();
    if (!found.value()) return Error{"file.no_header", {}, {path_, "", options_.header_row, ""}};
    return success();
  }

  Result<std::optional<ReadRow>> next() override {
    while (table_) {
      auto row = table_->next();
      if (!row || row.value()) return row;
      const auto found = next_table();
      if (!found) return found.error();
    }
    return std::optional<ReadRow>{};
  }
  Result<bool> next_table() override {
    table_.reset();
    for (; at_ < book_->sheets().size(); ++at_) {
      const SheetBook::Sheet& sheet = book_->sheets()[at_];
      const bool asked_for = sheet.name == options_.sheet;
      if (!options_.sheet.empty() && !asked_for) continue;
      if (sheet.hidden && !asked_for && options_.expected_columns.empty()) continue;
      auto grid = book_->open(at_);
      if (!grid) return grid.error();
      auto table = std::make_unique<SheetTable>(std::move(grid).value(), sheet.name);
      const auto has_header = table->start(options_);
      if (!has_header) return has_header.error();
      if (!has_header.value()) continue;
      const bool only = book_->sheets().size() == 1;
      if (!asked_for && !only && table->columns().size() < 2) continue;
      if (!asked_for && sheet.hidden && table->matches() < 2) continue;
      ++at_;
      columns_ = table->columns();
      table_ = std::move(table);
      return true;
    }
    return false;
  }

  const std::vector<std::string>& columns() const override { return columns_; }
  std::string_view format() const override { return book_->format(); }
  std::pair<std::uint64_t, std::uint64_t> progress() const override { return book_->progress(); }

 private:
  std::unique_ptr<SheetBook> book_;
  std::string path_;
  ReadOptions options_;
  std::size_t at_ = 0;  // the next sheet
  std::unique_ptr<SheetTable> table_;
  std::vector<std::string> columns_;  // of the last sheet that was read, when it has ended too
};

}  // namespace

Result<std::unique_ptr<RowSource>> read_book(std::unique_ptr<SheetBook> book,
                                             const std::string& path, const ReadOptions& options) {
  auto reader = std::make_unique<BookReader>(std::move(book), path, options);
  if (const auto started = reader->start(); !started) return started.error();
  return std::unique_ptr<RowSource>{std::move(reader)};
}

}  // namespace confronta::importers
