#include "engine/evaluate/pair_pass.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/score/totals.h"

namespace confronta {
namespace {

using Columns = std::vector<std::vector<double>>;

constexpr std::size_t scores_in_block = std::size_t{1} << 22;  // 32 MB
constexpr double unscored = std::numeric_limits<double>::quiet_NaN();

struct Rivals {
  std::uint32_t above = 0;
  std::uint32_t tied = 0;

  // NaN is neither above nor equal.
  void meet(double rival, double own) {
    above += rival > own ? 1 : 0;
    tied += rival == own ? 1 : 0;
  }
  Rank rank_of(double own) const { return std::isnan(own) ? 0 : 1 + above + (tied + 1) / 2; }
};

class Passer {
 public:
  Passer(const PairPass& pass, int threads, Progress& progress)
      : pass_(pass),
        threads_(thread_count(threads)),
        progress_(progress),
        ways_(pass.is_lr.size()),
        outcomes_(ways_),
        histograms_(ways_),
        rivals_(ways_, std::vector<Rivals>(pass.truth.size())) {
    for (PairOutcome& outcome : outcomes_) {
      outcome.true_scores.resize(pass.truth.size(), unscored);
      outcome.per_left.resize(pass.truth.size());
    }
    for (std::size_t t = 0; t < pass.truth.size(); ++t) by_left_.push_back(t);
    std::sort(by_left_.begin(), by_left_.end(), [&](std::size_t a, std::size_t b) {
      const TruePair &x = pass.truth[a], &y = pass.truth[b];
      return x.left != y.left ? x.left < y.left : x.right < y.right;
    });
    for (std::size_t i = 0; i < by_left_.size(); ++i)
      if (i == 0 || left_of(i) != left_of(i - 1)) starts_.push_back(i);
    starts_.push_back(by_left_.size());
  }

  Result<std::vector<PairOutcome>> run() {
    const std::uint64_t rows = pass_.lefts + (starts_.size() - 1);
    progress_.stage("evaluate.pairs", rows * pass_.rights);
    if (auto done = score_truth(); !done) return done.error();
    if (auto done = meet_rivals(); !done) return done.error();
    for (std::size_t way = 0; way < ways_; ++way) {
      PairOutcome& outcome = outcomes_[way];
      for (std::size_t t = 0; t < pass_.truth.size(); ++t)
        outcome.per_right.push_back(rivals_[way][t].rank_of(outcome.true_scores[t]));
      outcome.false_pairs = histograms_[way].pairs();
    }
    return std::move(outcomes_);
  }

 private:
  std::uint32_t left_of(std::size_t i) const { return pass_.truth[by_left_[i]].left; }

  Columns empty_columns() const {
    return Columns(ways_, std::vector<double>(pass_.rights, unscored));
  }

  Status tell(std::uint64_t rows) {
    rows_done_ += rows;
    progress_.done(rows_done_ * pass_.rights);
    return progress_.cancelled() ? Status{Error{"run.cancelled", {}, {}}} : success();
  }

  /// The scores of the true pairs, and their ranks in the lists of their lefts.
  Status score_truth() {
    const auto count = static_cast<std::int64_t>(starts_.size() - 1);
    constexpr std::int64_t step = 64;
    for (std::int64_t first = 0; first < count; first += step) {
      const std::int64_t end = std::min(count, first + step);
#pragma omp parallel for num_threads(threads_) schedule(dynamic, 1)
      for (std::int64_t i = first; i < end; ++i) score_true_left(static_cast<std::size_t>(i));
      if (auto told = tell(static_cast<std::uint64_t>(end - first)); !told) return told;
    }
    return success();
  }

