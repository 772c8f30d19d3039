#include <algorithm>

#include "importers/formats/cell_encoding.h"
#include "importers/formats/encoding.h"
#include "importers/formats/json_text.h"

namespace confronta::importers {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

/// Behind the string that begins with the quote at `i`; npos if it does not end in the text.
std::size_t behind_string(std::string_view text, std::size_t i) {
  for (++i; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == '"')
      return i + 1;
  }
  return npos;
}

/// Behind the value that begins at `i`; npos if it does not end in the text.
std::size_t behind_value(std::string_view text, std::size_t i, bool at_end) {
  if (text[i] == '"') return behind_string(text, i);
  if (text[i] != '{' && text[i] != '[') {
    while (i < text.size() && !space(text[i]) && text[i] != ',' && text[i] != ']') ++i;
    return i < text.size() || at_end ? i : npos;
  }
  std::size_t depth = 0;
  while (i < text.size()) {
    const char c = text[i];
    if (c == '"') {
      i = behind_string(text, i);
      if (i == npos) return npos;
      continue;
    }
    ++i;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) return i;
  }
  return npos;
}

}  // namespace

JsonCut cut_json_element(std::string_view text, bool at_end, bool in_array, JsonElement& element) {
  std::size_t i = 0;
  while (i < text.size() && (space(text[i]) || (in_array && text[i] == ','))) ++i;
  if (i == text.size()) {
    if (!at_end) return JsonCut::need_more;
    return in_array ? JsonCut::truncated : JsonCut::end;
  }
  element.begin = i;
  if (in_array && text[i] == ']') {
    element.next = i + 1;
    return JsonCut::end;
  }
  const std::size_t behind = behind_value(text, i, at_end);
  if (behind == npos) return at_end ? JsonCut::truncated : JsonCut::need_more;
  // A sign that begins no value is an element of its own, or the reading would stand still.
  element.next = behind > i ? behind : i + 1;
  element.length = element.next - i;
  return JsonCut::element;
}

std::string json_utf8(std::string_view text) {
  if (valid_utf8(text)) return std::string{text};
  std::string decoded;
  std::size_t i = 0;
  while (i < text.size()) {
    std::size_t end = 0;
    if (text[i] == '"') {
      end = behind_string(text, i);
    } else {
      end = text.find('"', i);
    }
    end = std::min(end, text.size());
    decoded += to_utf8(text.substr(i, end - i));
    i = end;
  }
  return decoded;
}

}  // namespace confronta::importers
