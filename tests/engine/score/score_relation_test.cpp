#include "engine/score/score_relation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/score/totals.h"
#include "models/stats/portable_math.h"
#include "tests/engine/support/synthetic.h"

namespace confronta {
namespace {

using test::MixedRelation;

ScoredRelation scored(const MixedRelation& relation, ScoreOptions options) {
  Progress progress;
  const auto source =
      all_pairs(relation.prepared.relation, *relation.prepared.left, *relation.prepared.right);
  return score_relation(relation.prepared, *source, options, progress).value();
}

/// All pairs in the order of the relation, by the plain definition.
std::vector<ScoredPair> every_pair(const MixedRelation& relation) {
  std::vector<ScoredPair> pairs;
  const bool symmetric = is_symmetric(relation.prepared.relation);
  for (RowId l = 0; l < relation.prepared.left->size(); ++l)
    for (RowId r = symmetric ? l + 1 : 0; r < relation.prepared.right->size(); ++r)
      pairs.push_back({l, r, total_of(relation.prepared, l, r)});
  return pairs;
}

/// What must be kept: sort, take K for each row, and all over the floor.
std::vector<ScoredPair> kept_by_definition(const MixedRelation& relation,
                                           const ScoreOptions& options) {
  const std::vector<ScoredPair> all = every_pair(relation);
  const bool symmetric = is_symmetric(relation.prepared.relation);
  std::set<std::tuple<RowId, RowId>> keep;
  for (const bool left_side : {true, false}) {
    const RowId rows = (left_side ? relation.prepared.left : relation.prepared.right)->size();
    for (RowId row = 0; row < rows; ++row) {
      std::vector<std::tuple<std::int32_t, RowId, ScoredPair>> of_row;
      for (const ScoredPair& p : all) {
        if (p.score < options.least_listed) continue;
        if ((left_side || symmetric) && p.left == row)
          of_row.emplace_back(-p.score.units, p.right, p);
        if ((!left_side || symmetric) && p.right == row)
          of_row.emplace_back(-p.score.units, p.left, p);
      }
      std::sort(of_row.begin(), of_row.end(), [](const auto& a, const auto& b) {
        return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
      });
      for (std::size_t k = 0; k < std::min<std::size_t>(options.keep_per_side, of_row.size()); ++k)
        keep.emplace(std::get<2>(of_row[k]).left, std::get<2>(of_row[k]).right);
    }
  }
  std::vector<ScoredPair> kept;
  for (const ScoredPair& p : all)
    if (p.score >= options.floor || keep.count({p.left, p.right}) != 0) kept.push_back(p);
  return kept;
}

ScoreOptions options_with(std::uint32_t keep, double floor) {
  ScoreOptions options;
  options.keep_per_side = keep;
  options.floor = Score::from_log10(floor);
  options.most_over_floor = 1'000'000;
  return options;
}

TEST(ScoreRelation, KeepsTheBestOfEverySideAndAllOverTheFloor) {
  for (const Relation relation : {Relation::identity, Relation::duplicate}) {
    const MixedRelation mixed{relation, 83, 61};
    const ScoreOptions options = options_with(3, 2.5);
    EXPECT_EQ(scored(mixed, options).pairs, kept_by_definition(mixed, options));
  }
}

TEST(ScoreRelation, ListsNoPairBelowTheLeastScore) {
  const MixedRelation mixed{Relation::duplicate, 40, 0};
  ScoreOptions options = options_with(5, 3);
  options.least_listed = Score{1};
  const ScoredRelation result = scored(mixed, options);
  EXPECT_EQ(result.pairs, kept_by_definition(mixed, options));
  for (const ScoredPair& pair : result.pairs) EXPECT_GT(pair.score.units, 0);
}

TEST(ScoreRelation, IsTheSameForAnyNumberOfThreads) {
  const MixedRelation mixed{Relation::identity, 700, 90};  // several blocks
  ScoreOptions options = options_with(4, 2);
  options.most_over_floor = 500;
  options.threads = 1;
  const ScoredRelation one = scored(mixed, options);
  for (const int threads : {2, 5}) {
    options.threads = threads;
    const ScoredRelation many = scored(mixed, options);
    EXPECT_EQ(one.pairs, many.pairs);
    EXPECT_EQ(one.totals, many.totals);
    EXPECT_EQ(one.rest_of_left, many.rest_of_left);
    EXPECT_EQ(one.rest_of_right, many.rest_of_right);
    EXPECT_EQ(one.cut, many.cut);
  }
}

TEST(ScoreRelation, RaisesTheFloorAtTheCapAndCountsWhatIsCut) {
  const MixedRelation mixed{Relation::identity, 600, 50, 1};
  ScoreOptions options = options_with(1, 0);
  options.most_over_floor = 2000;
  const ScoredRelation result = scored(mixed, options);
  std::uint64_t over = 0, kept_over = 0, at_floor = 0;
  for (const ScoredPair& pair : every_pair(mixed)) over += pair.score >= options.floor;
  for (const ScoredPair& pair : result.pairs) {
    kept_over += pair.score >= options.floor;
    at_floor += pair.score >= result.floor;
  }
  EXPECT_GT(result.floor, options.floor);
  EXPECT_LE(at_floor, options.most_over_floor);
  EXPECT_EQ(at_floor, result.totals.at_or_over(result.floor));
  EXPECT_EQ(result.cut, over - kept_over);
  EXPECT_GT(result.cut, 0U);
  ScoreOptions raised = options;
  raised.floor = result.floor;
  EXPECT_EQ(result.pairs, kept_by_definition(mixed, raised));
}

TEST(ScoreRelation, SumsTheWeightedRatiosOfPairsNotKept) {
  for (const Relation relation : {Relation::identity, Relation::duplicate}) {
    const MixedRelation mixed{relation, 55, 47};
    ScoreOptions options = options_with(2, 1);
    for (RowId row = 0; row < mixed.prepared.left->size(); ++row)
      options.left_weights.push_back(relation == Relation::identity ? 0.01 * (row + 1) : 1);
    for (RowId row = 0; row < mixed.prepared.right->size(); ++row)
      options.right_weights.push_back(relation == Relation::identity ? 2.0 / (row + 1) : 1);
    const ScoredRelation result = scored(mixed, options);
    std::vector<double> left(mixed.prepared.left->size(), 0);
    std::vector<double> right(mixed.prepared.right->size(), 0);
    for (const ScoredPair& pair : every_pair(mixed)) {
      if (std::find(result.pairs.begin(), result.pairs.end(), pair) != result.pairs.end()) continue;
      const double lr = portable_pow(10, pair.score.log10());
      left[pair.left] += options.right_weights[pair.right] * lr;
      (relation == Relation::identity ? right : left)[pair.right] +=
          options.left_weights[pair.left] * lr;
    }
    for (RowId row = 0; row < left.size(); ++row)
      EXPECT_NEAR(result.rest_of_left[row], left[row], 1e-10);
    for (RowId row = 0; row < result.rest_of_right.size(); ++row)
      EXPECT_NEAR(result.rest_of_right[row], right[row], 1e-10);
  }
}

TEST(ScoreRelation, StopsWhenItIsTold) {
  struct Impatient final : Progress {
    bool cancelled() const override { return true; }
  } impatient;
  const MixedRelation mixed{Relation::identity, 10, 10};
  const auto source = all_pairs(Relation::identity, mixed.left, mixed.right);
  const auto result = score_relation(mixed.prepared, *source, options_with(1, 1), impatient);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().code, "run.cancelled");
}

TEST(ScoreRelation, HasNothingToKeepOfEmptySides) {
  const MixedRelation mixed{Relation::identity, 0, 5};
  const ScoredRelation result = scored(mixed, options_with(3, 1));
  EXPECT_TRUE(result.pairs.empty());
  EXPECT_EQ(result.compared, 0U);
  EXPECT_EQ(result.rest_of_right.size(), 5U);
}

TEST(ForEachTotal, StreamsEveryPairInOrder) {
  const MixedRelation mixed{Relation::duplicate, 530, 0};
  RowId next = 0;
  std::uint64_t pairs = 0;
  for_each_total(mixed.prepared, 2, [&](RowId left, auto right, auto totals) {
    EXPECT_EQ(left, next++);
    ASSERT_EQ(right.size(), totals.size());
    for (std::size_t k = 0; k < right.size(); ++k) {
      ASSERT_EQ(right[k], left + 1 + k);
      ASSERT_EQ(totals[k], total_of(mixed.prepared, left, right[k]));
    }
    pairs += right.size();
  });
  EXPECT_EQ(next, 530U);
  EXPECT_EQ(pairs, 530U * 529U / 2U);
}

}  // namespace
}  // namespace confronta
