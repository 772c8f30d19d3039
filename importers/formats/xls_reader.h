#pragma once
// Old Excel workbooks (BIFF 2 to 8) as a stream of rows, through FreeXL.

#include <cstdint>
#include <memory>
#include <string>

#include "importers/formats/row_source.h"

namespace confronta::importers {

/// FreeXL and we hold the whole file in memory, so its size is limited.
inline constexpr std::uint64_t max_xls_bytes = std::uint64_t{256} << 20;

/// Sheets as in open_xlsx; which ones are hidden, and which cells merged, FreeXL does not say.
/// Errors: those of open_bytes, "file.too_large", "xls.damaged", "xls.encrypted",
/// "xls.no_workbook", "sheet.no_such_sheet", "file.no_header".
Result<std::unique_ptr<RowSource>> open_xls(const std::string& path, const ReadOptions& options);

}  // namespace confronta::importers
