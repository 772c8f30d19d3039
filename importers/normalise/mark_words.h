#pragma once
// The vocabulary of marks in one index, so that a word of a text is looked up once.

#include <span>
#include <string>
#include <string_view>

#include "importers/normalise/lexicon.h"

namespace confronta::importers {

/// What a phrase of a text on marks is. kind: 't' type, 'r' region, 'm' motif, 's' side, 'v' view,
/// 'i' words that mean nothing here, '\0' unknown.
struct MarkWord {
  char kind = '\0';
  std::string_view word;
  std::size_t length = 0;  // tokens
};

/// The longest phrase that begins at token `at`.
MarkWord mark_word(std::span<const std::string> tokens, std::size_t at);
/// The phrases behind it, for tests and for the page that documents them.
std::span<const Phrase> motif_phrases();
std::span<const Phrase> region_phrases();
std::span<const Phrase> mark_type_phrases();

}  // namespace confronta::importers
