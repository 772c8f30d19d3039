#include "importers/formats/xlsx_sheet.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <utility>

#include "importers/formats/cell_text.h"
#include "importers/formats/xml_stream.h"

namespace confronta::importers {
namespace {

// A sheet ends at column XFD and row 1,048,576 (ECMA-376 says nothing; Excel does).
constexpr std::size_t max_columns = 16384;
constexpr std::uint64_t max_rows = 1048576;
constexpr std::size_t max_merged = 10000;  // only those of the header matter
constexpr std::uint64_t merged_until_row = 200;

template <class T>
std::optional<T> number_of(std::string_view text) {
  T number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return {};
  return number;
}

struct CellPlace {
  std::size_t column = 0;
  std::uint64_t row = 0;
};
/// "BC12" -> column and row from 0.
std::optional<CellPlace> place_of(std::string_view text) {
  std::size_t column = 0;
  std::size_t i = 0;
  for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z' && column < max_columns; ++i)
    column = column * 26 + static_cast<std::size_t>(text[i] - 'A') + 1;
  const auto row = number_of<std::uint64_t>(text.substr(i));
  if (!row || *row == 0 || *row > max_rows || column == 0 || column > max_columns) return {};
  return CellPlace{column - 1, *row - 1};
}

class MergedHandler final : public XmlHandler {
 public:
  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "mergeCell" || merged.size() == max_merged) return;
    const std::string_view range = attributes.find("ref").value_or("");
    const std::size_t colon = range.find(':');
    if (colon == range.npos) return;
    const auto first = place_of(range.substr(0, colon));
    const auto last = place_of(range.substr(colon + 1));
    if (first && last && first->row < merged_until_row)
      merged.push_back({first->row, last->row, first->column, last->column});
  }
  std::vector<MergedCells> merged;
};

class RowsHandler final : public XmlHandler {
 public:
  explicit RowsHandler(const XlsxContext& context) : context_(context) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "row") {
      begin_row(attributes);
    } else if (name == "c") {
      begin_cell(attributes);
    } else if (name == "v" || name == "t") {
      in_text_ = in_cell_ && !in_reading_;
    } else if (name == "rPh") {
      in_reading_ = true;
    }
  }
  void end(std::string_view name) override {
    if (name == "v" || name == "t") {
      in_text_ = false;
    } else if (name == "rPh") {
      in_reading_ = false;
    } else if (name == "c") {
      end_cell();
    } else if (name == "row") {
      while (!row_.cells.empty() && row_.cells.back().empty()) row_.cells.pop_back();
      if (!row_.cells.empty()) rows.push_back(std::move(row_));
      row_ = {};
    }
  }
  void text(std::string_view text) override {
    if (in_text_) text_ += text;
  }

  std::deque<SheetRow> rows;       // read and not yet given
  std::optional<std::string> bad;  // the first cell that makes no sense

 private:
  void begin_row(const XmlAttributes& attributes) {
    const auto given = attributes.find("r");
    const auto number = given ? number_of<std::uint64_t>(*given) : number_ + 1;
    if (!number || *number == 0 || *number > max_rows) {
      fail(given ? *given : "");
      return;
    }
    number_ = *number;
    row_ = {number_, {}};
    column_ = 0;
  }

  void begin_cell(const XmlAttributes& attributes) {
    in_cell_ = true;
    text_.clear();
    type_ = attributes.find("t").value_or("n");
    style_ = {};
    if (const auto style = attributes.find("s")) {
      const auto index = number_of<std::size_t>(*style);
      if (index && *index < context_.styles.size()) style_ = context_.styles[*index];
    }
    if (const auto reference = attributes.find("r")) {
      const auto place = place_of(*reference);
      if (!place) return fail(*reference);
      column_ = place->column;
    }
    if (column_ >= max_columns) fail("");
  }

  void end_cell() {
    in_cell_ = false;
    if (bad) return;
    std::string text = value();
    if (!text.empty()) {
      if (row_.cells.size() <= column_) row_.cells.resize(column_ + 1);
      row_.cells[column_] = std::move(text);
    }
    ++column_;
  }

  std::string value() {
    if (type_ == "s") {
      if (text_.empty()) return {};
      const auto index = number_of<std::size_t>(text_);
      if (!index || *index >= context_.texts.size()) {
        fail(column_letters(column_) + std::to_string(number_));
        return {};
      }
      return std::string{trimmed(context_.texts[*index])};
    }
    if (type_ == "e") return {};
    if (type_ == "b") return text_ == "1" ? "true" : text_ == "0" ? "false" : text_;
    if (type_ == "n") return styled_number(trimmed(text_), style_, context_.from_1904);
    return std::string{trimmed(read_sheet_escapes(text_))};  // str, inlineStr, d
  }

  void fail(std::string_view cell) {
    if (!bad) bad = cell;
  }

  const XlsxContext& context_;
  SheetRow row_;
  std::uint64_t number_ = 0;
  std::size_t column_ = 0;
  bool in_cell_ = false;
  bool in_text_ = false;
  bool in_reading_ = false;
  std::string type_;
  std::string text_;
  NumberStyle style_;
};

class XlsxGrid final : public SheetGrid {
 public:
  XlsxGrid(std::unique_ptr<ZipPart> part, std::vector<MergedCells> merged,
           const XlsxContext& context)
      : merged_(std::move(merged)),
        bad_cell_(part->error("xlsx.bad_cell")),
        handler_(context),
        stream_(std::move(part), handler_) {}

  Result<std::optional<SheetRow>> next() override {
    while (handler_.rows.empty() && !ended_) {
      const auto more = stream_.advance();
      if (!more) return more.error();
      ended_ = !more.value();
      if (handler_.bad) {
        bad_cell_.arguments.push_back(*handler_.bad);
        return bad_cell_;
      }
    }
    if (handler_.rows.empty()) return std::optional<SheetRow>{};
    SheetRow row = std::move(handler_.rows.front());
    handler_.rows.pop_front();
    return std::optional{std::move(row)};
  }
  const std::vector<MergedCells>& merged() const override { return merged_; }

 private:
  std::vector<MergedCells> merged_;
  Error bad_cell_;
  RowsHandler handler_;
  XmlStream stream_;
  bool ended_ = false;
};

}  // namespace

Result<std::unique_ptr<SheetGrid>> open_xlsx_sheet(ZipPackage& package, const XlsxSheet& sheet,
                                                   const XlsxContext& context) {
  MergedHandler merged;
  if (const auto read = read_xml(package, sheet.part, merged); !read) return read.error();
  auto part = package.part(sheet.part);
  if (!part) return part.error();
  return std::unique_ptr<SheetGrid>{
      new XlsxGrid{std::move(part).value(), std::move(merged.merged), context}};
}

}  // namespace confronta::importers
