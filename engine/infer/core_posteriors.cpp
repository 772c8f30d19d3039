#include "engine/infer/core_posteriors.h"

#include <algorithm>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr double no_weight = -1e4;  // portable_exp of it is 0
constexpr double greatest_hold = 1e200;

/// Which of the core's nodes take part in the `way`-th choice of its twins; adds up the twins' ln
/// odds.
std::vector<char> present(const Core& core, const std::vector<Twins>& twins, std::uint32_t lefts,
                          std::uint32_t way, double& log_odds) {
  std::vector<char> present(core.nodes.size(), 1);
  const auto leave = [&](const Twins& twin, std::uint32_t node) {
    const std::uint32_t number = (twin.left ? 0 : lefts) + node;
    const auto at = std::lower_bound(core.nodes.begin(), core.nodes.end(), number);
    present[static_cast<std::size_t>(at - core.nodes.begin())] = 0;
  };
  for (std::size_t t = 0; t < core.twins.size(); ++t) {
    const Twins& twin = twins[core.twins[t]];
    if ((way >> t & 1) != 0) {
      log_odds += twin.log_odds;
      leave(twin, twin.a);
      leave(twin, twin.b);
    } else {
      leave(twin, twin.one);
    }
  }
  return present;
}

MatchingProblem problem_of(const Core& core, const std::vector<double>& rest,
                           const std::vector<char>& present) {
  MatchingProblem problem = core.problem;
  const std::size_t lefts = problem.left_rest.size();
  for (std::size_t k = 0; k < rest.size(); ++k)
    (k < lefts ? problem.left_rest[k] : problem.right_rest[k - lefts]) = present[k] ? rest[k] : 0;
  for (MatchingEdge& edge : problem.edges)
    if (!present[edge.left] || !present[lefts + edge.right]) edge.log_weight = no_weight;
  return problem;
}

}  // namespace

CorePosteriors solve_core(const Core& core, const std::vector<Twins>& twins, std::uint32_t lefts,
                          std::vector<double> rest) {
  const std::uint32_t ways = 1U << core.twins.size();
  std::vector<MatchingPosteriors> solved;
  std::vector<std::vector<char>> takes_part;
  std::vector<double> chance;
  for (std::uint32_t way = 0; way < ways; ++way) {
    double log_odds = 0;
    takes_part.push_back(present(core, twins, lefts, way, log_odds));
    solved.push_back(eliminate(problem_of(core, rest, takes_part.back()), core.order));
    chance.push_back(log_odds + solved.back().log_total);
  }
  const double greatest = *std::max_element(chance.begin(), chance.end());
  double sum = 0;
  for (double& c : chance) sum += c = portable_exp(c - greatest);
  CorePosteriors result;
  result.edges.assign(core.edges.size(), 0);
  std::vector<double> free(rest.size(), 0), taken(rest.size(), 0);
  const std::size_t own_lefts = core.problem.left_rest.size();
  for (std::uint32_t way = 0; way < ways; ++way) {
    const double share = chance[way] / sum;
    for (std::size_t e = 0; e < core.edges.size(); ++e)
      result.edges[e] += share * solved[way].edges[e];
    for (std::size_t k = 0; k < rest.size(); ++k) {
      if (!takes_part[way][k]) {
        taken[k] += share;
        continue;
      }
      const double hold =
          k < own_lefts ? solved[way].left_hold[k] : solved[way].right_hold[k - own_lefts];
      free[k] += share * (1 + rest[k]) / (1 + rest[k] + hold);
      taken[k] += share * hold / (1 + rest[k] + hold);
    }
  }
  for (std::size_t k = 0; k < rest.size(); ++k)
    result.hold.push_back(taken[k] < greatest_hold * free[k] ? taken[k] / free[k] * (1 + rest[k])
                                                             : greatest_hold);
  result.rest = std::move(rest);
  return result;
}

}  // namespace confronta
