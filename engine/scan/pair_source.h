#pragma once
// Which pairs of a relation get an exact score: the place where the bounded scan will stand.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "models/domain/relation.h"
#include "models/domain/trait_table.h"

namespace confronta {

/// Gives, for each left row, the right rows that survive. A source may leave a pair out only if its
/// exact score cannot reach any list. Immutable; shared by threads.
class PairSource {
 public:
  virtual ~PairSource() = default;
  /// The surviving right rows of `left`, strictly increasing (greater than `left` in a symmetric
  /// relation). The span lies in the source or in `room`, the caller's memory for one row.
  virtual std::span<const RowId> survivors(RowId left, std::vector<RowId>& room) const = 0;
};

/// Every pair that the relation can hold for. *Same body* looks at two whole bodies or at two
/// parts, *part* at pairs with at least one part; a record that does not say what it is may be
/// either (extent.h).
std::unique_ptr<PairSource> all_pairs(Relation relation, const TraitTable& left,
                                      const TraitTable& right);

/// How many pairs a source gives in all.
std::uint64_t count_pairs(const PairSource& source, RowId left_rows);

}  // namespace confronta
