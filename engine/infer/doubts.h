#pragma once
// Records that may be one and were not merged: what they would say together.

#include <functional>
#include <string>
#include <vector>

#include "engine/run.h"
#include "engine/score/score_relation.h"
#include "models/stats/genetics/families.h"

namespace confronta {

class FamilyTables;

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

/// Two subjects that may be one by a relation within one side, and were not merged.
struct UnmergedLink {
  Relation relation = Relation::duplicate;
  std::string a, b;
  double posterior = 0;
};

/// The strongest doubts (ties by rows) of which no two share a row, by rows. Of doubts on the same
/// two rows the strongest counts.
std::vector<Doubt> disjoint(std::vector<Doubt> doubts);

/// The doubts between the rows of a merged table that its subjects' links leave; links of subjects
/// of another table, or within one row, leave none. `allowed` says whether two rows can be one.
std::vector<Doubt> doubts_between(
    const TraitTable& merged, const std::vector<RunGroup>& groups,
    const std::vector<UnmergedLink>& links,
    const std::function<bool(Relation, const TraitTable::Row&, const TraitTable::Row&)>& allowed);

/// The pairs of `doubts`: wherever a pair of their rows was kept, scored as `scored` was. The
/// tables are those of `scored`; `known` is what was known of families when it was made.
std::vector<ScoredPair> score_doubts(const Doubts& doubts, const TraitTable& reports,
                                     const TraitTable& remains, const ScoredRelation& scored,
                                     const ReferenceSet& reference, const MatchOptions& options,
                                     const genetics::Families& families,
                                     FamilyTables* known = nullptr);

}  // namespace confronta
