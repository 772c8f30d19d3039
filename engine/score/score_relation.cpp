#include "engine/score/score_relation.h"

#include <algorithm>
#include <array>
#include <limits>

#include "engine/score/best_lists.h"
#include "engine/score/likelihood_ratio.h"
#include "engine/score/totals.h"

namespace confronta {
namespace {

bool by_rows(const ScoredPair& a, const ScoredPair& b) {
  return a.left != b.left ? a.left < b.left : a.right < b.right;
}

/// Gathers what is kept, block by block: first for the right rows, then for the left rows of the
/// block, each in parallel and each row by one thread. In this order a row of a symmetric relation
/// meets its partners in increasing order, as BestLists asks.
class Gatherer {
 public:
  Gatherer(const PreparedRelation& relation, const ScoreOptions& options)
      : options_(options),
        symmetric_(is_symmetric(relation.relation)),
        threads_(thread_count(options.threads)),
        right_rows_(relation.right->size()),
        left_weights_(weights(options.left_weights, relation.left->size())),
        right_weights_(weights(options.right_weights, right_rows_)),
        left_lists_(relation.left->size(), options.keep_per_side, options.least_listed),
        right_lists_(symmetric_ ? 0 : right_rows_, options.keep_per_side, options.least_listed) {
    result_.floor = options.floor;
    result_.rest_of_left.assign(relation.left->size(), 0);
    result_.rest_of_right.assign(symmetric_ ? 0 : right_rows_, 0);
  }

  void take(std::span<const TotalsBlocks::Row> rows) {
    found_.resize(std::max(found_.size(), rows.size()));
    const auto chunk_count = static_cast<std::int64_t>((right_rows_ + chunk - 1) / chunk);
#pragma omp parallel for num_threads(threads_) schedule(dynamic, 1)
    for (std::int64_t i = 0; i < chunk_count; ++i) take_right(rows, static_cast<RowId>(i) * chunk);
    const auto row_count = static_cast<std::int64_t>(rows.size());
#pragma omp parallel for num_threads(threads_) schedule(dynamic, 1)
    for (std::int64_t i = 0; i < row_count; ++i)
      take_left(rows[static_cast<std::size_t>(i)], found_[static_cast<std::size_t>(i)]);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t bin = 0; bin < TotalsHistogram::bins; ++bin)
        result_.totals[bin] += found_[i].counts[bin];
      result_.pairs.insert(result_.pairs.end(), found_[i].over.begin(), found_[i].over.end());
      over_asked_ += found_[i].over_asked;
    }
    if (result_.pairs.size() > options_.most_over_floor) raise_floor();
  }

  ScoredRelation finish(std::uint64_t compared) {
    result_.compared = compared;
    keep_lists();
    std::uint64_t kept_over = 0;
    for (const ScoredPair& pair : result_.pairs) kept_over += pair.score >= options_.floor;
    result_.cut = over_asked_ - kept_over;
    return std::move(result_);
  }

 private:
  static constexpr RowId chunk = 1024;  // right rows whose lists stay in a core's cache

  /// What one left row of a block gave.
  struct Found {
    std::vector<ScoredPair> over;  // at or over the floor in force
    std::uint64_t over_asked = 0;  // at or over the floor asked for
    std::array<std::uint32_t, TotalsHistogram::bins> counts{};
  };

  static std::vector<double> weights(const std::vector<double>& given, RowId rows) {
    return given.empty() ? std::vector<double>(rows, 1.0) : given;
  }
  BestLists& lists_of_right() { return symmetric_ ? left_lists_ : right_lists_; }
  std::vector<double>& rest_of_right() {
    return symmetric_ ? result_.rest_of_left : result_.rest_of_right;
  }

  void take_left(const TotalsBlocks::Row& row, Found& found) {
    found.over.clear();
    found.counts.fill(0);
    found.over_asked = 0;
    double rest = 0;
    for (std::size_t k = 0; k < row.right.size(); ++k) {
      const Score score = row.totals[k];
      const RowId right = row.right[k];
      ++found.counts[TotalsHistogram::bin_of(score)];
      found.over_asked += score >= options_.floor;
      if (score >= result_.floor)
        found.over.push_back({row.left, right, score});
      else
        rest += right_weights_[right] * ratios_(score);
      left_lists_.offer(row.left, right, score);
    }
    result_.rest_of_left[row.left] += rest;
  }

