#include "importers/formats/xlsx_reader.h"

#include "importers/formats/sheet_book.h"
#include "importers/formats/xlsx_sheet.h"
#include "importers/formats/xlsx_workbook.h"

namespace confronta::importers {
namespace {

class XlsxBook final : public SheetBook {
 public:
  XlsxBook(std::unique_ptr<ZipPackage> package, XlsxWorkbook workbook, XlsxContext context)
      : package_(std::move(package)), workbook_(std::move(workbook)), context_(std::move(context)) {
    for (const XlsxSheet& sheet : workbook_.sheets) {
      sheets_.push_back({sheet.name, sheet.hidden});
      bytes_ += package_->size(sheet.part);
    }
  }

  const std::vector<Sheet>& sheets() const override { return sheets_; }
  Result<std::unique_ptr<SheetGrid>> open(std::size_t sheet) override {
    return open_xlsx_sheet(*package_, workbook_.sheets[sheet], context_);
  }
  std::string_view format() const override { return "xlsx"; }
  std::pair<std::uint64_t, std::uint64_t> progress() const override {
    return {package_->bytes_read(), 2 * bytes_};  // a sheet is read twice
  }

 private:
  std::unique_ptr<ZipPackage> package_;
  XlsxWorkbook workbook_;
  XlsxContext context_;
  std::vector<Sheet> sheets_;
  std::uint64_t bytes_ = 0;
};

}  // namespace

Result<std::unique_ptr<RowSource>> open_xlsx(const std::string& path, const ReadOptions& options,
                                             ZipLimits limits) {
  auto package = ZipPackage::open(path, limits);
  if (!package) return package.error();
  auto workbook = read_workbook(*package.value(), path);
  if (!workbook) return workbook.error();
  XlsxContext context;
  context.from_1904 = workbook.value().from_1904;
  auto texts = SharedTexts::read(*package.value(), workbook.value().shared_texts_part);
  if (!texts) return texts.error();
  context.texts = std::move(texts).value();
  auto styles = read_styles(*package.value(), workbook.value().styles_part);
  if (!styles) return styles.error();
  context.styles = std::move(styles).value();
  return read_book(std::make_unique<XlsxBook>(std::move(package).value(),
                                              std::move(workbook).value(), std::move(context)),
                   path, options);
}

}  // namespace confronta::importers
