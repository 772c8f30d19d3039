#pragma once
// Every pair of two sides under several ways of scoring, held against the truth in one pass: ours,
// the models one by one, and whatever else they are to be compared with.

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "engine/evaluate/lr_histogram.h"
#include "engine/evaluate/recall.h"
#include "engine/progress.h"
#include "models/domain/result.h"

namespace confronta {

inline constexpr std::uint32_t no_person = 0xFFFFFFFF;

struct TruePair {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
};

/// What a pass goes over. Sides are indices.
struct PairPass {
  std::uint32_t lefts = 0;
  std::uint32_t rights = 0;
  std::vector<TruePair> truth;  // in any order
  /// The person of each left and right, no_person where the truth does not name one. Both of a true
  /// pair have the same.
  std::vector<std::uint32_t> left_person, right_person;
  /// For each way of scoring: whether its scores are log10 LRs, whose false pairs are counted.
  std::vector<bool> is_lr;
  /// Fills scores[way][right], all of `rights` long, for one left. Greater is better; NaN: this way
  /// does not score the pair, which then is in no list. Called by several threads.
  std::function<void(std::uint32_t left, std::vector<std::vector<double>>& scores)> score;
};

/// What came out for one way of scoring.
struct PairOutcome {
  /// Of each true pair, in the order given: its score, NaN where there is none.
  std::vector<double> true_scores;
  /// Its rank in the list of its right (per_right) and of its left. Records of the same person are
  /// no rivals: they are right answers too. Ties count half, halves rounded up: 1 + rivals above +
  /// half of the rivals that tie. 0: not scored.
  std::vector<Rank> per_right, per_left;
  std::vector<WeightedLr> false_pairs;  // empty unless is_lr
};

/// One outcome for each way of scoring, the same for any number of `threads` (0 = all cores).
/// Scores each left that has a true pair twice. Error "run.cancelled".
Result<std::vector<PairOutcome>> pass_over_pairs(const PairPass& pass, int threads,
                                                 Progress& progress);

}  // namespace confronta
