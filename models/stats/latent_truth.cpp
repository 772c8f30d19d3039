#include "models/stats/latent_truth.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace confronta {
namespace {

// Deconvolution is stopped early: a longer fit makes the grid spiky without moving any ratio.
constexpr int most_rounds = 100;
// Smoothing leaves the fixed point, where ratios sum to 1; a few rounds lead most of the way back.
constexpr int last_rounds = 5;
constexpr double settled = 1e-6;

/// The mass at either end of a scale stays on it.
void smooth(std::vector<double>& weights, std::size_t scale) {
  for (std::size_t begin = 0; begin + scale <= weights.size(); begin += scale) {
    double before = weights[begin];
    for (std::size_t t = begin; t < begin + scale; ++t) {
      const double here = weights[t];
      const double after = t + 1 < begin + scale ? weights[t + 1] : here;
      weights[t] = 0.25 * before + 0.5 * here + 0.25 * after;
      before = here;
    }
  }
}

}  // namespace

void normalise(std::vector<double>& weights) {
  double sum = 0;
  for (const double w : weights) sum += w;
  for (double& w : weights) w = sum > 0 ? w / sum : 1.0 / static_cast<double>(weights.size());
}

double dot(std::span<const double> a, std::span<const double> b) {
  std::array<double, 4> lane{};
  std::size_t i = 0;
  for (; i + 4 <= a.size(); i += 4)
    for (std::size_t l = 0; l < 4; ++l) lane[l] += a[i + l] * b[i + l];
  for (; i < a.size(); ++i) lane[0] += a[i] * b[i];
  return (lane[0] + lane[1]) + (lane[2] + lane[3]);
}

std::vector<double> fit_truth(std::span<const SeenTruth> seen, std::span<const double> fallback,
                              double pseudo_records, std::size_t scale) {
  std::vector<double> truth(fallback.begin(), fallback.end());
  normalise(truth);
  const std::vector<double> prior = truth;
  std::vector<double> next(truth.size());
  /// One round; how far it moved the truth.
  const auto improve = [&](std::size_t smoothed_over) {
    for (std::size_t t = 0; t < truth.size(); ++t) next[t] = pseudo_records * prior[t];
    for (const SeenTruth& one : seen) {
      const double whole = dot(truth, one.likelihood);
      if (!(whole > 0)) continue;
      const double share = one.records / whole;
      for (std::size_t t = 0; t < truth.size(); ++t)
        next[t] += share * truth[t] * one.likelihood[t];
    }
    if (smoothed_over > 0) smooth(next, smoothed_over);
    normalise(next);
    double moved = 0;
    for (std::size_t t = 0; t < truth.size(); ++t) moved += std::fabs(next[t] - truth[t]);
    truth.swap(next);
    return moved;
  };
  for (int round = 0; round < most_rounds; ++round)
    if (improve(scale) < settled) break;
  for (int round = 0; scale > 0 && round < last_rounds; ++round) improve(0);
  return truth;
}

std::vector<double> coverage(std::span<const SeenTruth> seen, std::span<const double> truth,
                             double pseudo_records) {
  std::vector<double> covered(truth.size(), pseudo_records);
  double all = pseudo_records;
  for (const SeenTruth& one : seen) {
    const double whole = dot(truth, one.likelihood);
    if (!(whole > 0)) continue;
    all += one.records;
    for (std::size_t t = 0; t < covered.size(); ++t)
      covered[t] += one.records / whole * one.likelihood[t];
  }
  for (double& c : covered) c = all > 0 ? c / all : 1;
  return covered;
}

}  // namespace confronta
