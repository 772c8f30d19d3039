#include "models/stats/matching_sum.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <rapidcheck/gtest.h>
#include <vector>

namespace confronta {
namespace {

// Every matching, one left item after the other.
double by_recursion(const std::vector<double>& odds, int left, int right, int a, unsigned used,
                    int size, const std::vector<double>& weight) {
  if (a == left) return weight[static_cast<std::size_t>(size)];
  double sum = by_recursion(odds, left, right, a + 1, used, size, weight);
  for (int p = 0; p < right; ++p)
    if (!(used >> p & 1U))
      sum += odds[static_cast<std::size_t>(a * right + p)] *
             by_recursion(odds, left, right, a + 1, used | 1U << p, size + 1, weight);
  return sum;
}

TEST(MatchingSum, CountsTheMatchingsByHand) {
  const std::vector<double> odds{2, 3, 5, 7};     // 2 x 2
  const std::vector<double> weights{1, 10, 100};  // none, one pair, two pairs
  // 1 + 10 (2 + 3 + 5 + 7) + 100 (2*7 + 3*5)
  EXPECT_DOUBLE_EQ(matching_sum(odds.data(), 2, 2, weights.data()), 1 + 170 + 2900);
}

TEST(MatchingSum, AnEmptyListHasOneMatching) {
  const double weight = 0.25;
  EXPECT_EQ(matching_sum(nullptr, 0, 3, &weight), 0.25);
  EXPECT_EQ(matching_sum(nullptr, 4, 0, &weight), 0.25);
}

RC_GTEST_PROP(MatchingSum, EqualsTheEnumerationOfAllMatchings, ()) {
  const int left = *rc::gen::inRange(0, 6);
  const int right = *rc::gen::inRange(0, 6);
  const auto cells = static_cast<std::size_t>(left * right);
  const auto odds = *rc::gen::container<std::vector<double>>(
      cells, rc::gen::map(rc::gen::inRange(0, 1000), [](int x) { return x / 100.0; }));
  std::vector<double> weights;
  for (int r = 0; r <= std::min(left, right); ++r) weights.push_back(1.0 / (1 + r * r));
  const double expected = by_recursion(odds, left, right, 0, 0, 0, weights);
  const double sum = matching_sum(odds.data(), left, right, weights.data());
  RC_ASSERT(std::abs(sum - expected) <= 1e-12 * expected);
}

// The partial matchings of two lists of n things (OEIS A002720).
TEST(MatchingSum, CountsAllMatchingsUpToTheLongestLists) {
  const std::vector<double> numbers{1,     2,      7,       34,       209,      1546,
                                    13327, 130922, 1441729, 17572114, 234662231};
  const std::vector<double> ones(std::size_t{most_listed} * most_listed, 1);
  for (int n = 0; n <= most_listed; ++n)
    EXPECT_EQ(matching_sum(ones.data(), n, n, ones.data()), numbers[static_cast<std::size_t>(n)]);
}

TEST(BestMatching, TakesThePairsThatTogetherWeighMost) {
  const std::vector<double> odds{9, 10, 1, 8};  // greedy would take 10 and be left with 1
  const std::vector<double> weights{1, 1, 1};
  const auto best = best_matching(odds.data(), 2, 2, weights.data());
  EXPECT_EQ(best[0], 0);
  EXPECT_EQ(best[1], 1);
}

TEST(BestMatching, LeavesUnlikelyPairsApart) {
  const std::vector<double> odds{0.2, 4};
  const std::vector<double> weights{1, 1};
  const auto best = best_matching(odds.data(), 2, 1, weights.data());
  EXPECT_EQ(best[0], -1);
  EXPECT_EQ(best[1], 0);
}

}  // namespace
}  // namespace confronta