  void take_right(std::span<const TotalsBlocks::Row> rows, RowId first) {
    BestLists& lists = lists_of_right();
    std::vector<double>& rest = rest_of_right();
    for (const TotalsBlocks::Row& row : rows) {
      auto at = static_cast<std::size_t>(
          std::lower_bound(row.right.begin(), row.right.end(), first) - row.right.begin());
      for (; at < row.right.size() && row.right[at] < first + chunk; ++at) {
        const Score score = row.totals[at];
        const RowId right = row.right[at];
        if (score < result_.floor) rest[right] += left_weights_[row.left] * ratios_(score);
        lists.offer(right, row.left, score);
      }
    }
  }

  /// Raises the floor to the lowest edge that leaves no more pairs than the cap. The counts only
  /// grow, so that the last floor does not depend on when it was raised.
  void raise_floor() {
    std::size_t bin = TotalsHistogram::bins;
    std::uint64_t over = 0;
    while (bin > 0 && over + result_.totals[bin - 1] <= options_.most_over_floor)
      over += result_.totals[--bin];
    const Score raised = bin < TotalsHistogram::bins
                             ? std::max(result_.floor, TotalsHistogram::edge(bin))
                             : Score{std::numeric_limits<std::int32_t>::max()};
    result_.floor = raised;
    std::erase_if(result_.pairs, [&](const ScoredPair& pair) {
      if (pair.score >= raised) return false;
      result_.rest_of_left[pair.left] += right_weights_[pair.right] * ratios_(pair.score);
      rest_of_right()[pair.right] += left_weights_[pair.left] * ratios_(pair.score);
      return true;
    });
  }

  /// Adds the pairs that only a list of best holds, and takes them out of the rest.
  void keep_lists() {
    std::vector<ScoredPair> listed;
    const auto add = [&](RowId left, RowId right, Score score) {
      if (score < result_.floor) listed.push_back({left, right, score});
    };
    for (RowId row = 0; row < result_.rest_of_left.size(); ++row)
      for (const BestLists::Entry& e : left_lists_.list(row))
        symmetric_ ? add(std::min(row, e.partner), std::max(row, e.partner), e.score)
                   : add(row, e.partner, e.score);
    for (RowId row = 0; row < result_.rest_of_right.size(); ++row)
      for (const BestLists::Entry& e : right_lists_.list(row)) add(e.partner, row, e.score);
    std::sort(listed.begin(), listed.end(), by_rows);
    listed.erase(std::unique(listed.begin(), listed.end()), listed.end());
    for (const ScoredPair& pair : listed) {
      take_out(result_.rest_of_left[pair.left], right_weights_[pair.right], pair.score);
      take_out(rest_of_right()[pair.right], left_weights_[pair.left], pair.score);
    }
    const auto middle = static_cast<std::ptrdiff_t>(result_.pairs.size());
    result_.pairs.insert(result_.pairs.end(), listed.begin(), listed.end());
    std::inplace_merge(result_.pairs.begin(), result_.pairs.begin() + middle, result_.pairs.end(),
                       by_rows);
  }

  /// What is subtracted was added before; rounding must not leave less than nothing.
  void take_out(double& rest, double weight, Score score) const {
    rest = std::max(0.0, rest - weight * ratios_(score));
  }

  const ScoreOptions& options_;
  bool symmetric_;
  int threads_;
  RowId right_rows_;
  std::vector<double> left_weights_, right_weights_;
  LikelihoodRatios ratios_;
  BestLists left_lists_, right_lists_;
  std::vector<Found> found_;  // of each row of a block
  std::uint64_t over_asked_ = 0;
  ScoredRelation result_;
};

}  // namespace

Result<ScoredRelation> score_relation(const PreparedRelation& relation, const PairSource& source,
                                      const ScoreOptions& options, Progress& progress) {
  Gatherer gatherer{relation, options};
  TotalsBlocks blocks{relation, source, options.threads};
  while (blocks.next()) {
    gatherer.take(blocks.rows());
    progress.done(blocks.pairs());
    if (progress.cancelled()) return Error{"run.cancelled", {}, {}};
  }
  return gatherer.finish(blocks.pairs());
}

}  // namespace confronta
