#include "engine/scan/pair_source.h"

#include <algorithm>
#include <array>

#include "engine/scan/extent.h"

namespace confronta {
namespace {

bool comparable(Relation relation, Extent a, Extent b) {
  if (relation == Relation::same_body) return (a & b) != 0;
  if (relation == Relation::part) return ((a | b) & part) != 0;
  return true;
}

/// Rows of one extent share one list of partners.
class AllPairs final : public PairSource {
 public:
  AllPairs(Relation relation, const TraitTable& left, const TraitTable& right)
      : symmetric_(is_symmetric(relation)) {
    const bool by_extent = relation == Relation::same_body || relation == Relation::part;
    extents_.assign(left.size(), whole);
    if (by_extent)
      for (RowId row = 0; row < left.size(); ++row) extents_[row] = extent_of(left, row);
    for (RowId row = 0; row < right.size(); ++row) {
      const Extent of_right = by_extent ? extents_[row] : whole;
      for (const Extent of_left : {whole, part, either})
        if (comparable(relation, of_left, of_right)) partners_[of_left].push_back(row);
    }
  }

  std::span<const RowId> survivors(RowId left, std::vector<RowId>& /*room*/) const override {
    const std::vector<RowId>& all = partners_[extents_[left]];
    const auto begin = symmetric_ ? std::upper_bound(all.begin(), all.end(), left) : all.begin();
    return {begin, all.end()};
  }

 private:
  bool symmetric_;
  std::vector<Extent> extents_;                   // of left rows
  std::array<std::vector<RowId>, 4> partners_{};  // by the extent of the left row
};

}  // namespace

std::unique_ptr<PairSource> all_pairs(Relation relation, const TraitTable& left,
                                      const TraitTable& right) {
  return std::make_unique<AllPairs>(relation, left, right);
}

std::uint64_t count_pairs(const PairSource& source, RowId left_rows) {
  std::vector<RowId> room;
  std::uint64_t count = 0;
  for (RowId left = 0; left < left_rows; ++left) count += source.survivors(left, room).size();
  return count;
}

}  // namespace confronta
