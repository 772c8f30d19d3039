#include "engine/evaluate/reliability.h"

#include <gtest/gtest.h>

namespace confronta {
namespace {

TEST(Reliability, TenBinsByHand) {
  const std::vector<Forecast> forecasts{{0.02, false, 98}, {0.06, true, 2}, {0.9, true, 3},
                                        {0.95, false, 1},  {1.0, true, 4},  {0.5, true, 1}};
  const auto bins = reliability(forecasts);
  ASSERT_EQ(bins.size(), 10U);
  EXPECT_DOUBLE_EQ(bins[0].count, 100);
  EXPECT_NEAR(bins[0].mean_posterior, (0.02 * 98 + 0.06 * 2) / 100, 1e-12);
  EXPECT_DOUBLE_EQ(bins[0].true_share, 0.02);
  EXPECT_DOUBLE_EQ(bins[5].count, 1);  // 0.5 opens its bin
  EXPECT_DOUBLE_EQ(bins[9].count, 8);  // 0.9 and 1.0 are in the last
  EXPECT_DOUBLE_EQ(bins[9].true_share, 7.0 / 8);
  EXPECT_DOUBLE_EQ(bins[3].count, 0);
  EXPECT_DOUBLE_EQ(bins[3].mean_posterior, 0);
  EXPECT_DOUBLE_EQ(bins[9].high, 1);
}

TEST(Reliability, PosteriorsThatRoundingPutOutsideAreClamped) {
  const auto bins = reliability(std::vector<Forecast>{{-1e-12, false, 1}, {1 + 1e-12, true, 1}});
  EXPECT_DOUBLE_EQ(bins[0].count, 1);
  EXPECT_DOUBLE_EQ(bins[9].count, 1);
}

TEST(Tippett, SharesAtOrAboveByHand) {
  const std::vector<WeightedLr> t{{2, 1}, {0, 1}, {4, 2}}, f{{-2, 3}, {2, 1}};
  const auto curve = tippett(t, f, -2, 4, 4);  // at -2, 0, 2, 4
  ASSERT_EQ(curve.size(), 4U);
  EXPECT_DOUBLE_EQ(curve[0].true_above, 1);
  EXPECT_DOUBLE_EQ(curve[0].false_above, 1);
  EXPECT_DOUBLE_EQ(curve[1].false_above, 0.25);
  EXPECT_DOUBLE_EQ(curve[2].true_above, 0.75);
  EXPECT_DOUBLE_EQ(curve[2].false_above, 0.25);
  EXPECT_DOUBLE_EQ(curve[3].true_above, 0.5);
  EXPECT_DOUBLE_EQ(curve[3].false_above, 0);
}

TEST(Tippett, AnEmptyClassIsZeroThroughout) {
  for (const auto& point : tippett({}, std::vector<WeightedLr>{{0, 1}}, -1, 1, 3))
    EXPECT_DOUBLE_EQ(point.true_above, 0);
}

}  // namespace
}  // namespace confronta
