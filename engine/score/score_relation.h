#pragma once
// The scored pairs of a relation that a run keeps, and what is known of the others.

#include <cstdint>
#include <vector>

#include "engine/match.h"
#include "engine/scan/pair_source.h"
#include "engine/score/histogram.h"

namespace confronta {

struct ScoredPair {
  RowId left = 0;
  RowId right = 0;
  Score score;
  bool operator==(const ScoredPair&) const = default;
};

struct ScoreOptions {
  int threads = 0;
  std::uint32_t keep_per_side = 50;   // best K of every row on both sides, ties to the lower RowId
  Score least_listed{-(1 << 30)};     // below it, a pair is in no list of best
  Score floor;                        // all pairs at or over it are kept as well
  std::uint64_t most_over_floor = 0;  // but no more than these: the cap on memory
  std::vector<double> left_weights;   // of each row, in the sums below; empty: 1
  std::vector<double> right_weights;
};

struct ScoredRelation {
  std::vector<ScoredPair> pairs;  // kept, by left, then right
  std::uint64_t compared = 0;
  Score floor;             // in force: raised in quarter bans where the cap demanded it
  std::uint64_t cut = 0;   // pairs at or over the floor asked for that were not kept
  TotalsHistogram totals;  // of all pairs
  /// For each row, the sum over its pairs that were not kept of (the other row's weight x LR). In
  /// a symmetric relation both roles of a row add to rest_of_left, and rest_of_right is empty.
  std::vector<double> rest_of_left, rest_of_right;
};

/// Scores every pair of the source exactly. The result does not depend on the number of threads.
/// Memory beside the result: about 16 MB of totals and 8 K bytes a row. Error "run.cancelled".
Result<ScoredRelation> score_relation(const PreparedRelation& relation, const PairSource& source,
                                      const ScoreOptions& options, Progress& progress);

}  // namespace confronta
