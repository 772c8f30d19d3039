#include "engine/evaluate/evidence_quality.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr double ln_10 = 2.302585092994045684;

double total(std::span<const WeightedLr> pairs) {
  double sum = 0;
  for (const WeightedLr& pair : pairs) sum += pair.count;
  return sum;
}

std::vector<WeightedLr> spoken(std::span<const WeightedLr> pairs) {
  std::vector<WeightedLr> list;
  for (const WeightedLr& pair : pairs)
    if (pair.log10_lr != 0) list.push_back(pair);
  return list;
}

/// The mean of `value` of the log10 LR.
template <class Value>
std::optional<double> mean(std::span<const WeightedLr> pairs, Value value) {
  double sum = 0, count = 0;
  for (const WeightedLr& pair : pairs) {
    sum += pair.count * value(pair.log10_lr);
    count += pair.count;
  }
  return count > 0 ? std::optional{sum / count} : std::nullopt;
}

/// The least and the greatest log10 LR.
std::pair<double, double> reach_of(std::span<const WeightedLr> pairs) {
  double least = std::numeric_limits<double>::infinity(), most = -least;
  for (const WeightedLr& pair : pairs) {
    if (pair.count <= 0) continue;
    least = std::min(least, pair.log10_lr);
    most = std::max(most, pair.log10_lr);
  }
  return {least, most};
}

double share(std::span<const WeightedLr> part, std::span<const WeightedLr> whole) {
  const double all = total(whole);
  return all > 0 ? total(part) / all : 0;
}

/// The cost of (a, b), its slope and its curvature, each class weighing one half.
struct LogisticCost {
  double cost = 0;
  double by_a = 0, by_b = 0, by_aa = 0, by_ab = 0, by_bb = 0;

  LogisticCost(double a, double b, std::span<const WeightedLr> true_pairs,
               std::span<const WeightedLr> false_pairs) {
    add(a, b, true_pairs, true);
    add(a, b, false_pairs, false);
  }

  void add(double a, double b, std::span<const WeightedLr> pairs, bool is_true) {
    const double unit = 0.5 / total(pairs);
    for (const WeightedLr& pair : pairs) {
      const double x = pair.log10_lr * ln_10, z = a + b * x;
      const double small = portable_exp(-std::fabs(z));
      const double p = z >= 0 ? 1 / (1 + small) : small / (1 + small);
      const double w = unit * pair.count, off = p - (is_true ? 1 : 0), bend = w * p * (1 - p);
      // -ln p for a true pair, -ln(1 - p) for a false one, without overflow.
      cost += w * ((is_true == (z < 0) ? std::fabs(z) : 0) + portable_log(1 + small));
      by_a += w * off;
      by_b += w * off * x;
      by_aa += bend;
      by_ab += bend * x;
      by_bb += bend * x * x;
    }
  }
};

}  // namespace

std::optional<LogisticFit> logistic_recalibration(std::span<const WeightedLr> true_pairs,
                                                  std::span<const WeightedLr> false_pairs) {
  const auto [least_true, most_true] = reach_of(true_pairs);
  const auto [least_false, most_false] = reach_of(false_pairs);
  // Classes that do not overlap are told apart ever better by ever steeper lines. An empty class
  // overlaps with nothing.
  if (least_true >= most_false || most_true <= least_false) return std::nullopt;
  double a = 0, b = 1;
  LogisticCost at{a, b, true_pairs, false_pairs};
  for (int round = 0; round < 200; ++round) {
    const double det = at.by_aa * at.by_bb - at.by_ab * at.by_ab;
    if (!(det > 1e-12 * at.by_aa * at.by_bb)) return std::nullopt;
    double step_a = (at.by_bb * at.by_a - at.by_ab * at.by_b) / det;
    double step_b = (at.by_aa * at.by_b - at.by_ab * at.by_a) / det;
    // Newton's step, halved until it does not climb.
    LogisticCost next{a - step_a, b - step_b, true_pairs, false_pairs};
    for (int halving = 0; next.cost > at.cost && halving < 40; ++halving) {
      step_a /= 2;
      step_b /= 2;
      next = LogisticCost{a - step_a, b - step_b, true_pairs, false_pairs};
    }
    a -= step_a;
    b -= step_b;
    if (std::fabs(step_a) + std::fabs(step_b) < 1e-9) return LogisticFit{a / ln_10, b};
    at = next;
  }
  return std::nullopt;
}

EvidenceQuality evidence_quality(std::span<const WeightedLr> true_pairs,
                                 std::span<const WeightedLr> false_pairs) {
  const auto of_true = spoken(true_pairs), of_false = spoken(false_pairs);
  const auto itself = [](double x) { return x; };
  EvidenceQuality quality;
  quality.speaks_true = share(of_true, true_pairs);
  quality.speaks_false = share(of_false, false_pairs);
  quality.mean_true = mean(of_true, itself);
  quality.mean_false = mean(of_false, itself);
  quality.mean_lr_false = mean(of_false, [](double x) { return portable_pow(10, x); });
  quality.mean_inverse_true = mean(of_true, [](double x) { return portable_pow(10, -x); });
  quality.fit = logistic_recalibration(of_true, of_false);
  quality.cllr = cllr(true_pairs, false_pairs);
  quality.cllr_min = minimum_cllr(true_pairs, false_pairs);
  return quality;
}

}  // namespace confronta
