#include "importers/normalise/numbers.h"

#include <algorithm>

#include "models/domain/number_text.h"

namespace confronta::importers {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

std::vector<QuantityPart> quantity_parts(std::string_view text) {
  std::vector<QuantityPart> parts;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const bool decimal = (c == '.' || c == ',') && i + 1 < text.size() && is_digit(text[i + 1]) &&
                         (i == 0 || text[i - 1] == ' ');
    if (is_digit(c) || decimal) {
      std::string digits;
      bool point = false;
      while (i < text.size()) {
        const bool separator = !point && (text[i] == '.' || text[i] == ',') &&
                               i + 1 < text.size() && is_digit(text[i + 1]);
        if (!is_digit(text[i]) && !separator) break;
        point = point || separator;
        digits += separator ? '.' : text[i];
        ++i;
      }
      if (digits.front() == '.') digits.insert(0, 1, '0');
      if (digits.size() > 12) digits.resize(12);  // longer than any quantity: read as too large
      parts.push_back({'n', parse_number(digits).value_or(1e12), ""});
    } else if (is_letter(c)) {
      const std::size_t begin = i;
      while (i < text.size() && is_letter(text[i])) ++i;
      parts.push_back({'w', 0, std::string{text.substr(begin, i - begin)}});
    } else {
      if (std::string_view{"-/<>=+'\"%~"}.find(c) != std::string_view::npos)
        parts.push_back({c, 0, std::string(1, c)});
      ++i;
    }
  }
  return parts;
}

bool is_word(const QuantityPart& part, std::initializer_list<std::string_view> list) {
  return part.kind == 'w' && std::find(list.begin(), list.end(), part.text) != list.end();
}

}  // namespace confronta::importers
