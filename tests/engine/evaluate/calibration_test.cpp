#include "engine/evaluate/calibration.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

namespace confronta {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
using Pairs = std::vector<WeightedLr>;

TEST(Cllr, ByHand) {
  // True LRs 10 and 1: log2(1.1) = 0.1375035, log2(2) = 1. False LRs 1/10 and 1: the same.
  const Pairs t{{1, 1}, {0, 1}}, f{{-1, 1}, {0, 1}};
  EXPECT_NEAR(cllr(t, f), (0.1375035237 + 1) / 2, 1e-9);
}

TEST(Cllr, AMethodThatSaysNothingCostsOneBit) {
  EXPECT_DOUBLE_EQ(cllr(Pairs{{0, 3}}, Pairs{{0, 1e7}}), 1);
}

TEST(Cllr, CountsWeighWithinTheirClassOnly) {
  // One true pair and ten million false ones weigh the same: (log2(1 + 0.1) + log2(1 + 0.01)) / 2.
  EXPECT_NEAR(cllr(Pairs{{1, 1}}, Pairs{{-2, 1e7}}), (0.1375035237 + 0.0143552930) / 2, 1e-9);
  const Pairs repeated{{1, 1}, {1, 1}, {3, 1}}, counted{{1, 2}, {3, 1}};
  EXPECT_DOUBLE_EQ(cllr(repeated, Pairs{{0, 1}}), cllr(counted, Pairs{{0, 1}}));
}

TEST(Cllr, CertaintyInTheWrongIsInfinitelyDearAndHugeOddsDoNotOverflow) {
  EXPECT_EQ(cllr(Pairs{{-infinity, 1}}, Pairs{{0, 1}}), infinity);
  EXPECT_EQ(cllr(Pairs{{infinity, 1}}, Pairs{{-infinity, 1}}), 0);
  EXPECT_NEAR(log2_one_plus_power_of_ten(400), 400 * std::log2(10), 1e-9);
  EXPECT_NEAR(log2_one_plus_power_of_ten(-400), 0, 1e-300);
}

TEST(Pav, PoolsTheOneViolationByHand) {
  // Ascending: false, true, false, true. The middle two are pooled to posterior 1/2.
  const Pairs t{{0, 1}, {2, 1}}, f{{-1, 1}, {1, 1}};
  const auto steps = pool_adjacent_violators(t, f);
  ASSERT_EQ(steps.size(), 3U);
  EXPECT_EQ(steps[0].log10_lr, -infinity);
  EXPECT_DOUBLE_EQ(steps[1].log10_lr, 0);
  EXPECT_DOUBLE_EQ(steps[1].from_log10_lr, 0);
  EXPECT_DOUBLE_EQ(steps[1].to_log10_lr, 1);
  EXPECT_EQ(steps[2].log10_lr, infinity);
  // Half of each class costs one bit, the other half nothing.
  EXPECT_NEAR(minimum_cllr(t, f), 0.5, 1e-12);
}

TEST(Pav, EqualScoresAreOneWhateverTheirOrder) {
  const auto steps = pool_adjacent_violators(Pairs{{1, 3}}, Pairs{{1, 1}, {0, 1}});
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_NEAR(steps[1].log10_lr, std::log10(2), 1e-12);  // all of the true, half of the false
}

TEST(Pav, ScoresInReverseOrderAreWorthNothing) {
  EXPECT_NEAR(minimum_cllr(Pairs{{-3, 1}}, Pairs{{3, 1}}), 1, 1e-12);
  EXPECT_EQ(minimum_cllr(Pairs{}, Pairs{{3, 1}}), 0);
  EXPECT_TRUE(pool_adjacent_violators(Pairs{{3, 1}}, Pairs{}).empty());
}

RC_GTEST_PROP(Pav, TheMinimumIsNoMoreThanTheCostAndIgnoresAnyMonotoneChange,
              (std::vector<int> t, std::vector<int> f)) {
  RC_PRE(!t.empty() && !f.empty());
  Pairs scores[2], changed[2];
  for (int side = 0; side < 2; ++side)
    for (int value : side == 0 ? t : f) {
      const double x = value % 40 / 4.0;
      scores[side].push_back({x, 1});
      changed[side].push_back({x * 3 - 7, 1});
    }
  const double least = minimum_cllr(scores[0], scores[1]);
  RC_ASSERT(least >= -1e-12);
  RC_ASSERT(least <= 1 + 1e-12);
  RC_ASSERT(least <= cllr(scores[0], scores[1]) + 1e-9);
  RC_ASSERT(std::fabs(least - minimum_cllr(changed[0], changed[1])) < 1e-12);
  const auto steps = pool_adjacent_violators(scores[0], scores[1]);
  for (std::size_t i = 1; i < steps.size(); ++i)
    RC_ASSERT(steps[i - 1].log10_lr < steps[i].log10_lr);
}

}  // namespace
}  // namespace confronta
