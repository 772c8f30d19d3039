#include "engine/score/totals.h"

#include <omp.h>

#include <algorithm>

namespace confronta {
namespace {

constexpr std::size_t scores_in_block = std::size_t{1} << 22;  // 16 MB
constexpr std::size_t fewest_rows = 16;                        // work for that many threads
constexpr std::size_t most_rows = 512;

}  // namespace

int thread_count(int threads) { return threads > 0 ? threads : omp_get_num_procs(); }

Score total_of(const PreparedRelation& relation, RowId left, RowId right) {
  Score total{};
  for (const auto& model : relation.models)
    model->add(left, std::span<const RowId>{&right, 1}, std::span<Score>{&total, 1});
  return total;
}

TotalsBlocks::TotalsBlocks(const PreparedRelation& relation, const PairSource& source, int threads)
    : relation_(relation), source_(source), threads_(thread_count(threads)) {
  const std::size_t right_rows = std::max<std::size_t>(relation.right->size(), 1);
  const std::size_t size = std::clamp(scores_in_block / right_rows, fewest_rows, most_rows);
  rows_.resize(size);
  rooms_.resize(size);
  totals_.resize(size);
}

bool TotalsBlocks::next() {
  const RowId left_rows = relation_.left->size();
  in_block_ = std::min<std::size_t>(rows_.size(), left_rows - next_left_);
  if (in_block_ == 0) return false;
  const auto count = static_cast<std::int64_t>(in_block_);
#pragma omp parallel for num_threads(threads_) schedule(dynamic, 1)
  for (std::int64_t index = 0; index < count; ++index) score(static_cast<std::size_t>(index));
  next_left_ += static_cast<RowId>(in_block_);
  for (const Row& row : rows()) pairs_ += row.right.size();
  return true;
}

void TotalsBlocks::score(std::size_t index) {
  const RowId left = next_left_ + static_cast<RowId>(index);
  const auto right = source_.survivors(left, rooms_[index]);
  std::vector<Score>& totals = totals_[index];
  totals.assign(right.size(), Score{});
  for (const auto& model : relation_.models) model->add(left, right, totals);
  rows_[index] = {left, right, totals};
}

void for_each_total(const PreparedRelation& relation, int threads,
                    const std::function<void(RowId left, std::span<const RowId> right,
                                             std::span<const Score> totals)>& use) {
  const auto source = all_pairs(relation.relation, *relation.left, *relation.right);
  TotalsBlocks blocks{relation, *source, threads};
  while (blocks.next())
    for (const TotalsBlocks::Row& row : blocks.rows()) use(row.left, row.right, row.totals);
}

}  // namespace confronta
