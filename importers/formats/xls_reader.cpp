#include "importers/formats/xls_reader.h"

#include <freexl.h>

#include "importers/formats/bytes.h"
#include "importers/formats/cell_encoding.h"
#include "importers/formats/cell_text.h"
#include "importers/formats/sheet_book.h"
#include "importers/formats/sheet_number.h"

namespace confronta::importers {
namespace {

class Handle {
 public:
  explicit Handle(const std::string& path) : code_(freexl_open(path.c_str(), &handle_)) {}
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() { freexl_close(handle_); }
  const void* get() const { return handle_; }
  int code() const { return code_; }
  unsigned info(unsigned short what) const {
    unsigned value = 0;
    return freexl_get_info(handle_, what, &value) == FREEXL_OK ? value : 0;
  }

 private:
  const void* handle_ = nullptr;
  int code_;
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

class XlsGrid final : public SheetGrid {
 public:
  XlsGrid(const Handle& handle, unsigned short sheet) : handle_(handle) {
    freexl_select_active_worksheet(handle_.get(), sheet);
    if (freexl_worksheet_dimensions(handle_.get(), &rows_, &columns_) != FREEXL_OK) rows_ = 0;
  }

  Result<std::optional<SheetRow>> next() override {
    while (row_ < rows_) {
      SheetRow row{row_ + 1, {}};
      for (unsigned short column = 0; column < columns_; ++column) {
        FreeXL_CellValue cell{};
        if (freexl_get_cell_value(handle_.get(), row_, column, &cell) != FREEXL_OK) continue;
        std::string text = cell_text(cell);
        if (text.empty()) continue;
        row.cells.resize(column + std::size_t{1});
        row.cells.back() = std::move(text);
      }
      ++row_;
      if (!row.cells.empty()) return std::optional{std::move(row)};
    }
    return std::optional<SheetRow>{};
  }
  const std::vector<MergedCells>& merged() const override { return merged_; }

 private:
  const Handle& handle_;
  unsigned rows_ = 0;
  unsigned short columns_ = 0;
  unsigned row_ = 0;
  std::vector<MergedCells> merged_;
};

class XlsBook final : public SheetBook {
 public:
  XlsBook(std::unique_ptr<Handle> handle, std::uint64_t bytes)
      : handle_(std::move(handle)), bytes_(bytes) {
    const unsigned count = handle_->info(FREEXL_BIFF_SHEET_COUNT);
    for (unsigned i = 0; i < count; ++i) {
      const char* name = nullptr;
      freexl_get_worksheet_name(handle_->get(), static_cast<unsigned short>(i), &name);
      sheets_.push_back({name ? to_utf8(name) : std::string{}, false});
    }
  }

  const std::vector<Sheet>& sheets() const override { return sheets_; }
  Result<std::unique_ptr<SheetGrid>> open(std::size_t sheet) override {
    return std::unique_ptr<SheetGrid>{new XlsGrid{*handle_, static_cast<unsigned short>(sheet)}};
  }
  std::string_view format() const override { return "xls"; }
  std::pair<std::uint64_t, std::uint64_t> progress() const override { return {bytes_, bytes_}; }

 private:
  std::unique_ptr<Handle> handle_;
  std::uint64_t bytes_;
  std::vector<Sheet> sheets_;
};

}  // namespace

Result<std::unique_ptr<RowSource>> open_xls(const std::string& path, const ReadOptions& options) {
  const Location where{path, "", 0, ""};
  const auto file = open_bytes(path);
  if (!file) return file.error();
  const std::uint64_t bytes = file.value()->progress().second;
  if (bytes > max_xls_bytes)
    return Error{"file.too_large", {std::to_string(max_xls_bytes >> 20)}, where};
  auto handle = std::make_unique<Handle>(path);
  if (handle->code() == FREEXL_BIFF_WORKBOOK_NOT_FOUND) return Error{"xls.no_workbook", {}, where};
  if (handle->code() != FREEXL_OK)
    return Error{"xls.damaged", {std::to_string(handle->code())}, where};
  if (handle->info(FREEXL_BIFF_PASSWORD) == FREEXL_BIFF_OBFUSCATED)
    return Error{"xls.encrypted", {}, where};
  return read_book(std::make_unique<XlsBook>(std::move(handle), bytes), path, options);
}

}  // namespace confronta::importers
