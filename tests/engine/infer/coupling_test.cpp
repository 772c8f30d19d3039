#include "engine/infer/coupling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/engine/infer/support/matchings.h"

namespace confronta {
namespace {

using test::blocks;
using test::complete;
using test::Enumeration;

CoreLimits cores_of(std::uint32_t width) {
  CoreLimits limits;
  limits.whole = {0, 0};  // nothing is solved whole
  limits.width = width;
  limits.log_floor = 0;  // phi 1
  return limits;
}

CoupledPosteriors coupled(const MatchingProblem& problem, const CoreLimits& limits) {
  return solve_coupled(problem, {}, find_cores(problem, {}, limits));
}

/// Propagation without cores: every node is a core of its own.
CoupledPosteriors propagated(const MatchingProblem& problem) {
  return coupled(problem, cores_of(0));
}

/// Components of strong pairs, solved exactly, each weak pair adding its phi to both its rows once.
std::vector<double> cut(const MatchingProblem& problem, const CoreLimits& limits) {
  MatchingProblem strong = problem;
  strong.edges.clear();
  for (const MatchingEdge& edge : problem.edges)
    if (edge.log_weight >= limits.log_floor) {
      strong.edges.push_back(edge);
    } else {
      strong.left_rest[edge.left] += portable_exp(edge.log_weight);
      strong.right_rest[edge.right] += portable_exp(edge.log_weight);
    }
  const CoupledPosteriors solved = coupled(strong, limits);
  std::vector<double> posteriors;
  std::size_t next = 0;
  for (const MatchingEdge& edge : problem.edges) {
    if (edge.log_weight >= limits.log_floor) {
      posteriors.push_back(solved.edges[next++]);
      continue;
    }
    posteriors.push_back(portable_exp(edge.log_weight) * solved.left_free[edge.left] /
                         (1 + strong.left_rest[edge.left]) * solved.right_free[edge.right] /
                         (1 + strong.right_rest[edge.right]));
  }
  return posteriors;
}

double greatest_error(const std::vector<double>& a, const std::vector<double>& b) {
  double error = 0;
  for (std::size_t k = 0; k < a.size(); ++k) error = std::max(error, std::fabs(a[k] - b[k]));
  return error;
}

/// The greatest errors of pairs and of "none".
struct Errors {
  double pairs = 0;
  double none = 0;
  void add(const MatchingProblem& problem, const std::vector<double>& found,
           const std::vector<double>& expected) {
    pairs = std::max(pairs, greatest_error(found, expected));
    none = std::max(none, greatest_error(test::left_over(problem, found),
                                         test::left_over(problem, expected)));
  }
};

TEST(Coupling, WithoutCoresIsExactOnTrees) {
  const MatchingProblem star = complete(1, 5, 3);
  const CoupledPosteriors result = propagated(star);
  EXPECT_TRUE(result.converged);
  for (const double p : result.edges) EXPECT_NEAR(p, 3.0 / 16.0, 1e-9);
  EXPECT_NEAR(result.left_free[0], 1.0 / 16.0, 1e-9);
}

// On a circle of four strong pairs propagation leaves "none" .005 where it is .0001: hence cores.
TEST(Coupling, WithoutCoresIsNotExactOnACircle) {
  const double phi = 1e4;
  const MatchingProblem circle = complete(2, 2, phi);
  const double none = (1 + 2 * phi) / (1 + 4 * phi + 2 * phi * phi);
  const CoupledPosteriors propagation = propagated(circle);
  EXPECT_TRUE(propagation.converged);
  EXPECT_NEAR(propagation.left_free[0], 0.005, 0.003);
  EXPECT_NEAR(coupled(circle, cores_of(2)).left_free[0], none, 1e-12);
  EXPECT_NEAR(none, 0.0001, 1e-6);
}

// Two circles joined by one pair: cut that pair and nothing else joins them, so that the chances of
// its two ends are independent but for it, which is what the messages say.
TEST(Coupling, OfCoresThatCloseNoCircleIsExact) {
  MatchingProblem problem = blocks(5, 2, 3);
  std::erase_if(problem.edges,
                [](const MatchingEdge& edge) { return edge.left / 3 != edge.right / 3; });
  problem.edges.push_back({1, 4, -1});
  const auto expected = Enumeration{problem}.posteriors();
  EXPECT_LT(greatest_error(coupled(problem, cores_of(3)).edges, expected), 1e-9);
  EXPECT_GT(greatest_error(propagated(problem).edges, expected), 0.01);
}

TEST(Coupling, BeatsPropagationAndCuttingOnStrongCirclesWithWeakPairsBetween) {
  Errors cores, propagation, one_shot;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const MatchingProblem problem = blocks(seed, 3, 2);
    const auto expected = Enumeration{problem}.posteriors();
    const CoupledPosteriors result = coupled(problem, cores_of(2));
    EXPECT_TRUE(result.converged);
    cores.add(problem, result.edges, expected);
    propagation.add(problem, propagated(problem).edges, expected);
    one_shot.add(problem, cut(problem, cores_of(2)), expected);
  }
  RecordProperty("errors", std::to_string(cores.pairs) + ' ' + std::to_string(cores.none) + ' ' +
                               std::to_string(propagation.pairs) + ' ' +
                               std::to_string(propagation.none) + ' ' +
                               std::to_string(one_shot.pairs) + ' ' +
                               std::to_string(one_shot.none));
  EXPECT_LT(cores.pairs, propagation.pairs / 5);
  EXPECT_LT(cores.none, propagation.none / 5);
  EXPECT_LT(cores.pairs, one_shot.pairs / 2);
  EXPECT_LT(cores.none, one_shot.none / 2);
}

TEST(Coupling, LeavesEveryRowAWhole) {
  const MatchingProblem problem = blocks(11, 4, 3);
  const CoupledPosteriors result = coupled(problem, cores_of(3));
  const std::vector<double> over = test::left_over(problem, result.edges);
  for (std::size_t i = 0; i < problem.left_rest.size(); ++i)
    EXPECT_NEAR(over[i], result.left_free[i], 1e-9);
  for (std::size_t j = 0; j < problem.right_rest.size(); ++j)
    EXPECT_NEAR(over[problem.left_rest.size() + j], result.right_free[j], 1e-9);
}

// Where cores are too small for what they should hold, strong pairs lie between them.
TEST(Coupling, ConvergesWithStrongPairsBetweenCores) {
  for (const double phi : {1e2, 1e4, 1e8}) {
    const CoupledPosteriors result = coupled(complete(9, 12, phi), cores_of(4));
    EXPECT_TRUE(result.converged);
    for (const double p : result.edges) EXPECT_NEAR(p, 1.0 / 12, 1e-3);
  }
}

}  // namespace
}  // namespace confronta
