#pragma once
// The grid of a spreadsheet -> rows of named fields; the same for XLSX and XLS.

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/formats/row_source.h"

namespace confronta::importers {

/// A row that has text; its cells from column A to the last one with text, trimmed.
struct SheetRow {
  std::uint64_t number = 0;  // 1-based, as the sheet counts
  std::vector<std::string> cells;
};

/// Cells that are merged into one, from 0. The text stands in the first.
struct MergedCells {
  std::uint64_t first_row = 0;
  std::uint64_t last_row = 0;
  std::size_t first_column = 0;
  std::size_t last_column = 0;
};

/// One sheet, row by row. Rows without text are left out.
class SheetGrid {
 public:
  virtual ~SheetGrid() = default;
  virtual Result<std::optional<SheetRow>> next() = 0;
  virtual const std::vector<MergedCells>& merged() const = 0;
};

/// One sheet as a table. In the rows of the header a merged cell's text counts for all its cells.
class SheetTable {
 public:
  SheetTable(std::unique_ptr<SheetGrid> grid, std::string sheet)
      : grid_(std::move(grid)), sheet_(std::move(sheet)) {}

  /// Reads as far as the header. False if the sheet has none: no row with text.
  Result<bool> start(const ReadOptions& options);
  Result<std::optional<ReadRow>> next();
  const std::vector<std::string>& columns() const { return columns_; }
  /// Columns that are among the expected ones.
  std::size_t matches() const { return matches_; }

 private:
  std::unique_ptr<SheetGrid> grid_;
  std::string sheet_;
  std::deque<SheetRow> waiting_;
  std::vector<std::string> columns_;
  std::size_t matches_ = 0;
};

/// A row with its cells named. A text to the right of the header's columns keeps the letters of its
/// column as its name. `raw` is the JSON array of the cells' texts.
SourceRow named_sheet_row(SheetRow row, const std::string& sheet,
                          const std::vector<std::string>& columns);

/// The same from `raw`; rejected ("json.bad_element") if it is no array of texts.
ReadRow read_sheet_row(std::string_view raw, const std::vector<std::string>& columns,
                       const Location& where);

}  // namespace confronta::importers
