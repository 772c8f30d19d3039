#include "engine/evaluate/recall.h"

#include <algorithm>
#include <map>
#include <set>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

using Pairs = std::set<std::pair<std::string, std::string>>;

Pairs undirected(std::span<const std::pair<std::string, std::string>> pairs) {
  Pairs result;
  for (const auto& [a, b] : pairs) result.insert(a < b ? std::pair{a, b} : std::pair{b, a});
  return result;
}

double count_above(std::span<const WeightedLr> pairs, double threshold) {
  double sum = 0;
  for (const WeightedLr& pair : pairs)
    if (pair.log10_lr >= threshold) sum += pair.count;
  return sum;
}

}  // namespace

std::optional<double> recall_at(std::span<const Rank> ranks, Rank k) {
  if (ranks.empty()) return std::nullopt;
  const auto hits =
      std::count_if(ranks.begin(), ranks.end(), [k](Rank rank) { return rank >= 1 && rank <= k; });
  return static_cast<double>(hits) / static_cast<double>(ranks.size());
}

std::vector<StratumRecall> recall_by_stratum(std::span<const Rank> ranks,
                                             std::span<const std::string> strata,
                                             std::span<const Rank> ks) {
  std::map<std::string, std::vector<Rank>> groups;
  for (std::size_t i = 0; i < ranks.size(); ++i) groups[strata[i]].push_back(ranks[i]);
  std::vector<StratumRecall> result;
  for (const auto& [stratum, own] : groups) {
    StratumRecall row{stratum, own.size(), {}};
    for (const Rank k : ks) row.recall.push_back(*recall_at(own, k));
    result.push_back(std::move(row));
  }
  return result;
}

std::vector<PrecisionPoint> precision_over_thresholds(std::span<const WeightedLr> true_pairs,
                                                      std::span<const WeightedLr> false_pairs,
                                                      double true_total,
                                                      std::span<const double> thresholds) {
  double false_total = 0;
  for (const WeightedLr& pair : false_pairs) false_total += pair.count;
  std::vector<PrecisionPoint> result;
  for (const double threshold : thresholds) {
    PrecisionPoint point;
    point.log10_lr = threshold;
    point.true_above = count_above(true_pairs, threshold);
    point.false_above = count_above(false_pairs, threshold);
    const double above = point.true_above + point.false_above;
    if (above > 0) point.precision = point.true_above / above;
    point.recall = true_total > 0 ? point.true_above / true_total : 0;
    // A probability is at most 1: below log10 LR 0 the bound is all false pairs.
    point.expected_chance_hits = false_total * std::min(1.0, portable_pow(10, -threshold));
    result.push_back(point);
  }
  return result;
}

PairQuality pair_quality(std::span<const std::pair<std::string, std::string>> found,
                         std::span<const std::pair<std::string, std::string>> truth) {
  const Pairs claimed = undirected(found), real = undirected(truth);
  PairQuality quality;
  quality.found = claimed.size();
  quality.truth = real.size();
  for (const auto& pair : claimed) quality.right += real.count(pair);
  const auto right = static_cast<double>(quality.right);
  if (quality.found > 0) quality.precision = right / static_cast<double>(quality.found);
  if (quality.truth > 0) quality.recall = right / static_cast<double>(quality.truth);
  return quality;
}

}  // namespace confronta
