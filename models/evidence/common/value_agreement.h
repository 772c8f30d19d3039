#pragma once
// One field of a thing (a colour, a brand, a serial number): f(p | a) / u(p) by levels of
// agreement.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/reference_set.h"

namespace confronta {

/// The words of a field, numbered; 0 is "", which is not stated.
class WordNumbers {
 public:
  WordNumbers() { number(""); }
  std::uint32_t number(std::string_view word);
  const std::vector<std::string>& words() const { return words_; }

 private:
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::vector<std::string> words_;
};

/// For each word, the others that agree with it to some level below the last, sorted by number.
struct RelatedWord {
  std::uint32_t word;
  std::uint8_t level;
};
using RelatedWords = std::vector<std::vector<RelatedWord>>;
using Relate = std::function<RelatedWords(const std::vector<std::string>& words)>;
/// Words agree if they are equal, and not at all otherwise.
RelatedWords only_equal(const std::vector<std::string>& words);
/// `level` of every pair of words, for a small vocabulary; `last` is that of words that have
/// nothing in common.
Relate by_pairs(std::function<std::size_t(std::string_view a, std::string_view p)> level,
                std::size_t last);

/// Words agree to level 0 if they are equal, else to the level that `relate` gives or the last one;
/// m holds P(level) for two records of one thing, at the last level the share of slips that may
/// fall on any word (slip_ratios). u is the share of each word within a group (the colours of
/// jeans), smoothed with `pseudo` things that follow all groups together; there, and among words
/// never seen, a word starts with `prior_share`. Where either side does not state the field the
/// ratio is 1.
class ValueAgreement {
 public:
  struct Assumptions {
    std::vector<double> m;
    double pseudo = 1;
    double prior_share = 0.01;
  };
  ValueAgreement() = default;
  /// `counts`: things by "GROUP.word". The words are those of both sides.
  ValueAgreement(const ReferenceTable& counts, const std::vector<std::string>& words,
                 const std::vector<std::string>& groups, Assumptions assumptions,
                 const Relate& relate);

  std::size_t level(std::uint32_t a, std::uint32_t p) const;
  float ratio(std::uint32_t group, std::uint32_t a, std::uint32_t p) const {
    return a == 0 || p == 0 ? 1.0F : ratio_at(group, a, level(a, p));
  }
  /// The ratio of all words that agree with a to a level.
  float ratio_at(std::uint32_t group, std::uint32_t a, std::size_t level) const {
    return ratios_[(group * words_ + a) * levels_ + level];
  }

 private:
  std::size_t words_ = 0;
  std::size_t levels_ = 0;
  RelatedWords related_;
  std::vector<float> ratios_;  // [group][a][level]
};

}  // namespace confronta
