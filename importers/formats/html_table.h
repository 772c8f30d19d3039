#pragma once
// Rows of HTML tables: cut from a stream, and read into cells. Not an HTML parser: it follows the
// tags of tables and takes all else as text, which holds for what registers print as tables.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/formats/bytes.h"
#include "models/domain/result.h"

namespace confronta::importers {

struct HtmlTag {
  std::size_t begin = 0;
  std::size_t end = 0;  // behind ">"
  std::string name;     // small letters; with "/" for an end tag; "!--" for a comment
};
/// The next tag or comment at or after `from`. Nothing if there is none, or none that ends in the
/// text; then `from` is where to go on with more text. "<" before a space or digit is text.
std::optional<HtmlTag> next_html_tag(std::string_view text, std::size_t& from);

struct HtmlCell {
  std::string text;  // entities read, white space one space, <br> and paragraphs line breaks
  std::uint32_t columns = 1;
  std::uint32_t rows = 1;
};
/// The cells of a row that begins with its tag "<tr". Tables within cells are taken as text.
std::vector<HtmlCell> html_cells(std::string_view row);

/// Cuts "<tr ...>...</tr>" after "<tr ...>...</tr>" from a stream; end tags may be missing.
class HtmlRowCutter {
 public:
  explicit HtmlRowCutter(std::unique_ptr<ByteSource> text) : window_(std::move(text)) {}

  struct Row {
    std::string raw;         // valid UTF-8: text between tags that is not is decoded by itself
    bool new_table = false;  // a table began before it
  };
  /// The next row, nothing at the end. Errors: of the stream, "html.row_too_long".
  Result<std::optional<Row>> next();
  std::pair<std::uint64_t, std::uint64_t> progress() const { return window_.progress(); }

 private:
  /// The next tag at or after `from`, reading on as far as it takes.
  Result<std::optional<HtmlTag>> tag(std::size_t from);

  Window window_;
};

}  // namespace confronta::importers
