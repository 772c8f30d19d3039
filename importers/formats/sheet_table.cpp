#include "importers/formats/sheet_table.h"

#include <algorithm>
#include <set>

#include "importers/formats/cell_text.h"
#include "importers/formats/header.h"
#include "importers/formats/json_text.h"

namespace confronta::importers {
namespace {

constexpr std::size_t header_rows = 50;

/// The first rows with merged cells filled, and rows of groups over columns marked.
std::vector<HeaderRow> filled_rows(const std::deque<SheetRow>& rows,
                                   const std::vector<MergedCells>& merged) {
  std::vector<HeaderRow> filled;
  std::size_t width = 0;
  for (const SheetRow& row : rows) {
    filled.push_back({row.number, row.cells});
    width = std::max(width, row.cells.size());
  }
  for (const MergedCells& merge : merged) {
    std::string text;
    for (HeaderRow& row : filled) {
      if (row.number - 1 < merge.first_row || row.number - 1 > merge.last_row) continue;
      if (row.number - 1 == merge.first_row && merge.first_column < row.cells.size())
        text = row.cells[merge.first_column];
      if (text.empty()) continue;
      // Decoration may be merged far to the right of the table.
      const std::size_t last = std::min(merge.last_column, width > 0 ? width - 1 : 0);
      if (row.cells.size() <= last) row.cells.resize(last + 1);
      for (std::size_t i = merge.first_column; i <= last; ++i) row.cells[i] = text;
      row.group = row.group || last > merge.first_column;
    }
  }
  for (HeaderRow& row : filled) {
    // A title merged over the table is one text; groups are several, over half of it or more.
    std::set<std::string_view> different;
    std::size_t texts = 0;
    for (const std::string& cell : row.cells) {
      if (cell.empty()) continue;
      different.insert(cell);
      ++texts;
    }
    row.group = row.group && different.size() > 1 && texts * 2 >= width;
  }
  return filled;
}

}  // namespace

Result<bool> SheetTable::start(const ReadOptions& options) {
  while (waiting_.size() < header_rows ||
         (!waiting_.empty() && waiting_.back().number < options.header_row)) {
    auto row = grid_->next();
    if (!row) return row.error();
    if (!row.value()) break;
    waiting_.push_back(*std::move(row).value());
  }
  const std::vector<HeaderRow> first = filled_rows(waiting_, grid_->merged());
  auto header = find_header(first, options.header_row, options.expected_columns);
  if (!header) return false;
  columns_ = std::move(header->names);
  matches_ = header->matches;
  waiting_.erase(waiting_.begin(),
                 waiting_.begin() + static_cast<std::ptrdiff_t>(header->index) + 1);
  return true;
}

Result<std::optional<ReadRow>> SheetTable::next() {
  SheetRow row;
  if (!waiting_.empty()) {
    row = std::move(waiting_.front());
    waiting_.pop_front();
  } else {
    auto read = grid_->next();
    if (!read) return read.error();
    if (!read.value()) return std::optional<ReadRow>{};
    row = *std::move(read).value();
  }
  return std::optional<ReadRow>{named_sheet_row(std::move(row), sheet_, columns_)};
}

SourceRow named_sheet_row(SheetRow row, const std::string& sheet,
                          const std::vector<std::string>& columns) {
  SourceRow named;
  named.sheet = sheet;
  named.row = row.number;
  named.raw = json_array(row.cells);
  named.fields.reserve(std::max(columns.size(), row.cells.size()));
  for (std::size_t i = 0; i < columns.size(); ++i)
    named.fields.push_back(
        {columns[i], i < row.cells.size() ? std::move(row.cells[i]) : std::string{}});
  for (std::size_t i = columns.size(); i < row.cells.size(); ++i) {
    if (row.cells[i].empty()) continue;
    std::string name = column_letters(i);
    while (named.find(name)) name += "#";
    named.fields.push_back({std::move(name), std::move(row.cells[i])});
  }
  return named;
}

ReadRow read_sheet_row(std::string_view raw, const std::vector<std::string>& columns,
                       const Location& where) {
  auto cells = read_json_array(raw);
  if (!cells) {
    RejectedRow rejected;
    rejected.reason = {"json.bad_element", {"0"}, where};
    rejected.hint = "hint.json.bad_element";
    rejected.raw = raw;
    return rejected;
  }
  return named_sheet_row({where.row, *std::move(cells)}, where.sheet, columns);
}

}  // namespace confronta::importers
