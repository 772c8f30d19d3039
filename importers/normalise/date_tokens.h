#pragma once
// The words and numbers of a date text, before they mean a date.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace confronta::importers {

struct DateToken {
  enum class Kind { number, month, word, separator };
  Kind kind = Kind::word;
  int number = 0;       // a number's value, a month's number; a run of "X" or "?" is the number 0
  int digits = 0;       // how many digits a number was written with
  bool spaced = false;  // separator: has white space before it
  std::string text;     // words and separators
};

/// Tokens of a folded text. Times of day, ordinal endings, weekdays, articles and text in
/// parentheses are left out. Nothing if there is a number of more than 8 digits.
std::optional<std::vector<DateToken>> date_tokens(std::string_view folded);

}  // namespace confronta::importers
