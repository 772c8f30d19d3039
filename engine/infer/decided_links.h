#pragma once
// Decisions of people on pairs within one side: reports that are one person's, remains of one body.

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "engine/review/decided_pairs.h"
#include "models/domain/trait_table.h"
#include "models/stats/genetics/families.h"

namespace confronta {

/// By the rows of a table of subjects one by one. Decisions of other relations, and on subjects
/// that are not in the table, are left out. A decision is about its own relation: that two records
/// are not one body registered twice does not say that they are no parts of one. An exclusion holds
/// for the DNA that was seen, as one of identity does (engine/infer/decided_rows.h).
class DecidedLinks {
 public:
  using Key = std::tuple<Relation, RowId, RowId>;  // the first row is the lesser

  DecidedLinks() = default;
  DecidedLinks(const std::vector<DecidedPair>& pairs, const TraitTable& table,
               const genetics::Families& families = genetics::no_families());

  /// In either order of the rows.
  Decided of(Relation relation, RowId a, RowId b) const;
  const std::map<Key, Decided>& pairs() const { return pairs_; }

  std::uint64_t outgrown = 0;  // exclusions of rows of which there is DNA that was not seen

 private:
  std::map<Key, Decided> pairs_;
};

}  // namespace confronta
