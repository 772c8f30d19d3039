#pragma once
// How two short engraved or tattooed texts agree.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace confronta {

enum class TextAgreement : std::uint8_t { equal, near, shared_word, unrelated };

/// A text made ready for comparison: its letters and digits without spaces, its words, and a bit
/// for each letter or digit that it holds.
struct PreparedText {
  std::string letters;
  std::vector<std::string> words;  // of three or more letters, without articles; sorted
  std::uint64_t alphabet = 0;

  PreparedText() = default;
  /// `text` is upper case without accents.
  explicit PreparedText(std::string_view text);
  bool empty() const { return letters.empty(); }
};

/// equal: the same letters and digits. near: one slip (a letter wrong, missing, added, or two
/// neighbours swapped) from four letters on, two from eight on, or one text of four letters or more
/// within the other ("MI VIDA LOCA", "POR MI VIDA LOCA"). shared_word: a word in common. Initials
/// and numbers of up to three figures agree exactly or not at all. Both are not empty.
TextAgreement text_agreement(const PreparedText& a, const PreparedText& b);

/// Whether the edit distance (insertion, deletion, replacement, swap of neighbours) is at most
/// `limit`, which is 2 or less.
bool within_edits(std::string_view a, std::string_view b, int limit);

}  // namespace confronta
