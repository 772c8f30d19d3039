#pragma once
// Does a likelihood ratio mean what it says? Pure functions; formulas and sources in
// docs/method/evaluation.md. Safe to call from any thread.

#include <span>
#include <vector>

namespace confronta {

/// `count` pairs with one log10 LR: a pair, or a bin of a histogram of millions. May be infinite.
struct WeightedLr {
  double log10_lr = 0;
  double count = 1;
};

/// log2(1 + 10^x) without overflow.
double log2_one_plus_power_of_ten(double x);

/// Cost of the log likelihood ratio, in bits (Brümmer and du Preez 2006): 0 is perfect, 1 is what a
/// method costs that always says LR = 1. Both classes weigh one half, whatever their counts.
/// Infinite where a true pair has LR 0 or a false pair an infinite one; 0 for an empty class.
double cllr(std::span<const WeightedLr> true_pairs, std::span<const WeightedLr> false_pairs);

/// A step of the best monotone recalibration.
struct PavStep {
  double from_log10_lr = 0;  // of the scores that fall into the step
  double to_log10_lr = 0;
  double log10_lr = 0;     // as recalibrated; infinite where a step holds one class alone
  double true_share = 0;   // of all true pairs
  double false_share = 0;  // of all false pairs
};

/// Pool adjacent violators (Ayer et al. 1955; Zadrozny and Elkan 2002) over the posterior at even
/// prior odds; equal scores are one. Ascending. Empty where a class is empty.
std::vector<PavStep> pool_adjacent_violators(std::span<const WeightedLr> true_pairs,
                                             std::span<const WeightedLr> false_pairs);

/// Cllr after that recalibration: what is lost to discrimination alone. Cllr minus this is what is
/// lost to calibration. 0 where a class is empty.
double minimum_cllr(std::span<const WeightedLr> true_pairs,
                    std::span<const WeightedLr> false_pairs);

}  // namespace confronta
