#pragma once
// Log10 LRs of millions of pairs as counts.

#include <cstdint>
#include <map>
#include <vector>

#include "engine/evaluate/calibration.h"

namespace confronta {

/// Counts of values rounded to the nearest 2^-10 ban. Zero, which says nothing, stays zero. Where
/// the values of true pairs stand beside it, they are rounded as well: a model that gives few
/// different values would else seem to tell true from false by the rounding. One writer at a time.
class LrHistogram {
 public:
  static constexpr double bins_per_ban = 1024;
  static double rounded(double log10_lr);

  /// A finite value.
  void add(double log10_lr);
  /// Ascending, without empty bins.
  std::vector<WeightedLr> pairs() const;

 private:
  static constexpr std::int64_t reach = 32 * 1024;  // bins in the vector on each side of 0
  std::vector<std::uint64_t> near_ = std::vector<std::uint64_t>(2 * reach + 1);
  std::map<std::int64_t, std::uint64_t> far_;
};

}  // namespace confronta
