#pragma once
// All cells of an old Excel workbook, read by FreeXL in a process of its own.

#include <string>
#include <vector>

#include "importers/formats/sheet_table.h"
#include "models/domain/result.h"

namespace confronta::importers {

struct XlsContents {
  struct Sheet {
    std::string name;
    std::vector<SheetRow> rows;  // those with a cell that is not empty
  };
  std::vector<Sheet> sheets;
};

/// FreeXL trusts the lengths that stand in the file and reads past its buffers where they lie
/// (found by AddressSanitizer on damaged files); in a process of its own that costs the file, not
/// the import. Errors: "xls.damaged", "xls.encrypted", "xls.no_workbook". See run_apart for
/// threads.
Result<XlsContents> read_xls_apart(const std::string& path);

}  // namespace confronta::importers
