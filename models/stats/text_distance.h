#pragma once
// How alike two short words are. Letters are bytes: callers reduce words to A-Z first.

#include <string_view>

namespace confronta {

/// Jaro's similarity with Winkler's prefix bonus: 0 (nothing shared) to 1 (equal). The prefix
/// counts for up to 4 letters at 0.1 each, whatever the similarity (Winkler 1990). Two empty
/// words: 1.
double jaro_winkler(std::string_view a, std::string_view b);

/// The least number of insertions, deletions, substitutions and transpositions of neighbours that
/// turn a into b, no part edited twice (optimal string alignment; Damerau 1964).
int damerau_levenshtein(std::string_view a, std::string_view b);

/// Whether damerau_levenshtein(a, b) <= 1, in one pass.
bool within_one_edit(std::string_view a, std::string_view b);

}  // namespace confronta
