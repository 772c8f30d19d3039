#include <charconv>
#include <map>

#include "importers/formats/encoding.h"
#include "importers/formats/xlsx_workbook.h"
#include "importers/formats/xml_stream.h"

namespace confronta::importers {
namespace {

int number_of(std::optional<std::string_view> text) {
  int number = 0;
  if (text) std::from_chars(text->data(), text->data() + text->size(), number);
  return number;
}

class StylesHandler final : public XmlHandler {
 public:
  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "numFmt") {
      custom_[number_of(attributes.find("numFmtId"))] =
          style_of_format(attributes.find("formatCode").value_or(""));
    } else if (name == "cellXfs") {
      in_cell_formats_ = true;
    } else if (name == "xf" && in_cell_formats_) {
      const int id = number_of(attributes.find("numFmtId"));
      const auto custom = custom_.find(id);
      styles.push_back(custom != custom_.end() ? custom->second : style_of_builtin(id));
    }
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") in_cell_formats_ = false;
  }
  std::vector<NumberStyle> styles;

 private:
  std::map<int, NumberStyle> custom_;
  bool in_cell_formats_ = false;
};

class TextsHandler final : public XmlHandler {
 public:
  TextsHandler(std::string& bytes, std::vector<std::size_t>& ends) : bytes_(bytes), ends_(ends) {}

  void begin(std::string_view name, const XmlAttributes&) override {
    if (name == "si") item_.clear();
    if (name == "rPh") in_reading_ = true;
    if (name == "t") in_text_ = !in_reading_;
  }
  void end(std::string_view name) override {
    if (name == "t") in_text_ = false;
    if (name == "rPh") in_reading_ = false;
    if (name != "si") return;
    bytes_ += read_sheet_escapes(item_);
    ends_.push_back(bytes_.size());
  }
  void text(std::string_view text) override {
    if (in_text_) item_ += text;
  }

 private:
  std::string& bytes_;
  std::vector<std::size_t>& ends_;
  std::string item_;
  bool in_text_ = false;
  bool in_reading_ = false;  // a phonetic reading: shown above the text, not part of it
};

}  // namespace

Result<std::vector<NumberStyle>> read_styles(ZipPackage& package, const std::string& part) {
  StylesHandler handler;
  if (part.empty()) return std::move(handler.styles);
  if (const auto read = read_xml(package, part, handler); !read) return read.error();
  return std::move(handler.styles);
}

Result<SharedTexts> SharedTexts::read(ZipPackage& package, const std::string& name,
                                      std::size_t limit) {
  SharedTexts texts;
  if (name.empty()) return texts;
  auto part = package.part(name);
  if (!part) return part.error();
  const Error too_many = part.value()->error("xlsx.too_many_texts", std::to_string(limit >> 20));
  TextsHandler handler{texts.bytes_, texts.ends_};
  XmlStream stream{std::move(part).value(), handler};
  for (;;) {
    const auto more = stream.advance();
    if (!more) return more.error();
    if (texts.bytes_.size() + texts.ends_.size() * sizeof(std::size_t) > limit) return too_many;
    if (!more.value()) return texts;
  }
}

std::string read_sheet_escapes(std::string_view text) {
  constexpr std::size_t length = 7;  // _xHHHH_
  std::string read;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '_' && i + length <= text.size() && text[i + 1] == 'x' && text[i + 6] == '_') {
      unsigned number = 0;
      const char* const begin = text.data() + i + 2;
      const auto [end, error] = std::from_chars(begin, begin + 4, number, 16);
      if (error == std::errc{} && end == begin + 4) {
        append_utf8(read, number);
        i += length - 1;
        continue;
      }
    }
    read += text[i];
  }
  return read;
}

}  // namespace confronta::importers
