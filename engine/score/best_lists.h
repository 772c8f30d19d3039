#pragma once
// The best K partners of every row.

#include <cstdint>
#include <limits>
#include <vector>

#include "models/domain/score.h"
#include "models/domain/trait_table.h"

namespace confronta {

/// Partners must be offered to a row in increasing order: of two with one score the first comes
/// before the second, so that an equal score never displaces anything. Rows may be offered to by
/// different threads; one row by one thread at a time.
class BestLists {
 public:
  struct Entry {
    Score score;
    RowId partner = 0;
  };

  /// Scores below `least` are never listed.
  BestLists(RowId rows, std::uint32_t keep, Score least);

  void offer(RowId row, RowId partner, Score score) {
    if (score.units > worst_[row]) insert(row, {score, partner});
  }
  /// Best first; of equal scores the lower partner first.
  std::vector<Entry> list(RowId row) const;

 private:
  void insert(RowId row, Entry entry);

  std::uint32_t keep_;
  std::vector<std::int32_t> worst_;   // what a score must exceed to be listed
  std::vector<std::uint32_t> sizes_;  // of the lists
  std::vector<Entry> entries_;        // keep_ places a row, each row a heap with its worst on top
};

}  // namespace confronta
