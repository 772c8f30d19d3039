#include "importers/formats/cell_encoding.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>

#include "importers/formats/encoding.h"

namespace confronta::importers {
namespace {

constexpr std::u32string_view spanish_small = U"áéíóúñü";
constexpr std::u32string_view spanish_capital = U"ÁÉÍÓÚÑÜ";
constexpr std::u32string_view opening = U"¿¡«“‘";
constexpr std::u32string_view closing = U"»”’…";
constexpr std::u32string_view ordinals = U"º°ª";

bool is_in(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }
bool letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
bool capital(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool small(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
bool digit(char32_t c) { return c >= U'0' && c <= U'9'; }

int letter_points(char32_t before, char32_t c, char32_t after, char32_t second) {
  if (spanish_small.find(c) != spanish_small.npos) {
    if (capital(before) && capital(after)) return 0;  // "Mu" of "MUñOZ": a letter gone astray
    return letter(before) || letter(after) ? 3 : 1;
  }
  if (is_in(spanish_capital, c)) {
    if (small(before)) return -2;
    // "ÁHola" is rather an inverted mark before a word.
    if (!letter(before) && capital(after) && small(second)) return 0;
    return letter(before) || letter(after) ? 3 : 1;
  }
  return -1;
}

int points(char32_t before, char32_t c, char32_t after, char32_t second) {
  if (c < 0xA0 || c == 0xFFFD) return -6;
  if (c == 0xA0) return 0;
  if (letter(c) && !is_in(ordinals, c)) return letter_points(before, c, after, second);
  if (is_in(ordinals, c)) return digit(before) ? 3 : (letter(before) && !letter(after) ? 1 : -2);
  if (is_in(opening, c)) return !letter(before) && !digit(before) && letter(after) ? 2 : -3;
  if (is_in(closing, c)) return !letter(after) ? 1 : -1;
  if (c == U'–' || c == U'—') return letter(before) && letter(after) ? -2 : 1;
  if (c == U'·' || c == U'•' || c == U'´') return letter(before) && letter(after) ? -2 : 0;
  return -3;
}

std::u32string read_as(std::string_view bytes, Encoding encoding, bool keep_utf8) {
  std::u32string text;
  text.reserve(bytes.size());
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t i = 0; i < size;) {
    const auto byte = static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
    UChar32 code_point = byte;
    std::int64_t next = i;
    if (byte >= 0x80 && keep_utf8)
      U8_NEXT(reinterpret_cast<const std::uint8_t*>(bytes.data()), next, size, code_point);
    if (byte >= 0x80 && (!keep_utf8 || code_point < 0)) {
      code_point = static_cast<UChar32>(code_point_of(byte, encoding));
      next = i;
    }
    text += static_cast<char32_t>(code_point);
    i = next == i ? i + 1 : next;
  }
  return text;
}

}  // namespace

int plausibility(std::u32string_view text) {
  const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : U' '; };
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] < 0x80) continue;
    sum += points(i > 0 ? text[i - 1] : U' ', text[i], at(i + 1), at(i + 2));
  }
  return sum;
}

std::string to_utf8(std::string_view bytes) {
  if (valid_utf8(bytes)) return std::string{bytes};
  struct Candidate {
    Encoding encoding;
    bool keep_utf8;
  };
  constexpr std::array candidates = {
      Candidate{Encoding::windows_1252, false}, Candidate{Encoding::mac_roman, false},
      Candidate{Encoding::windows_1252, true}, Candidate{Encoding::mac_roman, true}};
  std::u32string best;
  int best_points = 0;
  for (const Candidate& candidate : candidates) {
    std::u32string text = read_as(bytes, candidate.encoding, candidate.keep_utf8);
    const int sum = plausibility(text);
    if (best.empty() || sum > best_points) {
      best = std::move(text);
      best_points = sum;
    }
  }
  std::string utf8;
  for (const char32_t code_point : best) append_utf8(utf8, code_point);
  return utf8;
}

}  // namespace confronta::importers
