#pragma once
// How many of the true pairs an expert would be shown, and how many false ones beside them.
// Formulas in docs/method/evaluation.md. Pure; safe to call from any thread.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/evaluate/calibration.h"

namespace confronta {

/// The rank of a true pair in the list of its remains record (or of its report): 1 is the best.
/// 0: it is in no list, because it was ranked below the lists' end, or because one of its rows was
/// quarantined. Such pairs count, as misses.
using Rank = std::uint32_t;

/// Share of true pairs with rank 1..k; nothing if there are none.
std::optional<double> recall_at(std::span<const Rank> ranks, Rank k);

struct StratumRecall {
  std::string stratum;
  std::uint64_t pairs = 0;
  std::vector<double> recall;  // for each k asked for
};

/// Recall within each stratum, by name. `strata[i]` is the stratum of ranks[i]; same length.
std::vector<StratumRecall> recall_by_stratum(std::span<const Rank> ranks,
                                             std::span<const std::string> strata,
                                             std::span<const Rank> ks);

struct PrecisionPoint {
  double log10_lr = 0;              // the threshold
  double true_above = 0;            // true pairs at or above it
  double false_above = 0;           // false pairs at or above it
  std::optional<double> precision;  // true / (true + false); nothing above the threshold: nothing
  double recall = 0;                // of all true pairs
  double expected_chance_hits =
      0;  // at most: false pairs / 10^threshold, since P(LR >= t | H2) <= 1/t
};

/// For each threshold, in the order given. `true_total` >= the true pairs given: those that were
/// never scored (quarantined) count as below every threshold.
std::vector<PrecisionPoint> precision_over_thresholds(std::span<const WeightedLr> true_pairs,
                                                      std::span<const WeightedLr> false_pairs,
                                                      double true_total,
                                                      std::span<const double> thresholds);

struct PairQuality {
  std::uint64_t found = 0;
  std::uint64_t right = 0;
  std::uint64_t truth = 0;
  std::optional<double> precision;  // right / found; nothing where nothing was found
  std::optional<double> recall;     // right / truth; nothing where there is nothing to find
};

/// Duplicates, same bodies or parts found against the true ones. A pair has no direction and counts
/// once, however often and in whichever order it is given.
PairQuality pair_quality(std::span<const std::pair<std::string, std::string>> found,
                         std::span<const std::pair<std::string, std::string>> truth);

}  // namespace confronta