  void score_true_left(std::size_t index) {
    Columns scores = empty_columns();
    pass_.score(left_of(starts_[index]), scores);
    for (std::size_t i = starts_[index]; i < starts_[index + 1]; ++i) {
      const std::size_t t = by_left_[i];
      const TruePair& pair = pass_.truth[t];
      const std::uint32_t person = pass_.left_person[pair.left];
      for (std::size_t way = 0; way < ways_; ++way) {
        const double own = scores[way][pair.right];
        Rivals rivals;
        for (std::uint32_t right = 0; right < pass_.rights; ++right)
          if (right != pair.right && pass_.right_person[right] != person)
            rivals.meet(scores[way][right], own);
        outcomes_[way].true_scores[t] = own;
        outcomes_[way].per_left[t] = rivals.rank_of(own);
      }
    }
  }

  /// All pairs, in blocks of lefts: scored by left, then counted by way, so that no two threads
  /// write to one count.
  Status meet_rivals() {
    const std::size_t in_row = std::max<std::size_t>(1, ways_ * pass_.rights);
    const std::size_t size = std::clamp<std::size_t>(scores_in_block / in_row, 1, 256);
    std::vector<Columns> block(size, empty_columns());
    for (std::uint32_t first = 0; first < pass_.lefts; first += static_cast<std::uint32_t>(size)) {
      const auto rows = static_cast<std::int64_t>(std::min<std::size_t>(size, pass_.lefts - first));
#pragma omp parallel for num_threads(threads_) schedule(dynamic, 1)
      for (std::int64_t row = 0; row < rows; ++row) {
        for (auto& column : block[row]) std::fill(column.begin(), column.end(), unscored);
        pass_.score(first + static_cast<std::uint32_t>(row), block[row]);
      }
      const auto ways = static_cast<std::int64_t>(ways_);
#pragma omp parallel for num_threads(threads_) schedule(dynamic, 1)
      for (std::int64_t way = 0; way < ways; ++way)
        for (std::int64_t row = 0; row < rows; ++row)
          count(static_cast<std::size_t>(way), first + static_cast<std::uint32_t>(row),
                block[row][way]);
      if (auto told = tell(static_cast<std::uint64_t>(rows)); !told) return told;
    }
    return success();
  }

  void count(std::size_t way, std::uint32_t left, const std::vector<double>& scores) {
    if (pass_.is_lr[way]) count_false(histograms_[way], left, scores);
    const std::vector<double>& own = outcomes_[way].true_scores;
    for (std::size_t t = 0; t < pass_.truth.size(); ++t) {
      const TruePair& pair = pass_.truth[t];
      if (left != pair.left && pass_.left_person[left] != pass_.right_person[pair.right])
        rivals_[way][t].meet(scores[pair.right], own[t]);
    }
  }

  void count_false(LrHistogram& histogram, std::uint32_t left, const std::vector<double>& scores) {
    auto next = static_cast<std::size_t>(std::lower_bound(by_left_.begin(), by_left_.end(), left,
                                                          [&](std::size_t t, std::uint32_t value) {
                                                            return pass_.truth[t].left < value;
                                                          }) -
                                         by_left_.begin());
    for (std::uint32_t right = 0; right < pass_.rights; ++right) {
      bool is_true = false;
      for (; next < by_left_.size() && left_of(next) == left &&
             pass_.truth[by_left_[next]].right == right;
           ++next)
        is_true = true;
      if (!is_true && !std::isnan(scores[right])) histogram.add(scores[right]);
    }
  }

  const PairPass& pass_;
  int threads_;
  Progress& progress_;
  std::size_t ways_;
  std::uint64_t rows_done_ = 0;
  std::vector<std::size_t> by_left_;  // true pairs by left, then right
  std::vector<std::size_t> starts_;   // where each left begins in by_left_, and the end
  std::vector<PairOutcome> outcomes_;
  std::vector<LrHistogram> histograms_;
  std::vector<std::vector<Rivals>> rivals_;  // of each way and true pair, in the list of its right
};

}  // namespace

Result<std::vector<PairOutcome>> pass_over_pairs(const PairPass& pass, int threads,
                                                 Progress& progress) {
  return Passer{pass, threads, progress}.run();
}

}  // namespace confronta
