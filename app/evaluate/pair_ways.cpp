#include "app/evaluate/pair_ways.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

#include "engine/evaluate/model_scores.h"

namespace confronta::app {
namespace {

constexpr double unscored = std::numeric_limits<double>::quiet_NaN();

std::vector<std::vector<std::pair<RowId, double>>> order_of_candidates(
    const PreparedRelation& identity, const Run& run) {
  std::vector<const RunPair*> pairs;
  for (const RunPair& pair : run.pairs)
    if (pair.relation == Relation::identity) pairs.push_back(&pair);
  const auto key = [](const RunPair& pair) { return std::tie(pair.posterior, pair.score); };
  std::stable_sort(pairs.begin(), pairs.end(),
                   [&](const RunPair* a, const RunPair* b) { return key(*a) < key(*b); });
  std::vector<std::vector<std::pair<RowId, double>>> kept(identity.left->size());
  double place = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (i > 0 && key(*pairs[i - 1]) < key(*pairs[i])) ++place;
    const auto left = identity.left->find(pairs[i]->left);
    const auto right = identity.right->find(pairs[i]->right);
    if (left && right) kept[*left].emplace_back(*right, place);
  }
  return kept;
}

}  // namespace

PairWays::PairWays(const PreparedRelation& identity, const RunView& view, const RecordLists& lists,
                   const world::OracleScorer* oracle, bool by_model)
    : identity_(identity),
      lists_(lists),
      oracle_(oracle),
      by_model_(by_model),
      first_model_(oracle ? Way::rule + 1 : Way::total + 1),
      all_right_(identity.right->size()),
      kept_(order_of_candidates(identity, view.run())) {
  std::iota(all_right_.begin(), all_right_.end(), RowId{0});
}

std::vector<bool> PairWays::is_lr() const {
  std::vector<bool> list{false, true};
  if (oracle_) list.insert(list.end(), {false, true, false});
  if (by_model_) list.resize(first_model_ + 2 * identity_.models.size(), true);
  return list;
}

void PairWays::score(std::uint32_t report, std::vector<std::vector<double>>& scores) const {
  if (const auto row = lists_.reports.row[report]) score_ours(*row, scores);
  if (oracle_ && lists_.reports.oracle[report]) score_oracle(report, scores);
}

void PairWays::score_ours(RowId row, std::vector<std::vector<double>>& scores) const {
  const auto columns = score_by_model(identity_, row, all_right_);
  std::vector<Score> sum(all_right_.size());
  for (const auto& column : columns)
    for (std::size_t r = 0; r < sum.size(); ++r) sum[r] += column[r];
  std::vector<double> place(all_right_.size(), unscored);
  for (const auto& [right, at] : kept_[row]) place[right] = at;
  for (std::size_t j = 0; j < lists_.remains.row.size(); ++j) {
    if (!lists_.remains.row[j]) continue;
    const RowId right = *lists_.remains.row[j];
    scores[Way::posterior][j] = place[right];
    scores[Way::total][j] = sum[right].log10();
    for (std::size_t m = 0; by_model_ && m < columns.size(); ++m) {
      scores[alone(m)][j] = columns[m][right].log10();
      scores[without(m)][j] = (sum[right] - columns[m][right]).log10();
    }
  }
}

void PairWays::score_oracle(std::uint32_t report, std::vector<std::vector<double>>& scores) const {
  const std::size_t left = *lists_.reports.oracle[report];
  const bool stored = lists_.reports.row[report].has_value();
  for (std::size_t j = 0; j < lists_.remains.oracle.size(); ++j) {
    if (!lists_.remains.oracle[j]) continue;
    const std::size_t right = *lists_.remains.oracle[j];
    const double log10_lr = oracle_->log10_lr(left, right);
    scores[Way::oracle][j] = log10_lr;
    if (stored && lists_.remains.row[j]) scores[Way::oracle_of_the_store][j] = log10_lr;
    scores[Way::rule][j] = oracle_->rule_points(left, right);
  }
}

}  // namespace confronta::app
