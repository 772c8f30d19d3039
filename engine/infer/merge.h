#pragma once
// Records that a run treats as one, before evidence is added up over them.

#include <vector>

#include "engine/infer/links.h"
#include "engine/run.h"
#include "models/domain/trait_table.h"

namespace confronta {

/// A reason to merge two rows of one table. `posterior` is 1 for a must-link.
struct Link {
  Relation relation = Relation::duplicate;
  RowId a = 0;
  RowId b = 0;
  double posterior = 0;
};

/// Groups by transitive closure over the links, guarded: links are taken by relation, strongest
/// first (ties by rows), and one is used only if no record of one group cannot be linked to one of
/// the other (`rules`; nullptr: nothing is forbidden). A group's relation is that of its last kind
/// of link (part after same body), its posterior that of the weakest link that was used. Sorted by
/// id.
std::vector<RunGroup> merge(const TraitTable& table, std::vector<Link> links,
                            const LinkRules* rules);

/// The rows with each group as one: the union of its members' observations, each told once, with
/// Provenance::record = index of the member. Rows keep their order; a group stands where its first
/// member stood.
std::vector<TraitTable::Row> merged_rows(const std::vector<TraitTable::Row>& rows,
                                         const std::vector<RunGroup>& groups);

/// Two rows as one: the union of their members and observations. Its id is that of neither.
TraitTable::Row joined_row(const TraitTable::Row& a, const TraitTable::Row& b);

}  // namespace confronta
