#include "engine/evaluate/reliability.h"

#include <algorithm>
#include <cmath>

namespace confronta {
namespace {

// Ascending scores with the count of pairs at or above each.
std::vector<WeightedLr> counts_above(std::span<const WeightedLr> pairs) {
  std::vector<WeightedLr> above(pairs.begin(), pairs.end());
  std::stable_sort(above.begin(), above.end(), [](const WeightedLr& a, const WeightedLr& b) {
    return a.log10_lr < b.log10_lr;
  });
  double sum = 0;
  for (auto at = above.rbegin(); at != above.rend(); ++at) at->count = sum += at->count;
  return above;
}

double share_above(const std::vector<WeightedLr>& above, double threshold) {
  if (above.empty() || above.front().count <= 0) return 0;
  const auto at =
      std::lower_bound(above.begin(), above.end(), threshold,
                       [](const WeightedLr& pair, double value) { return pair.log10_lr < value; });
  return at == above.end() ? 0 : at->count / above.front().count;
}

}  // namespace

std::vector<ReliabilityBin> reliability(std::span<const Forecast> forecasts) {
  constexpr int bins = 10;
  std::vector<ReliabilityBin> result(bins);
  for (int i = 0; i < bins; ++i) {
    result[i].low = i / 10.0;
    result[i].high = (i + 1) / 10.0;
  }
  for (const Forecast& forecast : forecasts) {
    const double p = std::clamp(forecast.posterior, 0.0, 1.0);
    ReliabilityBin& bin = result[std::min(bins - 1, static_cast<int>(std::floor(p * bins)))];
    bin.count += forecast.count;
    bin.mean_posterior += forecast.count * p;
    if (forecast.is_true) bin.true_share += forecast.count;
  }
  for (ReliabilityBin& bin : result) {
    if (bin.count <= 0) continue;
    bin.mean_posterior /= bin.count;
    bin.true_share /= bin.count;
  }
  return result;
}

std::vector<TippettPoint> tippett(std::span<const WeightedLr> true_pairs,
                                  std::span<const WeightedLr> false_pairs, double low, double high,
                                  int points) {
  const auto true_above = counts_above(true_pairs), false_above = counts_above(false_pairs);
  std::vector<TippettPoint> curve;
  for (int i = 0; i < points; ++i) {
    const double x = low + (high - low) * i / (points - 1);
    curve.push_back({x, share_above(true_above, x), share_above(false_above, x)});
  }
  return curve;
}

}  // namespace confronta
