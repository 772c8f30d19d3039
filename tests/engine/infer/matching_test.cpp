#include "engine/infer/matching.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/stats/portable_math.h"
#include "tests/engine/support/synthetic.h"

namespace confronta {
namespace {

/// Sums over all matchings, edge by edge: the definition.
class Enumeration {
 public:
  explicit Enumeration(const MatchingProblem& problem)
      : problem_(problem),
        left_taken_(problem.left_rest.size(), false),
        right_taken_(problem.right_rest.size(), false),
        used_(problem.edges.size(), false),
        mass_(problem.edges.size(), 0.0) {
    visit(0, 1);
  }
  std::vector<double> posteriors() const {
    std::vector<double> result;
    for (const double mass : mass_) result.push_back(mass / all_);
    return result;
  }

 private:
  void visit(std::size_t e, double weight) {
    if (e == problem_.edges.size()) {
      for (std::size_t i = 0; i < left_taken_.size(); ++i)
        if (!left_taken_[i]) weight *= 1 + problem_.left_rest[i];
      for (std::size_t j = 0; j < right_taken_.size(); ++j)
        if (!right_taken_[j]) weight *= 1 + problem_.right_rest[j];
      all_ += weight;
      for (std::size_t k = 0; k < used_.size(); ++k)
        if (used_[k]) mass_[k] += weight;
      return;
    }
    visit(e + 1, weight);
    const auto& [left, right, log_weight] = problem_.edges[e];
    if (left_taken_[left] || right_taken_[right]) return;
    left_taken_[left] = right_taken_[right] = used_[e] = true;
    visit(e + 1, weight * portable_exp(log_weight));
    left_taken_[left] = right_taken_[right] = used_[e] = false;
  }

  const MatchingProblem& problem_;
  std::vector<bool> left_taken_, right_taken_, used_;
  std::vector<double> mass_;
  double all_ = 0;
};

MatchingProblem complete(std::uint32_t lefts, std::uint32_t rights, double phi) {
  MatchingProblem problem;
  problem.left_rest.assign(lefts, 0);
  problem.right_rest.assign(rights, 0);
  for (std::uint32_t i = 0; i < lefts; ++i)
    for (std::uint32_t j = 0; j < rights; ++j) problem.edges.push_back({i, j, portable_log(phi)});
  return problem;
}

/// A random bipartite graph; each edge is there with `density`.
MatchingProblem random_problem(std::uint64_t seed, std::uint32_t lefts, std::uint32_t rights,
                               double density) {
  MatchingProblem problem;
  for (std::uint32_t i = 0; i < lefts; ++i)
    problem.left_rest.push_back(test::mixed_share(i, 1, seed));
  for (std::uint32_t j = 0; j < rights; ++j)
    problem.right_rest.push_back(test::mixed_share(j, 2, seed));
  for (std::uint32_t i = 0; i < lefts; ++i)
    for (std::uint32_t j = 0; j < rights; ++j)
      if (test::mixed_share(i, j, seed + 100) < density)
        problem.edges.push_back({i, j, 20 * test::mixed_share(i, j, seed + 200) - 8});
  return problem;
}

TEST(Elimination, EqualsEnumerationOnRandomGraphs) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const MatchingProblem problem =
        random_problem(seed, 2 + seed % 4, 2 + seed % 5, 0.4 + 0.1 * static_cast<double>(seed % 5));
    const auto exact = eliminate(problem, {});
    ASSERT_TRUE(exact);
    const std::vector<double> expected = Enumeration{problem}.posteriors();
    for (std::size_t e = 0; e < expected.size(); ++e)
      EXPECT_NEAR(exact->edges[e], expected[e], 1e-12) << "seed " << seed << " edge " << e;
  }
}

TEST(Elimination, DoesNotDependOnWhichSideIsWhich) {
  const MatchingProblem problem = random_problem(7, 9, 14, 0.4);
  MatchingProblem turned{problem.right_rest, problem.left_rest, {}};
  for (const MatchingEdge& edge : problem.edges)
    turned.edges.push_back({edge.right, edge.left, edge.log_weight});
  const auto a = eliminate(problem, {});
  const auto b = eliminate(turned, {});
  ASSERT_TRUE(a && b);
  for (std::size_t e = 0; e < problem.edges.size(); ++e)
    EXPECT_NEAR(a->edges[e], b->edges[e], 1e-12);
}

