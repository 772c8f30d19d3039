#include "engine/evaluate/lr_histogram.h"

#include <cmath>
#include <cstdlib>

namespace confronta {

double LrHistogram::rounded(double log10_lr) {
  return std::nearbyint(log10_lr * bins_per_ban) / bins_per_ban;
}

void LrHistogram::add(double log10_lr) {
  const auto bin = static_cast<std::int64_t>(std::nearbyint(log10_lr * bins_per_ban));
  if (std::abs(bin) <= reach)
    ++near_[static_cast<std::size_t>(bin + reach)];
  else
    ++far_[bin];
}

std::vector<WeightedLr> LrHistogram::pairs() const {
  std::vector<WeightedLr> list;
  const auto take = [&](std::int64_t bin, std::uint64_t count) {
    if (count > 0)
      list.push_back({static_cast<double>(bin) / bins_per_ban, static_cast<double>(count)});
  };
  const auto above = far_.lower_bound(0);
  for (auto at = far_.begin(); at != above; ++at) take(at->first, at->second);
  for (std::int64_t bin = -reach; bin <= reach; ++bin)
    take(bin, near_[static_cast<std::size_t>(bin + reach)]);
  for (auto at = above; at != far_.end(); ++at) take(at->first, at->second);
  return list;
}

}  // namespace confronta
