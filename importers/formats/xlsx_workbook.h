#pragma once
// What an XLSX package holds beside its cells: sheets, styles, shared texts (ECMA-376 part 1, 18).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "importers/formats/sheet_number.h"
#include "importers/formats/zip_package.h"
#include "models/domain/result.h"

namespace confronta::importers {

struct XlsxSheet {
  std::string name;
  std::string part;
  bool hidden = false;
};

struct XlsxWorkbook {
  std::vector<XlsxSheet> sheets;  // worksheets in their order; chart sheets left out
  std::string shared_texts_part;  // "" if there are none
  std::string styles_part;        // "" if there is none
  bool from_1904 = false;
};

/// Follows the package's relationships from its root to the workbook and its parts. Errors:
/// "xlsx.no_workbook" (a zip archive of another kind), those of ZipPackage::part and XmlStream.
Result<XlsxWorkbook> read_workbook(ZipPackage& package, const std::string& path);

/// How each cell format (the number in a cell's attribute `s`) shows numbers.
Result<std::vector<NumberStyle>> read_styles(ZipPackage& package, const std::string& part);

/// The texts that cells share, held in memory.
class SharedTexts {
 public:
  /// Together they may have this many bytes.
  static constexpr std::size_t max_bytes = std::size_t{512} << 20;
  /// Errors: "xlsx.too_many_texts", those of ZipPackage::part and XmlStream.
  static Result<SharedTexts> read(ZipPackage& package, const std::string& part,
                                  std::size_t limit = max_bytes);
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t index) const {
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view{bytes_}.substr(begin, ends_[index] - begin);
  }

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
};

/// Text with the escapes of spreadsheets read: "_x000D_" is a carriage return.
std::string read_sheet_escapes(std::string_view text);

}  // namespace confronta::importers
