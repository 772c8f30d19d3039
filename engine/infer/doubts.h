#pragma once
// Records that may be one and were not merged: what they would say together.

#include <vector>

#include "engine/score/score_relation.h"

namespace confronta {

/// Two rows of one table that are one with this probability, before identity is weighed.
struct Doubt {
  RowId a = 0;
  RowId b = 0;
  double posterior = 0;
};

/// No row is in two doubts of its side. `pairs` are the LRs of what two rows would be as one, with
/// the other side's rows and with what those would be: there the row numbers from the table's size
/// on stand for the side's doubts, in their order.
struct Doubts {
  std::vector<Doubt> reports, remains;
  std::vector<ScoredPair> pairs;
};

/// The strongest doubts (ties by rows) of which no two share a row, by rows. Of doubts on the same
/// two rows the strongest counts.
std::vector<Doubt> disjoint(std::vector<Doubt> doubts);

/// The pairs of `doubts`: wherever a pair of their rows was kept, scored as `scored` was. The
/// tables are those of `scored`.
std::vector<ScoredPair> score_doubts(const Doubts& doubts, const TraitTable& reports,
                                     const TraitTable& remains, const ScoredRelation& scored,
                                     const ReferenceSet& reference, const MatchOptions& options);

}  // namespace confronta
