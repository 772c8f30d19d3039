#include "importers/formats/xls_contents.h"

#include <freexl.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <functional>

#include "importers/formats/apart.h"
#include "importers/formats/cell_encoding.h"
#include "importers/formats/cell_text.h"
#include "importers/formats/sheet_number.h"
#include "importers/formats/xls_reader.h"

namespace confronta::importers {
namespace {

using Write = std::function<void(std::string_view)>;

// What goes through the pipe: FreeXL's code, whether there is a password, and for each sheet its
// name and its cells, each as row + 1, column, text; row 0 ends a sheet. Both ends are one program
// on one machine, so numbers go as they lie in memory.
constexpr std::uint64_t most_piped = std::uint64_t{2} << 30;
constexpr unsigned most_rows = 65536;  // of the format
constexpr unsigned short most_columns = 256;

void put(const Write& write, std::uint32_t number) {
  write({reinterpret_cast<const char*>(&number), sizeof number});
}

void put(const Write& write, std::string_view text) {
  put(write, static_cast<std::uint32_t>(text.size()));
  write(text);
}

/// Takes what put() gave. The child may have been led astray by the file without crashing, so
/// nothing it says is trusted: beyond the end all is 0 or empty.
class Piped {
 public:
  explicit Piped(std::string_view bytes) : rest_(bytes) {}
  std::uint32_t number() {
    std::uint32_t value = 0;
    if (rest_.size() < sizeof value) return 0;
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
    return value;
  }
  std::string text() {
    const std::size_t size = std::min<std::size_t>(number(), rest_.size());
    std::string value{rest_.substr(0, size)};
    rest_.remove_prefix(size);
    return value;
  }

 private:
  std::string_view rest_;
};

/// FreeXL's "YYYY-MM-DD HH:MM:SS" in the form that all sheets give.
std::string date_text(std::string text) {
  if (text.size() == 19 && text[10] == ' ') {
    text[10] = 'T';
    if (text.ends_with("T00:00:00")) text.resize(10);
  }
  return text;
}

std::string cell_text(const FreeXL_CellValue& cell) {
  switch (cell.type) {
    case FREEXL_CELL_INT: return std::to_string(cell.value.int_value);
    case FREEXL_CELL_DOUBLE: return sheet_number(cell.value.double_value);
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT: {
      const std::string text = to_utf8(cell.value.text_value ? cell.value.text_value : "");
      return std::string{trimmed(text)};
    }
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME: return date_text(cell.value.text_value ? cell.value.text_value : "");
    default: return {};
  }
}

void write_cells(const void* handle, const Write& write) {
  unsigned rows = 0;
  unsigned short columns = 0;
  if (freexl_worksheet_dimensions(handle, &rows, &columns) != FREEXL_OK) rows = 0;
  rows = std::min(rows, most_rows);
  columns = std::min(columns, most_columns);
  for (unsigned row = 0; row < rows; ++row)
    for (unsigned short column = 0; column < columns; ++column) {
      FreeXL_CellValue cell{};
      if (freexl_get_cell_value(handle, row, column, &cell) != FREEXL_OK) continue;
      const std::string text = cell_text(cell);
      if (text.empty()) continue;
      put(write, row + 1);
      put(write, column);
      put(write, text);
    }
  put(write, 0);
}

unsigned info(const void* handle, unsigned short what) {
  unsigned value = 0;
  return freexl_get_info(handle, what, &value) == FREEXL_OK ? value : 0;
}

void write_workbook(const std::string& path, const Write& write) {
  const void* handle = nullptr;
  const int code = freexl_open(path.c_str(), &handle);
  put(write, static_cast<std::uint32_t>(code));
  if (code != FREEXL_OK) return;
  put(write, info(handle, FREEXL_BIFF_PASSWORD));
  const unsigned sheets = info(handle, FREEXL_BIFF_SHEET_COUNT);
  put(write, sheets);
  for (unsigned i = 0; i < sheets; ++i) {
    const char* name = nullptr;
    freexl_get_worksheet_name(handle, static_cast<unsigned short>(i), &name);
    put(write, name ? to_utf8(name) : std::string{});
    freexl_select_active_worksheet(handle, static_cast<unsigned short>(i));
    write_cells(handle, write);
  }
}

XlsContents::Sheet sheet_of(Piped& piped) {
  XlsContents::Sheet sheet{piped.text(), {}};
  for (std::uint32_t row = piped.number(); row != 0; row = piped.number()) {
    const std::size_t column = piped.number() % most_columns;
    if (sheet.rows.empty() || sheet.rows.back().number != row) sheet.rows.push_back({row, {}});
    SheetRow& cells = sheet.rows.back();
    cells.cells.resize(std::max(cells.cells.size(), column + 1));
    cells.cells[column] = piped.text();
  }
  return sheet;
}

}  // namespace

Result<XlsContents> read_xls_apart(const std::string& path) {
  const Location where{path, "", 0, ""};
  const auto bytes = run_apart(
      [&](const Write& write) {
        std::string block;  // cells are small: a system call each would be slow
        const auto gather = [&](std::string_view more) {
          block += more;
          if (block.size() < (1U << 16)) return;
          write(block);
          block.clear();
        };
        write_workbook(path, gather);
        write(block);
      },
      most_piped);
  if (!bytes) return Error{"xls.damaged", {"-"}, where};
  Piped piped{*bytes};
  const int code = static_cast<int>(piped.number());
  if (code == FREEXL_BIFF_WORKBOOK_NOT_FOUND) return Error{"xls.no_workbook", {}, where};
  if (code != FREEXL_OK) return Error{"xls.damaged", {std::to_string(code)}, where};
  if (piped.number() == FREEXL_BIFF_OBFUSCATED) return Error{"xls.encrypted", {}, where};
  XlsContents contents;
  for (std::uint32_t left = piped.number() & 0xFFFF; left > 0; --left)
    contents.sheets.push_back(sheet_of(piped));
  return contents;
}

}  // namespace confronta::importers
