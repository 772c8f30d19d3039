#include "importers/formats/cell_text.h"

#include <algorithm>
#include <array>

namespace confronta::importers {
namespace {

// No-break space, byte order mark, en to hair spaces that word processors leave, ideographic space.
constexpr std::array<std::string_view, 7> wide_spaces = {"\u00A0", "\uFEFF", "\u2002", "\u2003",
                                                         "\u2009", "\u202F", "\u3000"};

constexpr bool ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

}  // namespace

std::string_view trimmed(std::string_view text) {
  for (bool again = true; again && !text.empty();) {
    while (!text.empty() && ascii_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && ascii_space(text.back())) text.remove_suffix(1);
    again = false;
    if (text.empty()) break;
    const bool plain_front = static_cast<unsigned char>(text.front()) < 0x80;
    const bool plain_back = static_cast<unsigned char>(text.back()) < 0x80;
    if (plain_front && plain_back) break;
    for (const std::string_view space : wide_spaces) {
      if (text.starts_with(space)) {
        text.remove_prefix(space.size());
        again = true;
      }
      if (text.ends_with(space)) {
        text.remove_suffix(space.size());
        again = true;
      }
    }
  }
  return text;
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters += static_cast<char>('A' + (rest - 1) % 26);
  std::reverse(letters.begin(), letters.end());
  return letters;
}

std::string lower_ascii(std::string_view text) {
  std::string small{text};
  for (char& c : small)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return small;
}

bool numeric(std::string_view text) {
  return !text.empty() && text.find_first_of("0123456789") != text.npos &&
         text.find_first_not_of("0123456789.,-+/:%$ ") == text.npos;
}

}  // namespace confronta::importers