TEST(Elimination, HandlesALongLadderWhoseSidesAreBothLarge) {
  MatchingProblem ladder;  // i meets i and i + 1: a path, whatever its length
  const std::uint32_t n = 300;
  ladder.left_rest.assign(n, 0);
  ladder.right_rest.assign(n + 1, 0);
  for (std::uint32_t i = 0; i < n; ++i)
    for (const std::uint32_t j : {i, i + 1}) ladder.edges.push_back({i, j, 0.5});
  const auto exact = eliminate(ladder, {.width = 3, .work = 1e6});
  ASSERT_TRUE(exact);
  const MatchingPosteriors propagated = propagate(ladder);
  EXPECT_TRUE(propagated.exact);  // a tree
  for (std::size_t e = 0; e < ladder.edges.size(); ++e)
    EXPECT_NEAR(exact->edges[e], propagated.edges[e], 1e-9);
}

TEST(Elimination, RefusesWhatIsTooWide) {
  EXPECT_FALSE(eliminate(complete(6, 6, 1), {.width = 5, .work = 1e9}));
  EXPECT_TRUE(eliminate(complete(6, 6, 1), {.width = 6, .work = 1e9}));
  EXPECT_FALSE(eliminate(complete(6, 6, 1), {.width = 6, .work = 10}));
}

TEST(Elimination, SurvivesEvidenceBeyondAllReason) {
  MatchingProblem problem;  // two people for one body, both far beyond 10^40, and a third body
  problem.left_rest = {0, 0};
  problem.right_rest = {0, 0};
  problem.edges = {{0, 0, 5000}, {1, 0, 5000}, {1, 1, 3}};
  const auto exact = eliminate(problem, {});
  ASSERT_TRUE(exact);
  EXPECT_NEAR(exact->edges[0] + exact->edges[1], 1, 1e-12);
  const double other_body = portable_exp(3.0);
  EXPECT_NEAR(exact->edges[0] / exact->edges[1], 1 + other_body, 1e-9);
}

TEST(Propagation, IsExactOnTrees) {
  MatchingProblem star = complete(1, 5, 3);
  const MatchingPosteriors result = propagate(star);
  EXPECT_TRUE(result.exact);
  for (const double p : result.edges) EXPECT_NEAR(p, 3.0 / 16.0, 1e-10);
}

// The method notes give these two: on a 4-cycle propagation leaves "none" .005 where it is .0001,
// and on 4 x 4 it may be off by .18. So components with cycles are eliminated.
TEST(Propagation, IsNotExactOnACycle) {
  const double phi = 1e4;
  const MatchingProblem cycle = complete(2, 2, phi);
  const double all = 1 + 4 * phi + 2 * phi * phi;
  const auto exact = eliminate(cycle, {});
  ASSERT_TRUE(exact);
  const double none = 1 - exact->edges[0] - exact->edges[1];
  EXPECT_NEAR(none, (1 + 2 * phi) / all, 1e-12);
  EXPECT_NEAR(none, 0.0001, 1e-6);
  const MatchingPosteriors propagated = propagate(cycle);
  EXPECT_TRUE(propagated.converged);
  EXPECT_FALSE(propagated.exact);
  EXPECT_NEAR(1 - propagated.edges[0] - propagated.edges[1], 0.005, 0.003);
}

TEST(Propagation, ReachesItsFixedPointWithStrongWeights) {
  const MatchingProblem problem = complete(4, 4, 1e6);
  const MatchingPosteriors result = propagate(problem);
  EXPECT_TRUE(result.converged);
  for (const double p : result.edges) EXPECT_NEAR(p, 0.25, 1e-3);
}

TEST(Propagation, IsCloseWhereLinksAreWeak) {
  MatchingProblem problem = random_problem(3, 5, 5, 1);
  for (MatchingEdge& edge : problem.edges) edge.log_weight = edge.log_weight / 10 - 2;
  const std::vector<double> expected = Enumeration{problem}.posteriors();
  const MatchingPosteriors result = propagate(problem);
  for (std::size_t e = 0; e < expected.size(); ++e) EXPECT_NEAR(result.edges[e], expected[e], 0.01);
}

TEST(Solve, PropagatesWhatCannotBeEliminatedAndSaysSo) {
  const MatchingProblem problem = complete(8, 8, 0.1);
  EXPECT_TRUE(solve(problem, {}).exact);
  EXPECT_FALSE(solve(problem, {.width = 4, .work = 1e9}).exact);
}

}  // namespace
}  // namespace confronta
