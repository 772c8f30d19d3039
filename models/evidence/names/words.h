#pragma once
// Names as comparable words, and how alike two words are.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace confronta {

/// How two entries of one field (a surname, all given names) agree, from worst to best.
enum class Agreement : std::uint8_t {
  missing,    // one side does not say: worth nothing
  different,  // nothing in common
  shared,     // some given names in common, others not
  partial,    // all given names of one side among those of the other ("JOSE" - "JOSE LUIS")
  nickname,   // a familiar form ("PACO" - "FRANCISCO")
  similar,    // Jaro-Winkler >= .85, or two edits in long words
  close,      // Jaro-Winkler >= .92, or one edit
  exact,
  count
};
inline constexpr std::size_t agreement_count = static_cast<std::size_t>(Agreement::count);
std::string_view agreement_name(Agreement agreement);

/// A surname reduced to A-Z: Ñ as N (lists lose it), particles and spaces dropped, so that "DE LA
/// CRUZ", "DELACRUZ" written apart, and "CRUZ" are one. "" for an empty one.
std::string surname_key(std::string_view surname);
/// Given names as sorted distinct words without particles, separated by spaces.
std::string given_key(std::string_view given);
std::vector<std::string_view> split_words(std::string_view text);

/// exact, close, similar or different.
Agreement compare_words(std::string_view a, std::string_view b);

/// A word that is at least similar to, or a familiar form of, another.
struct Neighbour {
  std::uint32_t word;
  Agreement agreement;
};
/// For every `wanted` word the neighbours among all words (itself included), sorted. A join over
/// the vocabulary: pairs are first held to an upper bound on Jaro-Winkler from their sets of
/// letters. `words` are distinct; entries that are not wanted stay empty.
std::vector<std::vector<Neighbour>> neighbours_among(std::span<const std::string> words,
                                                     const std::vector<bool>& wanted,
                                                     bool with_nicknames);

}  // namespace confronta
