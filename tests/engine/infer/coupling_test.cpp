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
    none = std::max(
        none, greatest_error(test::left_over(problem, found), test::left_over(problem, expected)));
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
  RecordProperty("errors",
                 std::to_string(cores.pairs) + ' ' + std::to_string(cores.none) + ' ' +
                     std::to_string(propagation.pairs) + ' ' + std::to_string(propagation.none) +
                     ' ' + std::to_string(one_shot.pairs) + ' ' + std::to_string(one_shot.none));
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
    EXPECT_GT(result.strong_between, 0U);
    for (const double p : result.edges) EXPECT_NEAR(p, 1.0 / 12, 1e-3);
  }
}

/// Sums over both ways of one pair of twins, and over the matchings of each.
std::vector<double> enumerate_twins(const MatchingProblem& problem, const Twins& twins) {
  std::vector<double> sums(problem.edges.size(), 0);
  double all = 0;
  for (const bool one : {false, true}) {
    MatchingProblem way = problem;
    std::vector<std::size_t> edge_of;
    way.edges.clear();
    for (std::size_t e = 0; e < problem.edges.size(); ++e) {
      const std::uint32_t node = twins.left ? problem.edges[e].left : problem.edges[e].right;
      if (one ? node == twins.a || node == twins.b : node == twins.one) continue;
      way.edges.push_back(problem.edges[e]);
      edge_of.push_back(e);
    }
    auto& rest = twins.left ? way.left_rest : way.right_rest;
    if (one)
      rest[twins.a] = rest[twins.b] = 0;
    else
      rest[twins.one] = 0;
    const Enumeration matchings{way};
    const double weight = matchings.total() * (one ? portable_exp(twins.log_odds) : 1);
    const std::vector<double> found = matchings.posteriors();
    for (std::size_t k = 0; k < found.size(); ++k) sums[edge_of[k]] += weight * found[k];
    all += weight;
  }
  for (double& sum : sums) sum /= all;
  return sums;
}

TEST(Coupling, AveragesOverWhatTwinsMayBe) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const MatchingProblem problem = test::random_problem(seed, 5, 5, 0.6);
    const Twins twins{seed % 2 == 0, 1, 3, 4, 2 * test::mixed_share(seed) - 1};
    const auto expected = enumerate_twins(problem, twins);
    CoreLimits limits;
    limits.log_floor = -100;
    const auto whole = solve_coupled(problem, {twins}, find_cores(problem, {twins}, limits));
    EXPECT_LT(greatest_error(whole.edges, expected), 1e-9) << seed;
  }
}

// Twins whose core is a part of a larger component: what they may be matters beyond it.
TEST(Coupling, AveragesOverTwinsInCoresThatAreCoupled) {
  double cores_error = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    MatchingProblem problem = blocks(seed, 2, 3);  // 0, 1, 2 may be two people and their one report
    const Twins twins{true, 0, 1, 2, 2 * test::mixed_share(seed) - 1};
    const auto expected = enumerate_twins(problem, twins);
    const Cores cores = find_cores(problem, {twins}, cores_of(3));
    cores_error = std::max(cores_error,
                           greatest_error(solve_coupled(problem, {twins}, cores).edges, expected));
  }
  EXPECT_LT(cores_error, 0.005);
}

}  // namespace
}  // namespace confronta
