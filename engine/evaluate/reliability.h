#pragma once
// Of the pairs that were given a posterior of about p, is a share p true?
// (docs/method/evaluation.md)

#include <span>
#include <vector>

#include "engine/evaluate/calibration.h"

namespace confronta {

/// `count` pairs with one posterior, all true or all false.
struct Forecast {
  double posterior = 0;
  bool is_true = false;
  double count = 1;
};

struct ReliabilityBin {
  double low = 0;  // the bin is [low, high), the last one [0.9, 1]
  double high = 0;
  double count = 0;
  double mean_posterior = 0;  // 0 where count is 0, as is true_share
  double true_share = 0;
};

/// Ten bins of equal width, ascending, empty ones included. Posteriors outside [0, 1] are clamped.
std::vector<ReliabilityBin> reliability(std::span<const Forecast> forecasts);

struct TippettPoint {
  double log10_lr = 0;
  double true_above = 0;   // share of true pairs with at least this log10 LR
  double false_above = 0;  // share of false pairs with at least this log10 LR
};

/// The two cumulative curves of Tippett (Evett and Weir 1998, ch. 9) at `points` (>= 2) evenly
/// spaced log10 LRs from `low` to `high`. A class without pairs has share 0 throughout.
std::vector<TippettPoint> tippett(std::span<const WeightedLr> true_pairs,
                                  std::span<const WeightedLr> false_pairs, double low, double high,
                                  int points);

}  // namespace confronta
