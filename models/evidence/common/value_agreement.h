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

/// Words agree to level 0 if they are equal, else to level(a, p) >= 1; m holds P(level) for two
/// records of one thing. u is the share of each word within a group (the colours of jeans),
/// smoothed with `pseudo` things that follow all groups together; there, and among words never
/// seen, a word starts with `prior_share`. Where either side does not state the field the ratio
/// is 1.
class ValueAgreement {
 public:
  using Level = std::function<std::size_t(std::string_view a, std::string_view p)>;
  struct Assumptions {
    std::vector<double> m;
    double pseudo = 1;
    double prior_share = 0.01;
  };
  ValueAgreement() = default;
  /// `counts`: things by "GROUP.word". The words are those of both sides.
  ValueAgreement(const ReferenceTable& counts, const std::vector<std::string>& words,
                 const std::vector<std::string>& groups, Assumptions assumptions, Level level);

  std::size_t level(std::uint32_t a, std::uint32_t p) const {
    return a == p ? 0 : level_(words_[a], words_[p]);
  }
  float ratio(std::uint32_t group, std::uint32_t a, std::uint32_t p) const {
    return a == 0 || p == 0 ? 1.0F : ratios_[(group * words_.size() + a) * levels_ + level(a, p)];
  }

 private:
  std::vector<std::string> words_;
  Level level_;
  std::size_t levels_ = 0;
  std::vector<float> ratios_;  // [group][a][level]
};

}  // namespace confronta
