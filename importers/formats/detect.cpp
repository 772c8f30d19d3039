#include "importers/formats/detect.h"

#include <algorithm>
#include <array>
#include <utility>

#include "importers/formats/encoding.h"

namespace confronta::importers {
namespace {

using namespace std::string_view_literals;

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> other_formats = {{
    {"%PDF"sv, "PDF"sv},
    {"\x89PNG"sv, "PNG"sv},
    {"GIF8"sv, "GIF"sv},
    {"\xFF\xD8\xFF"sv, "JPEG"sv},
    {"Rar!"sv, "RAR"sv},
    {"7z\xBC\xAF"sv, "7-Zip"sv},
    {"\x1F\x8B"sv, "gzip"sv},
    {"SQLite format 3"sv, "SQLite"sv},
    {"{\\rtf"sv, "RTF"sv},
    {"PK\x05\x06"sv, "zip"sv},
}};

bool space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// The first characters without byte order mark; of UTF-16 what lies outside ASCII becomes '?'.
std::string plain_head(std::string_view head) {
  const FileEncoding encoding = file_encoding(head);
  head.remove_prefix(encoding.mark);
  if (encoding.encoding == Encoding::utf8) return std::string{head};
  const std::size_t low = encoding.encoding == Encoding::utf16_le ? 0 : 1;
  std::string text;
  for (std::size_t i = 0; i + 1 < head.size(); i += 2)
    text += head[i + (1 - low)] == '\0' ? head[i + low] : '?';
  return text;
}

/// Whether text has control characters that no table has: a zero, or more than one in a hundred.
bool binary(std::string_view text) {
  const auto controls = std::count_if(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && !space(c);
  });
  return text.find('\0') != text.npos || static_cast<std::size_t>(controls) * 100 > text.size();
}

/// Whether the first lines are objects of their own, one a line. One broken line does not count.
bool one_object_a_line(std::string_view text) {
  std::size_t lines = 0;
  std::size_t objects = 0;
  for (std::size_t end = text.find('\n'); end != text.npos && lines < 20; end = text.find('\n')) {
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    while (!line.empty() && space(line.front())) line.remove_prefix(1);
    while (!line.empty() && space(line.back())) line.remove_suffix(1);
    if (line.empty()) continue;
    ++lines;
    objects += line.size() > 1 && line.front() == '{' && line.back() == '}' ? 1 : 0;
  }
  return objects > 0 && objects * 2 > lines;
}

char next_character(std::string_view text, std::size_t at) {
  while (at < text.size() && space(text[at])) ++at;
  return at < text.size() ? text[at] : '\0';
}

}  // namespace

Result<std::string> detect_format(std::string_view head) {
  if (head.starts_with("PK\x03\x04"sv)) return std::string{"xlsx"};
  if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return std::string{"xls"};
  for (const auto& [magic, name] : other_formats)
    if (head.starts_with(magic)) return Error{"file.unknown_format", {std::string{name}}, {}};
  const std::string text = plain_head(head);
  if (binary(text)) return Error{"file.unknown_format", {"@format.binary"}, {}};
  const auto first =
      static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), space) - text.begin());
  if (first == text.size()) return Error{"file.empty", {}, {}};
  // A delimited list may begin with a bracket too: what follows tells them apart.
  const char second = next_character(text, first + 1);
  const std::string_view value_begins = "{[]\"-0123456789tfn"sv;
  if (text[first] == '{' && (second == '"' || second == '}'))
    return std::string{one_object_a_line(text) ? "jsonl" : "json"};
  if (text[first] == '[' && value_begins.find(second) != value_begins.npos)
    return std::string{"json"};
  const bool tag = second == '!' || second == '?' || (second >= 'a' && second <= 'z') ||
                   (second >= 'A' && second <= 'Z');
  if (text[first] == '<' && tag) return std::string{"html"};
  return std::string{"csv"};
}

}  // namespace confronta::importers
