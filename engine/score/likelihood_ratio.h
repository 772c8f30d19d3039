#pragma once
// 10^score by table: the sums of likelihood ratios over all pairs need it for each of them.

#include <vector>

#include "models/domain/score.h"

namespace confronta {

/// The likelihood ratio of a score between -20 and +20 bans; beyond, that of the nearer end. Two
/// table look-ups; relative error below 1e-15. Immutable, shared by threads.
class LikelihoodRatios {
 public:
  LikelihoodRatios();
  double operator()(Score score) const noexcept {
    const std::int32_t units = score.units < lowest    ? lowest
                               : score.units > highest ? highest
                                                       : score.units;
    const auto offset = static_cast<std::size_t>(units - lowest);
    return coarse_[offset >> 8] * fine_[offset & 255];
  }

 private:
  static constexpr std::int32_t lowest = -20 * Score::units_per_ban;
  static constexpr std::int32_t highest = 20 * Score::units_per_ban;
  std::vector<double> coarse_;
  std::vector<double> fine_;
};

}  // namespace confronta
