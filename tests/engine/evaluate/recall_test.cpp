#include "engine/evaluate/recall.h"

#include <gtest/gtest.h>

namespace confronta {
namespace {

TEST(Recall, CountsMissesAndQuarantinedPairsAgainstTheProgram) {
  const std::vector<Rank> ranks{1, 1, 3, 7, 0, 60, 0, 0};  // 0: in no list
  EXPECT_DOUBLE_EQ(*recall_at(ranks, 1), 2.0 / 8);
  EXPECT_DOUBLE_EQ(*recall_at(ranks, 5), 3.0 / 8);
  EXPECT_DOUBLE_EQ(*recall_at(ranks, 10), 4.0 / 8);
  EXPECT_DOUBLE_EQ(*recall_at(ranks, 50), 4.0 / 8);
  EXPECT_DOUBLE_EQ(*recall_at(ranks, 60), 5.0 / 8);
  EXPECT_FALSE(recall_at({}, 10).has_value());
}

TEST(Recall, ByStratumInTheOrderOfNames) {
  const std::vector<Rank> ranks{1, 2, 0, 1}, ks{1, 2};
  const std::vector<std::string> strata{"male", "female", "male", "female"};
  const auto rows = recall_by_stratum(ranks, strata, ks);
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].stratum, "female");
  EXPECT_EQ(rows[0].recall, (std::vector<double>{0.5, 1.0}));
  EXPECT_EQ(rows[1].pairs, 2U);
  EXPECT_EQ(rows[1].recall, (std::vector<double>{0.5, 0.5}));
}

TEST(Precision, OverThresholdsByHand) {
  const std::vector<WeightedLr> t{{5, 1}, {3, 1}, {-1, 1}}, f{{3, 2}, {0, 996}, {-4, 2}};
  const std::vector<double> thresholds{-5, 3, 4, 6};
  const auto points = precision_over_thresholds(t, f, 4, thresholds);
  ASSERT_EQ(points.size(), 4U);
  EXPECT_DOUBLE_EQ(*points[0].precision, 3.0 / 1003);
  EXPECT_DOUBLE_EQ(points[0].expected_chance_hits, 1000);  // a probability is at most 1
  EXPECT_DOUBLE_EQ(*points[1].precision, 2.0 / 4);         // the threshold itself is above
  EXPECT_DOUBLE_EQ(points[1].recall, 2.0 / 4);             // of four, one of which was quarantined
  EXPECT_NEAR(points[1].expected_chance_hits, 1, 1e-9);    // 1,000 / 10^3
  EXPECT_DOUBLE_EQ(*points[2].precision, 1);
  EXPECT_FALSE(points[3].precision.has_value());
}

TEST(PairQuality, PairsHaveNoDirectionAndCountOnce) {
  const std::vector<std::pair<std::string, std::string>> found{
      {"a:1", "b:2"}, {"b:2", "a:1"}, {"a:1", "c:3"}, {"d:4", "e:5"}};
  const std::vector<std::pair<std::string, std::string>> truth{
      {"b:2", "a:1"}, {"e:5", "d:4"}, {"f:6", "g:7"}, {"f:6", "h:8"}};
  const PairQuality quality = pair_quality(found, truth);
  EXPECT_EQ(quality.found, 3U);
  EXPECT_EQ(quality.right, 2U);
  EXPECT_DOUBLE_EQ(*quality.precision, 2.0 / 3);
  EXPECT_DOUBLE_EQ(*quality.recall, 2.0 / 4);
}

TEST(PairQuality, NothingFoundHasNoPrecisionAndNothingToFindNoRecall) {
  const std::vector<std::pair<std::string, std::string>> one{{"a", "b"}};
  EXPECT_FALSE(pair_quality({}, one).precision.has_value());
  EXPECT_DOUBLE_EQ(*pair_quality({}, one).recall, 0);
  EXPECT_FALSE(pair_quality(one, {}).recall.has_value());
}

}  // namespace
}  // namespace confronta
