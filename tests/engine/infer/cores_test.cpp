#include "engine/infer/cores.h"

#include <gtest/gtest.h>

#include "tests/engine/infer/support/matchings.h"

namespace confronta {
namespace {

CoreLimits limits_of(std::uint32_t whole, std::uint32_t width) {
  CoreLimits limits;
  limits.whole.width = whole;
  limits.width = width;
  limits.log_floor = 0;
  return limits;
}

TEST(Cores, AreComponentsOverTheFloorWhereThoseCanBeSolved) {
  const MatchingProblem problem = test::blocks(1, 3, 2);
  const Cores cores = find_cores(problem, {}, limits_of(2, 1));
  ASSERT_EQ(cores.cores.size(), 3U);
  EXPECT_EQ(cores.largest, 4U);
  for (const Core& core : cores.cores) {
    EXPECT_TRUE(core.whole);
    EXPECT_EQ(core.edges.size(), 4U);
  }
  EXPECT_EQ(cores.cores[1].nodes, (std::vector<std::uint32_t>{2, 3, 6 + 2, 6 + 3}));
}

TEST(Cores, DivideWhatIsTooLargeStrongestPairsFirst) {
  MatchingProblem chain;  // left 0 - right 0 - left 1 - right 1 - ...
  chain.left_rest.assign(4, 0);
  chain.right_rest.assign(4, 0);
  for (std::uint32_t i = 0; i < 4; ++i) chain.edges.push_back({i, i, 5});
  for (std::uint32_t i = 0; i + 1 < 4; ++i) chain.edges.push_back({i + 1, i, i == 1 ? 1.0 : 3.0});
  const Cores cores = find_cores(chain, {}, limits_of(0, 2));
  ASSERT_EQ(cores.cores.size(), 2U);
  EXPECT_EQ(cores.cores[0].nodes, (std::vector<std::uint32_t>{0, 1, 4, 5}));
  EXPECT_FALSE(cores.cores[0].whole);
  EXPECT_EQ(cores.whole[0], 0);
  EXPECT_EQ(cores.of[7], 1U);
}

TEST(Cores, NeverHaveMoreThanTheirWidthOnBothSides) {
  const MatchingProblem problem = test::random_problem(5, 40, 40, 0.3);
  const Cores cores = find_cores(problem, {}, limits_of(3, 4));
  ASSERT_FALSE(cores.cores.empty());
  for (const Core& core : cores.cores) {
    EXPECT_LE(std::min(core.problem.left_rest.size(), core.problem.right_rest.size()), 4U);
    EXPECT_LE(core.order.width, 4U);
  }
}

TEST(Cores, HoldBothTwinsAndWhatStandsForThem) {
  MatchingProblem problem = test::complete(3, 1, 5);
  problem.edges.pop_back();  // the third, which stands for the first two, has no pair
  const Cores cores = find_cores(problem, {{true, 0, 1, 2, 0}}, limits_of(20, 8));
  ASSERT_EQ(cores.cores.size(), 1U);
  EXPECT_EQ(cores.cores[0].nodes, (std::vector<std::uint32_t>{0, 1, 2, 3}));
  EXPECT_EQ(cores.cores[0].twins, (std::vector<std::uint32_t>{0}));
}

}  // namespace
}  // namespace confronta
