#pragma once
// Numbers with their units and the words between them, for ages, statures, weights and intervals.

#include <string>
#include <string_view>
#include <vector>

namespace confronta::importers {

/// A number, a word, or a mark of punctuation ('-', '/', '<', '>', '=', '+', '\'', '"', '%', '~').
/// kind 'n' is a number, 'w' a word, else the mark itself.
struct QuantityPart {
  char kind = 'w';
  double number = 0;
  std::string text;
};

/// The parts of a folded text. "1,70" and "1.70" are the number 1.7; "1,700" too has a decimal
/// comma, since no quantity here reaches a thousand with a separator. "18A20" parts into 18, A, 20.
/// Other punctuation is left out.
std::vector<QuantityPart> quantity_parts(std::string_view folded);

/// Whether the word is any of the list.
bool is_word(const QuantityPart& part, std::initializer_list<std::string_view> list);

}  // namespace confronta::importers
