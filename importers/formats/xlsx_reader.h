#pragma once
// XLSX workbooks as a stream of rows.

#include <memory>
#include <string>

#include "importers/formats/row_source.h"
#include "importers/formats/zip_package.h"

namespace confronta::importers {

/// Every visible sheet that has a header, one after the other; ReadOptions::sheet takes one, hidden
/// or not. A sheet of a single column is read only if it is the only one; a hidden sheet (most hold
/// the lists to choose from) only if its header has at least two of the expected columns. Rows that
/// a filter hides are rows like all others.
///
/// Errors: "xlsx.damaged_zip", "xlsx.damaged_part", "xlsx.no_part", "xlsx.no_workbook",
/// "xlsx.bad_xml", "xlsx.bad_cell", "xlsx.too_large", "xlsx.bad_ratio", "xlsx.too_many_texts",
/// "sheet.no_such_sheet", "file.no_header".
Result<std::unique_ptr<RowSource>> open_xlsx(const std::string& path, const ReadOptions& options,
                                             ZipLimits limits = {});

}  // namespace confronta::importers
