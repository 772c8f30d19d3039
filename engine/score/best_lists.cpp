#include "engine/score/best_lists.h"

#include <algorithm>

namespace confronta {
namespace {

bool stands_before(const BestLists::Entry& a, const BestLists::Entry& b) {
  return a.score.units != b.score.units ? a.score.units > b.score.units : a.partner < b.partner;
}

}  // namespace

BestLists::BestLists(RowId rows, std::uint32_t keep, Score least)
    : keep_(keep),
      worst_(rows, keep == 0 ? std::numeric_limits<std::int32_t>::max() : least.units - 1),
      sizes_(rows, 0),
      entries_(std::size_t{rows} * keep) {}

void BestLists::insert(RowId row, Entry entry) {
  const auto begin = entries_.begin() + static_cast<std::ptrdiff_t>(std::size_t{row} * keep_);
  if (sizes_[row] == keep_) std::pop_heap(begin, begin + sizes_[row]--, stands_before);
  *(begin + sizes_[row]++) = entry;
  std::push_heap(begin, begin + sizes_[row], stands_before);
  if (sizes_[row] == keep_) worst_[row] = begin->score.units;
}

std::vector<BestLists::Entry> BestLists::list(RowId row) const {
  const auto begin = entries_.begin() + static_cast<std::ptrdiff_t>(std::size_t{row} * keep_);
  std::vector<Entry> sorted(begin, begin + sizes_[row]);
  std::sort(sorted.begin(), sorted.end(), stands_before);
  return sorted;
}

}  // namespace confronta
