#include "engine/evaluate/model_scores.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "engine/score/totals.h"
#include "tests/engine/support/synthetic.h"

namespace confronta {
namespace {

TEST(ModelScores, ColumnsAddUpToTheTotal) {
  const test::MixedRelation relation{Relation::identity, 5, 9};
  const std::vector<RowId> right{1, 4, 8};
  const auto columns = score_by_model(relation.prepared, 3, right);
  ASSERT_EQ(columns.size(), relation.prepared.models.size());
  for (std::size_t k = 0; k < right.size(); ++k) {
    Score sum{};
    for (const auto& column : columns) sum += column[k];
    EXPECT_EQ(sum, total_of(relation.prepared, 3, right[k]));
  }
}

TEST(SamplePairs, TakesAllWhereThereAreFewAndLeavesOutWhatItIsTold) {
  const std::vector<RowPair> left_out{{0, 1}, {2, 0}};
  const auto all = sample_pairs(3, 2, 100, 1, left_out);
  EXPECT_EQ(all, (std::vector<RowPair>{{0, 0}, {1, 0}, {1, 1}, {2, 1}}));
}

TEST(SamplePairs, IsAboutAsLargeAsAskedSortedAndMovedByTheSeed) {
  const auto sample = sample_pairs(500, 400, 10000, 7, {});
  // Binomial: 10,000 with a standard deviation of 97.
  EXPECT_NEAR(static_cast<double>(sample.size()), 10000, 500);
  EXPECT_TRUE(std::is_sorted(sample.begin(), sample.end()));
  EXPECT_EQ(std::set<RowPair>(sample.begin(), sample.end()).size(), sample.size());
  EXPECT_EQ(sample, sample_pairs(500, 400, 10000, 7, {}));
  EXPECT_NE(sample, sample_pairs(500, 400, 10000, 8, {}));
}

/// Says `slope` x right row + `start`, in bans; silent on odd lefts if told so.
class LineEvidence final : public Evidence {
 public:
  LineEvidence(int slope, int start, bool silent_on_odd)
      : slope_(slope), start_(start), silent_on_odd_(silent_on_odd) {}
  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override {
    if (silent_on_odd_ && left % 2 == 1) return;
    for (std::size_t k = 0; k < right.size(); ++k)
      sum[k] += Score{(slope_ * static_cast<int>(right[k]) + start_) * Score::units_per_ban};
  }
  Finding explain(RowId, RowId) const override { return {}; }

 private:
  int slope_, start_;
  bool silent_on_odd_;
};

TEST(CorrelateModels, LooksOnlyAtPairsOfWhichBothSpeak) {
  test::MixedRelation relation{Relation::identity, 4, 60};
  auto& models = relation.prepared.models;
  models.clear();
  models.push_back(std::make_unique<LineEvidence>(1, 1, false));
  models.push_back(std::make_unique<LineEvidence>(-2, -1, true));
  models.push_back(std::make_unique<LineEvidence>(0, 1, false));  // never varies
  const auto pairs = sample_pairs(4, 60, 1000, 1, {});
  const ModelCorrelation c = correlate_models(relation.prepared, pairs, 2);
  EXPECT_EQ(c.pairs, 240U);
  EXPECT_EQ(c.both_speak[0][0], 240U);
  EXPECT_EQ(c.both_speak[0][1], 120U);
  EXPECT_NEAR(*c.correlation[0][1], -1, 1e-12);
  EXPECT_NEAR(*c.correlation[1][0], -1, 1e-12);
  EXPECT_NEAR(*c.correlation[0][0], 1, 1e-12);
  EXPECT_FALSE(c.correlation[0][2]);
  const std::span<const RowPair> few{pairs.data(), 49};
  EXPECT_FALSE(correlate_models(relation.prepared, few, 1).correlation[0][0]);
}

}  // namespace
}  // namespace confronta
