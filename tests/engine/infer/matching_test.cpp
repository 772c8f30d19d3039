#include "engine/infer/matching.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/engine/infer/support/matchings.h"

namespace confronta {
namespace {

using test::complete;
using test::Enumeration;
using test::random_problem;

MatchingPosteriors eliminated(const MatchingProblem& problem, const MatchingLimits& limits = {}) {
  const auto order = plan_elimination(problem, limits);
  EXPECT_TRUE(order);
  return order ? eliminate(problem, *order) : MatchingPosteriors{};
}

TEST(Elimination, EqualsEnumerationOnRandomGraphs) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const MatchingProblem problem =
        random_problem(seed, 2 + seed % 4, 2 + seed % 5, 0.4 + 0.1 * static_cast<double>(seed % 5));
    const MatchingPosteriors exact = eliminated(problem);
    const Enumeration all{problem};
    const std::vector<double> expected = all.posteriors();
    for (std::size_t e = 0; e < expected.size(); ++e)
      EXPECT_NEAR(exact.edges[e], expected[e], 1e-12) << "seed " << seed << " edge " << e;
    EXPECT_NEAR(exact.log_total, portable_log(all.total()), 1e-9);
    const std::vector<double> free = test::left_over(problem, expected);
    for (std::size_t i = 0; i < problem.left_rest.size(); ++i) {
      const double weight = 1 + problem.left_rest[i];
      EXPECT_NEAR(weight / (weight + exact.left_hold[i]), free[i], 1e-12);
    }
    for (std::size_t j = 0; j < problem.right_rest.size(); ++j) {
      const double weight = 1 + problem.right_rest[j];
      EXPECT_NEAR(weight / (weight + exact.right_hold[j]), free[problem.left_rest.size() + j],
                  1e-12);
    }
  }
}

TEST(Elimination, FindsAHoldThatDoesNotDependOnTheNodesOwnRest) {
  MatchingProblem problem = random_problem(3, 4, 5, 0.8);
  const MatchingPosteriors before = eliminated(problem);
  problem.left_rest[2] += 100;
  problem.right_rest[1] += 7;
  const MatchingPosteriors after = eliminated(problem);
  problem.right_rest[1] -= 7;
  EXPECT_NEAR(eliminated(problem).left_hold[2], before.left_hold[2], 1e-9 * before.left_hold[2]);
  EXPECT_GT(std::fabs(after.left_hold[2] - before.left_hold[2]), 1e-6);
}

TEST(Elimination, DoesNotDependOnWhichSideIsWhich) {
  const MatchingProblem problem = random_problem(7, 9, 14, 0.4);
  MatchingProblem turned{problem.right_rest, problem.left_rest, {}};
  for (const MatchingEdge& edge : problem.edges)
    turned.edges.push_back({edge.right, edge.left, edge.log_weight});
  const MatchingPosteriors a = eliminated(problem);
  const MatchingPosteriors b = eliminated(turned);
  for (std::size_t e = 0; e < problem.edges.size(); ++e) EXPECT_NEAR(a.edges[e], b.edges[e], 1e-12);
  for (std::size_t i = 0; i < problem.left_rest.size(); ++i)
    EXPECT_NEAR(a.left_hold[i], b.right_hold[i], 1e-12 * (1 + a.left_hold[i]));
}

TEST(Elimination, HandlesALongLadderWhoseSidesAreBothLarge) {
  MatchingProblem ladder;  // i meets i and i + 1: a path, whatever its length
  const std::uint32_t n = 300;
  ladder.left_rest.assign(n, 0);
  ladder.right_rest.assign(n + 1, 0);
  for (std::uint32_t i = 0; i < n; ++i)
    for (const std::uint32_t j : {i, i + 1}) ladder.edges.push_back({i, j, 0.5});
  const MatchingPosteriors exact = eliminated(ladder, {.width = 3, .work = 1e6});
  // Along a path the messages of propagation are exact: x' = 1 / (1 + phi x), from either end.
  const double phi = portable_exp(0.5);
  std::vector<double> from_end{1};  // P(a node is free of what lies behind it)
  for (std::uint32_t k = 0; k < 2 * n; ++k) from_end.push_back(1 / (1 + phi * from_end.back()));
  for (std::uint32_t k = 0; k < 2 * n; ++k) {  // the k-th edge lies between nodes k and k + 1
    const double odds = phi * from_end[k] * from_end[2 * n - 1 - k];
    // The path begins at right node 0, whose edge to left 0 comes first.
    EXPECT_NEAR(exact.edges[k], odds / (1 + odds), 1e-9);
  }
}

TEST(Elimination, RefusesWhatIsTooWide) {
  EXPECT_FALSE(plan_elimination(complete(6, 6, 1), {.width = 5, .work = 1e9}));
  EXPECT_TRUE(plan_elimination(complete(6, 6, 1), {.width = 6, .work = 1e9}));
  EXPECT_FALSE(plan_elimination(complete(6, 6, 1), {.width = 6, .work = 10}));
}

TEST(Elimination, SurvivesEvidenceBeyondAllReason) {
  MatchingProblem problem;  // two people for one body, both far beyond 10^40, and a third body
  problem.left_rest = {0, 0};
  problem.right_rest = {0, 0};
  problem.edges = {{0, 0, 5000}, {1, 0, 5000}, {1, 1, 3}};
  const MatchingPosteriors exact = eliminated(problem);
  EXPECT_NEAR(exact.edges[0] + exact.edges[1], 1, 1e-12);
  EXPECT_NEAR(exact.edges[0] / exact.edges[1], 1 + portable_exp(3.0), 1e-9);
}

// Thirty people, each certain of each of fifteen bodies: 10^40 to the fifteenth is no number any
// more.
TEST(Elimination, SurvivesManyContradictionsAtOnce) {
  MatchingProblem problem;
  const std::uint32_t n = 15;
  problem.left_rest.assign(2 * n, 0);
  problem.right_rest.assign(n, 0);
  for (std::uint32_t j = 0; j < n; ++j)
    for (std::uint32_t i = 0; i < 2 * n; ++i) problem.edges.push_back({i, j, 5000});
  const MatchingPosteriors exact = eliminated(problem);
  for (const double p : exact.edges) EXPECT_NEAR(p, 1.0 / (2 * n), 1e-9);
  for (const double hold : exact.left_hold) EXPECT_NEAR(hold, 1, 1e-9);  // half of them go without
}

}  // namespace
}  // namespace confronta
