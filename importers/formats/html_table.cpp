#include "importers/formats/html_table.h"

#include <algorithm>
#include <charconv>

#include "importers/formats/cell_encoding.h"
#include "importers/formats/cell_text.h"
#include "importers/formats/encoding.h"
#include "importers/formats/html_entities.h"

namespace confronta::importers {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t max_row = std::size_t{1} << 24;
constexpr std::size_t max_columns = 16384;             // spans beyond it count as one column
constexpr std::size_t max_tag = std::size_t{1} << 16;  // a longer one is a "<" in a text

bool space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Behind the ">" of a tag that begins at `begin`; quotes in it may hold others.
std::size_t tag_end(std::string_view text, std::size_t begin) {
  char quote = '\0';
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '>') {
      return i + 1;
    } else if ((c == '"' || c == '\'') && text[i - 1] == '=') {
      quote = c;
    }
  }
  return npos;
}

/// The number that an attribute of a tag gives; 1 if there is none. At most 1000, as browsers do.
std::uint32_t span_of(std::string_view tag, std::string_view attribute) {
  const std::string small = lower_ascii(tag);
  std::size_t at = small.find(attribute);
  if (at == npos) return 1;
  at = small.find_first_of("0123456789", at + attribute.size());
  if (at == npos) return 1;
  std::uint32_t number = 1;
  std::from_chars(small.data() + at, small.data() + small.size(), number);
  return std::clamp<std::uint32_t>(number, 1, 1000);
}

/// White space as a browser shows it: runs are one space; the breaks that were put in stay.
std::string shown(std::string_view text) {
  constexpr char line_break = '\x1E';
  std::string result;
  bool pending = false;
  for (const char c : text) {
    if (c == line_break) {
      if (!result.empty() && result.back() != '\n') result += '\n';
      pending = false;
    } else if (space(c)) {
      pending = true;
    } else {
      if (pending && !result.empty() && result.back() != '\n') result += ' ';
      pending = false;
      result += c;
    }
  }
  return result;
}

bool breaks_line(const std::string& name) {
  return name == "br" || name == "p" || name == "/p" || name == "div" || name == "/div" ||
         name == "li" || name == "tr";
}

/// Text between tags that is not UTF-8, each stretch decoded by itself.
std::string html_utf8(std::string_view row) {
  if (valid_utf8(row)) return std::string{row};
  std::string decoded;
  for (std::size_t i = 0; i < row.size();) {
    std::size_t end = row.find_first_of("<>", i + 1);
    end = std::min(end, row.size());
    decoded += to_utf8(row.substr(i, end - i));
    i = end;
  }
  return decoded;
}

}  // namespace

std::optional<HtmlTag> next_html_tag(std::string_view text, std::size_t& from) {
  for (std::size_t i = text.find('<', from); i != npos; i = text.find('<', i + 1)) {
    from = i;
    if (i + 4 > text.size()) return {};
    HtmlTag tag{i, 0, ""};
    if (text.substr(i, 4) == "<!--") {
      const std::size_t end = text.find("-->", i + 4);
      if (end == npos) return {};
      tag.end = end + 3;
      tag.name = "!--";
      return tag;
    }
    const bool closes = text[i + 1] == '/';
    if (!letter(text[i + (closes ? 2 : 1)]) && text[i + 1] != '!' && text[i + 1] != '?') continue;
    tag.end = tag_end(text.substr(0, std::min(text.size(), i + max_tag)), i);
    if (tag.end == npos && text.size() - i >= max_tag) continue;
    if (tag.end == npos) return {};
    std::size_t name_end = i + (closes ? 2 : 1);
    while (letter(text[name_end])) ++name_end;
    tag.name = lower_ascii(text.substr(i + 1, name_end - i - 1));
    return tag;
  }
  from = text.size();
  return {};
}

std::vector<HtmlCell> html_cells(std::string_view row) {
  std::vector<HtmlCell> cells;
  std::string text;
  bool in_cell = false;
  std::size_t depth = 0;    // tables within the cell
  std::size_t columns = 0;  // so far, spans counted
  const auto finish = [&] {
    if (in_cell) cells.back().text = trimmed(decode_entities(shown(text)));
    in_cell = false;
    text.clear();
  };
  std::size_t done = 0;
  for (std::size_t from = 0;;) {
    const auto tag = next_html_tag(row, from);
    const std::size_t end = tag ? tag->begin : row.size();
    if (in_cell) text += row.substr(done, end - done);
    if (!tag) break;
    done = from = tag->end;
    if (tag->name == "table") {
      ++depth;
    } else if (tag->name == "/table") {
      depth -= depth > 0 ? 1 : 0;
    } else if (depth == 0 && (tag->name == "td" || tag->name == "th")) {
      finish();
      const std::string_view whole = row.substr(tag->begin, tag->end - tag->begin);
      cells.push_back({"", span_of(whole, "colspan"), span_of(whole, "rowspan")});
      columns += cells.back().columns;
      if (columns > max_columns) cells.back().columns = 1;
      in_cell = true;
    } else if (depth == 0 && (tag->name == "/td" || tag->name == "/th")) {
      finish();
    } else if (breaks_line(tag->name)) {
      text += '\x1E';
    } else if (tag->name == "td" || tag->name == "th") {
      text += ' ';
    }
  }
  finish();
  return cells;
}

Result<std::optional<HtmlTag>> HtmlRowCutter::tag(std::size_t from) {
  for (;;) {
    if (auto found = next_html_tag(window_.rest(), from)) return found;
    const auto more = window_.more();
    if (!more) return more.error();
    if (!more.value()) return std::optional<HtmlTag>{};
    if (window_.rest().size() > 2 * max_row) return Error{"html.row_too_long", {}, {}};
  }
}

Result<std::optional<HtmlRowCutter::Row>> HtmlRowCutter::next() {
  Row row;
  std::string skipped_until;  // the end tag of a script or style
  for (;;) {
    const auto found = tag(0);
    if (!found) return found.error();
    if (!found.value()) return std::optional<Row>{};
    const HtmlTag& at = *found.value();
    if (!skipped_until.empty()) {
      if (at.name == skipped_until) skipped_until.clear();
    } else if (at.name == "script" || at.name == "style") {
      skipped_until = "/" + at.name;
    } else if (at.name == "table") {
      row.new_table = true;
    } else if (at.name == "tr") {
      window_.drop(at.begin);
      break;
    }
    window_.drop(at.end);
  }
  std::size_t depth = 0;
  std::size_t from = 1;
  std::size_t end = 0;
  while (end == 0) {
    const auto found = tag(from);
    if (!found) return found.error();
    if (from > max_row) return Error{"html.row_too_long", {}, {}};
    if (!found.value()) {
      end = window_.rest().size();
      break;
    }
    const HtmlTag& at = *found.value();
    from = at.end;
    if (at.name == "table") ++depth;
    if (at.name == "/table" && depth > 0) {
      --depth;
      continue;
    }
    if (depth > 0) continue;
    if (at.name == "/tr") end = at.end;
    if (at.name == "tr" || at.name == "/table" || at.name == "/tbody" || at.name == "/thead" ||
        at.name == "tbody")
      end = at.begin;
  }
  row.raw = html_utf8(window_.rest().substr(0, end));
  window_.drop(end);
  return std::optional{std::move(row)};
}

}  // namespace confronta::importers
