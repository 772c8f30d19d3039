#pragma once
// Decisions of people as they bear on the rows of a run.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/review/decided_pairs.h"
#include "engine/score/score_relation.h"
#include "models/domain/trait_table.h"
#include "models/stats/genetics/families.h"

namespace confronta {

/// Whether all that a row stands for, and all DNA that bears on it, is among the sorted names.
bool was_seen(const TraitTable::Row& row, const std::vector<std::string>& names,
              const genetics::Families& families);

/// By the rows of the merged tables of identity. Of one pair of rows several decisions may speak,
/// of different members: certain is more than weighted; where one excludes what another affirms
/// they contradict each other, none counts, and an expert must look. An exclusion holds for the
/// evidence that was seen: it does not reach a row with a member, or with DNA of its own or of its
/// family, that it was not decided on.
class DecidedRows {
 public:
  DecidedRows() = default;
  DecidedRows(const std::vector<DecidedPair>& pairs, const TraitTable& reports,
              const TraitTable& remains,
              const genetics::Families& families = genetics::no_families());

  Decided of(RowId left, RowId right) const;
  /// Whether the row has a partner that is taken as certain.
  bool left_is_certain(RowId left) const { return certain_left_.count(left) > 0; }
  bool right_is_certain(RowId right) const { return certain_right_.count(right) > 0; }
  const std::map<std::pair<RowId, RowId>, Decided>& pairs() const { return pairs_; }
  bool empty() const { return pairs_.empty(); }

  std::uint64_t contradictory = 0;  // pairs of rows
  std::uint64_t outgrown = 0;       // exclusions of rows of which more is known than was seen

 private:
  std::map<std::pair<RowId, RowId>, Decided> pairs_;
  std::set<RowId> certain_left_, certain_right_;
};

/// Adds the pairs that a decision affirms and that were not kept, each with its score; what they
/// added to the rests is taken out. `scored` is of `relation`, its rests weighted with the weights.
void add_decided_pairs(const DecidedRows& decided, const PreparedRelation& relation,
                       const std::vector<double>& left_weights,
                       const std::vector<double>& right_weights, ScoredRelation& scored);

}  // namespace confronta
