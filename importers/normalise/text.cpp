#include "importers/normalise/text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace confronta::importers {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view enye = "\xC3\x91";

// The next code point of a text and how many bytes it takes; malformed bytes give U+FFFD each.
struct Decoded {
  char32_t point;
  std::size_t bytes;
};

Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t lead = byte(at);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 && lead <= 0xF4   ? 4
                             : lead >= 0xE0                 ? 3
                             : lead >= 0xC2 && lead <= 0xDF ? 2
                                                            : 0;
  if (length == 0 || lead > 0xF4 || at + length > text.size()) return {replacement, 1};
  char32_t point = lead & (0x7F >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return {replacement, 1};
    point = point << 6 | (byte(at + i) & 0x3F);
  }
  const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  return overlong || surrogate || point > 0x10FFFF ? Decoded{replacement, 1}
                                                   : Decoded{point, length};
}

void append(std::string& out, char32_t point) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0 | point >> 6);
    put(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    put(0xE0 | point >> 12);
    put(0x80 | (point >> 6 & 0x3F));
    put(0x80 | (point & 0x3F));
  } else {
    put(0xF0 | point >> 18);
    put(0x80 | (point >> 12 & 0x3F));
    put(0x80 | (point >> 6 & 0x3F));
    put(0x80 | (point & 0x3F));
  }
}

// U+00A0 to U+017F. "" stands for the character itself, "~" for nothing.
constexpr std::array<std::string_view, 0xE0> latin{
    " ", "",   "",   "",   "",  "",  "",   "",  "'", "",  "A", "\"", "",  "~", "",   "'",   // A0
    "",  "",   "",   "",   "'", "",  "",   "",  "'", "",  "O", "\"", "",  "",  "",   "",    // B0
    "A", "A",  "A",  "A",  "A", "A", "AE", "C", "E", "E", "E", "E",  "I", "I", "I",  "I",   // C0
    "D", enye, "O",  "O",  "O", "O", "O",  "",  "O", "U", "U", "U",  "U", "Y", "TH", "SS",  // D0
    "A", "A",  "A",  "A",  "A", "A", "AE", "C", "E", "E", "E", "E",  "I", "I", "I",  "I",   // E0
    "D", enye, "O",  "O",  "O", "O", "O",  "",  "O", "U", "U", "U",  "U", "Y", "TH", "Y",   // F0
    "A", "A",  "A",  "A",  "A", "A", "C",  "C", "C", "C", "C", "C",  "C", "C", "D",  "D",   // 100
    "D", "D",  "E",  "E",  "E", "E", "E",  "E", "E", "E", "E", "E",  "G", "G", "G",  "G",   // 110
    "G", "G",  "G",  "G",  "H", "H", "H",  "H", "I", "I", "I", "I",  "I", "I", "I",  "I",   // 120
    "I", "I",  "IJ", "IJ", "J", "J", "K",  "K", "K", "L", "L", "L",  "L", "L", "L",  "L",   // 130
    "L", "L",  "L",  "N",  "N", "N", "N",  "N", "N", "N", "N", "N",  "O", "O", "O",  "O",   // 140
    "O", "O",  "OE", "OE", "R", "R", "R",  "R", "R", "R", "S", "S",  "S", "S", "S",  "S",   // 150
    "S", "S",  "T",  "T",  "T", "T", "T",  "T", "U", "U", "U", "U",  "U", "U", "U",  "U",   // 160
    "U", "U",  "U",  "U",  "W", "W", "Y",  "Y", "Y", "Z", "Z", "Z",  "Z", "Z", "Z",  "S"};  // 170

bool is_space(char32_t point) {
  return point <= 0x20 || point == 0x7F || (point >= 0x80 && point <= 0xA0) || point == 0x1680 ||
         (point >= 0x2000 && point <= 0x200A) || point == 0x2028 || point == 0x2029 ||
         point == 0x202F || point == 0x205F || point == 0x3000;
}

bool is_invisible(char32_t point) {
  return (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2060 && point <= 0x2064) || (point >= 0xFE00 && point <= 0xFE0F) ||
         point == 0xFEFF;
}

void append_folded(std::string& out, char32_t point) {
  if (point >= 0x300 && point <= 0x36F) {  // combining: a decomposed Ñ is an Ñ, the rest accents
    if (point == 0x303 && !out.empty() && out.back() == 'N') out.replace(out.size() - 1, 1, enye);
    return;
  }
  if (point >= 0xA0 && point < 0xA0 + latin.size()) {
    const std::string_view plain = latin[point - 0xA0];
    if (plain.empty())
      append(out, point);
    else if (plain != "~")
      out += plain;
    return;
  }
  if (is_invisible(point)) return;
  if ((point >= 0x2010 && point <= 0x2015) || point == 0x2212)
    out += '-';
  else if ((point >= 0x2018 && point <= 0x201B) || point == 0x2032 || point == 0x2039 ||
           point == 0x203A)
    out += '\'';
  else if ((point >= 0x201C && point <= 0x201F) || point == 0x2033)
    out += '"';
  else if (point == 0x2026)
    out += "...";
  else
    append(out, point);
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<std::uint8_t>(text[i]);
    const Decoded next = byte < 0x80 ? Decoded{byte, 1} : decode(text, i);
    i += next.bytes;
    if (is_space(next.point)) {
      space = true;
      continue;
    }
    const std::size_t before = out.size();
    if (space && before > 0) out += ' ';
    if (byte < 0x80) {
      out += byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 32) : static_cast<char>(byte);
      space = false;
      continue;
    }
    const std::size_t begun = out.size();
    append_folded(out, next.point);
    if (out.size() == begun) {
      out.resize(before);  // an invisible character does not end the run of white space
    } else {
      space = false;
    }
  }
  return out;
}

std::string fold_words(std::string_view text) {
  std::string out = fold(text);
  std::size_t end = 0;  // words move to the front of the same string: they never get longer
  bool gap = false;
  for (std::size_t i = 0; i < out.size();) {
    const auto byte = static_cast<std::uint8_t>(out[i]);
    const Decoded next = byte < 0x80 ? Decoded{byte, 1} : decode(out, i);
    const bool letter =
        (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
        (next.point >= 0xC0 && next.point < 0x2000 && next.point != 0xD7 && next.point != 0xF7) ||
        (next.point >= 0x2C00 && next.point < 0xFE00 && next.point > 0x303F);
    if (letter) {
      if (gap && end > 0) out[end++] = ' ';
      for (std::size_t b = 0; b < next.bytes; ++b) out[end++] = out[i + b];
    }
    gap = !letter;
    i += next.bytes;
  }
  out.resize(end);
  return out;
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> list;
  const std::string plain = fold_words(text);
  for (std::size_t begin = 0; begin < plain.size();) {
    const std::size_t end = std::min(plain.find(' ', begin), plain.size());
    list.push_back(plain.substr(begin, end - begin));
    begin = end + 1;
  }
  return list;
}

}  // namespace confronta::importers
