#pragma once
// The sheets of a workbook, one after the other; the same for XLSX and XLS.

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "importers/formats/row_source.h"
#include "importers/formats/sheet_table.h"

namespace confronta::importers {

/// A workbook that is open.
class SheetBook {
 public:
  virtual ~SheetBook() = default;
  struct Sheet {
    std::string name;
    bool hidden = false;
  };
  virtual const std::vector<Sheet>& sheets() const = 0;
  virtual Result<std::unique_ptr<SheetGrid>> open(std::size_t sheet) = 0;
  virtual std::string_view format() const = 0;
  virtual std::pair<std::uint64_t, std::uint64_t> progress() const = 0;
};

/// The rows of the sheets that are to be read (see open_xlsx). Errors: those of SheetBook::open,
/// "sheet.no_such_sheet", "file.no_header".
Result<std::unique_ptr<RowSource>> read_book(std::unique_ptr<SheetBook> book,
                                             const std::string& path, const ReadOptions& options);

}  // namespace confronta::importers
