#include "importers/formats/xls_reader.h"

#include "importers/formats/bytes.h"
#include "importers/formats/sheet_book.h"
#include "importers/formats/xls_contents.h"

namespace confronta::importers {
namespace {

class XlsGrid final : public SheetGrid {
 public:
  explicit XlsGrid(const std::vector<SheetRow>& rows) : rows_(rows) {}

  Result<std::optional<SheetRow>> next() override {
    if (row_ == rows_.size()) return std::optional<SheetRow>{};
    return std::optional{rows_[row_++]};
  }
  const std::vector<MergedCells>& merged() const override { return merged_; }

 private:
  const std::vector<SheetRow>& rows_;
  std::size_t row_ = 0;
  std::vector<MergedCells> merged_;
};

class XlsBook final : public SheetBook {
 public:
  XlsBook(XlsContents contents, std::uint64_t bytes) : bytes_(bytes) {
    for (XlsContents::Sheet& sheet : contents.sheets) {
      sheets_.push_back({std::move(sheet.name), false});
      rows_.push_back(std::move(sheet.rows));
    }
  }

  const std::vector<Sheet>& sheets() const override { return sheets_; }
  Result<std::unique_ptr<SheetGrid>> open(std::size_t sheet) override {
    return std::unique_ptr<SheetGrid>{new XlsGrid{rows_[sheet]}};
  }
  std::string_view format() const override { return "xls"; }
  std::pair<std::uint64_t, std::uint64_t> progress() const override { return {bytes_, bytes_}; }

 private:
  std::uint64_t bytes_;
  std::vector<Sheet> sheets_;
  std::vector<std::vector<SheetRow>> rows_;
};

}  // namespace

Result<std::unique_ptr<RowSource>> open_xls(const std::string& path, const ReadOptions& options) {
  const auto file = open_bytes(path);
  if (!file) return file.error();
  const std::uint64_t bytes = file.value()->progress().second;
  if (bytes > max_xls_bytes)
    return Error{
        "file.too_large", {std::to_string(max_xls_bytes >> 20)}, Location{path, "", 0, ""}};
  auto contents = read_xls_apart(path);
  if (!contents) return contents.error();
  return read_book(std::make_unique<XlsBook>(std::move(contents).value(), bytes), path, options);
}

}  // namespace confronta::importers
