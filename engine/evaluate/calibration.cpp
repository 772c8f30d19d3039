#include "engine/evaluate/calibration.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double ln_2 = 0.693147180559945309;
constexpr double ln_10 = 2.302585092994045684;

double total(std::span<const WeightedLr> pairs) {
  double sum = 0;
  for (const WeightedLr& pair : pairs) sum += pair.count;
  return sum;
}

double mean_cost(std::span<const WeightedLr> pairs, double sign) {
  const double all = total(pairs);
  if (all <= 0) return 0;
  double sum = 0;
  for (const WeightedLr& pair : pairs)
    if (pair.count > 0) sum += pair.count * log2_one_plus_power_of_ten(sign * pair.log10_lr);
  return sum / all;
}

struct Mass {
  double from, to, true_share, false_share;
};

// Both classes by ascending score, each normalised to 1, equal scores together.
std::vector<Mass> merged(std::span<const WeightedLr> true_pairs,
                         std::span<const WeightedLr> false_pairs) {
  std::vector<Mass> masses;
  const double all_true = total(true_pairs), all_false = total(false_pairs);
  if (all_true <= 0 || all_false <= 0) return masses;
  for (const WeightedLr& p : true_pairs)
    masses.push_back({p.log10_lr, p.log10_lr, p.count / all_true, 0});
  for (const WeightedLr& p : false_pairs)
    masses.push_back({p.log10_lr, p.log10_lr, 0, p.count / all_false});
  std::stable_sort(masses.begin(), masses.end(),
                   [](const Mass& a, const Mass& b) { return a.from < b.from; });
  std::vector<Mass> pooled;
  for (const Mass& mass : masses) {
    if (mass.true_share + mass.false_share <= 0) continue;
    if (!pooled.empty() && pooled.back().from == mass.from) {
      pooled.back().true_share += mass.true_share;
      pooled.back().false_share += mass.false_share;
    } else {
      pooled.push_back(mass);
    }
  }
  return pooled;
}

}  // namespace

double log2_one_plus_power_of_ten(double x) {
  const double y = x * ln_10;
  if (std::isinf(y)) return y > 0 ? infinity : 0;
  return (std::max(y, 0.0) + portable_log(1 + portable_exp(-std::fabs(y)))) / ln_2;
}

double cllr(std::span<const WeightedLr> true_pairs, std::span<const WeightedLr> false_pairs) {
  return (mean_cost(true_pairs, -1) + mean_cost(false_pairs, 1)) / 2;
}

constexpr double rounding = 1e-12;

std::vector<PavStep> pool_adjacent_violators(std::span<const WeightedLr> true_pairs,
                                             std::span<const WeightedLr> false_pairs) {
  std::vector<Mass> steps;
  for (const Mass& mass : merged(true_pairs, false_pairs)) {
    steps.push_back(mass);
    // A step may not have a lower posterior t / (t + f) than the one before it; cross-multiplied,
    // which needs no division by zero. Equal but for rounding is equal.
    while (steps.size() > 1) {
      const Mass& last = steps.back();
      Mass& before = steps[steps.size() - 2];
      if (before.true_share * last.false_share <
          last.true_share * before.false_share * (1 - rounding))
        break;
      before.to = last.to;
      before.true_share += last.true_share;
      before.false_share += last.false_share;
      steps.pop_back();
    }
  }
  std::vector<PavStep> result;
  for (const Mass& step : steps) {
    double log10_lr = 0;
    if (step.true_share <= 0)
      log10_lr = -infinity;
    else if (step.false_share <= 0)
      log10_lr = infinity;
    else
      log10_lr = portable_log10(step.true_share / step.false_share);
    result.push_back({step.from, step.to, log10_lr, step.true_share, step.false_share});
  }
  return result;
}

double minimum_cllr(std::span<const WeightedLr> true_pairs,
                    std::span<const WeightedLr> false_pairs) {
  double sum = 0;
  for (const PavStep& step : pool_adjacent_violators(true_pairs, false_pairs)) {
    const double both = step.true_share + step.false_share;
    if (step.true_share > 0) sum += step.true_share * portable_log(both / step.true_share);
    if (step.false_share > 0) sum += step.false_share * portable_log(both / step.false_share);
  }
  return sum / ln_2 / 2;
}

}  // namespace confronta
