#pragma once
// Which of many short texts agree at all, without comparing each with each.

#include <cstdint>
#include <span>
#include <vector>

#include "models/stats/text_agreement.h"

namespace confronta {

struct RelatedText {
  std::uint32_t text;
  TextAgreement agreement;  // never unrelated
};

/// Texts under keys of which any two that are not unrelated share one: their letters, their words,
/// the letters with one left out (two from eight letters on) up to 15 letters, and their runs of
/// four letters. An edit leaves out at most one letter on either side, so that the first kind finds
/// every slip between short texts; of a text of 14 letters and more two edits spoil at most ten of
/// at least eleven runs; and a text within another has all its runs there.
class TextNeighbours {
 public:
  /// `texts` must outlive this.
  explicit TextNeighbours(std::span<const PreparedText> texts);
  /// The others that agree with a text, sorted by number. Empty texts agree with none.
  std::vector<RelatedText> of(std::uint32_t text) const;

 private:
  struct Posted {
    std::uint64_t key;
    std::uint32_t text;
    auto operator<=>(const Posted&) const = default;
  };
  std::span<const PreparedText> texts_;
  std::vector<Posted> posted_;  // sorted
};

}  // namespace confronta
