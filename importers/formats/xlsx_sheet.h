#pragma once
// The cells of one worksheet of an XLSX package.

#include <memory>
#include <vector>

#include "importers/formats/sheet_table.h"
#include "importers/formats/xlsx_workbook.h"

namespace confronta::importers {

/// What cells refer to; must outlive the grids.
struct XlsxContext {
  SharedTexts texts;
  std::vector<NumberStyle> styles;
  bool from_1904 = false;
};

/// Opens a worksheet. It is read twice: merged cells stand behind the rows, and a damaged sheet is
/// found out before the first row is given. Booleans are "true" and "false", errors (#N/A) are
/// empty texts, formulas their last values.
///
/// Errors: those of ZipPackage::part and XmlStream; "xlsx.bad_cell" for a cell that refers to a
/// shared text that is not there or lies outside of every sheet.
Result<std::unique_ptr<SheetGrid>> open_xlsx_sheet(ZipPackage& package, const XlsxSheet& sheet,
                                                   const XlsxContext& context);

}  // namespace confronta::importers
