#pragma once
// Exact totals of the pairs of one relation, in blocks of left rows.

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "engine/match.h"
#include "engine/scan/pair_source.h"

namespace confronta {

/// The number of threads that `threads` asks for (0 = all cores).
int thread_count(int threads);

/// The total of one pair: the sum of all models.
Score total_of(const PreparedRelation& relation, RowId left, RowId right);

/// Walks over the left rows block by block; the rows of a block are scored in parallel, one call of
/// each model a row. A block's size depends on the size of the tables alone, so that whatever is
/// done between blocks is the same for any number of threads.
class TotalsBlocks {
 public:
  struct Row {
    RowId left = 0;
    std::span<const RowId> right;
    std::span<const Score> totals;  // of right, one by one
  };

  TotalsBlocks(const PreparedRelation& relation, const PairSource& source, int threads);
  /// Scores the next block; false where there is none left.
  bool next();
  /// The rows of the block, by left row; valid until next().
  std::span<const Row> rows() const { return {rows_.data(), in_block_}; }
  /// Pairs scored so far.
  std::uint64_t pairs() const { return pairs_; }

 private:
  void score(std::size_t index);

  const PreparedRelation& relation_;
  const PairSource& source_;
  int threads_;
  RowId next_left_ = 0;
  std::size_t in_block_ = 0;
  std::uint64_t pairs_ = 0;
  std::vector<Row> rows_;
  std::vector<std::vector<RowId>> rooms_;
  std::vector<std::vector<Score>> totals_;
};

/// Streams the totals of every pair: `use` is called once for each left row, in order, from the
/// calling thread; `right` and `totals` go side by side. In a symmetric relation right > left.
void for_each_total(const PreparedRelation& relation, int threads,
                    const std::function<void(RowId left, std::span<const RowId> right,
                                             std::span<const Score> totals)>& use);

}  // namespace confronta
