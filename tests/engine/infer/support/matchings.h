#pragma once
// Small matching problems and their posteriors by definition: the sum over all matchings.

#include <vector>

#include "engine/infer/matching.h"
#include "models/stats/portable_math.h"
#include "tests/engine/support/synthetic.h"

namespace confronta::test {

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
  double total() const { return all_; }

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

/// 1 less the sum of each node's pairs: left nodes first, then right ones.
inline std::vector<double> left_over(const MatchingProblem& problem,
                                     const std::vector<double>& edges) {
  const std::size_t lefts = problem.left_rest.size();
  std::vector<double> over(lefts + problem.right_rest.size(), 1);
  for (std::size_t e = 0; e < edges.size(); ++e) {
    over[problem.edges[e].left] -= edges[e];
    over[lefts + problem.edges[e].right] -= edges[e];
  }
  return over;
}

inline MatchingProblem complete(std::uint32_t lefts, std::uint32_t rights, double phi) {
  MatchingProblem problem;
  problem.left_rest.assign(lefts, 0);
  problem.right_rest.assign(rights, 0);
  for (std::uint32_t i = 0; i < lefts; ++i)
    for (std::uint32_t j = 0; j < rights; ++j) problem.edges.push_back({i, j, portable_log(phi)});
  return problem;
}

/// A random bipartite graph; each edge is there with `density`.
inline MatchingProblem random_problem(std::uint64_t seed, std::uint32_t lefts, std::uint32_t rights,
                                      double density) {
  MatchingProblem problem;
  for (std::uint32_t i = 0; i < lefts; ++i) problem.left_rest.push_back(mixed_share(i, 1, seed));
  for (std::uint32_t j = 0; j < rights; ++j) problem.right_rest.push_back(mixed_share(j, 2, seed));
  for (std::uint32_t i = 0; i < lefts; ++i)
    for (std::uint32_t j = 0; j < rights; ++j)
      if (mixed_share(i, j, seed + 100) < density)
        problem.edges.push_back({i, j, 20 * mixed_share(i, j, seed + 200) - 8});
  return problem;
}

/// Blocks of `size` x `size` whose pairs are strong (phi from 10 to 10^4, so that they close strong
/// circles), and weak pairs (phi from .01 to .3) between blocks.
inline MatchingProblem blocks(std::uint64_t seed, std::uint32_t count, std::uint32_t size) {
  MatchingProblem problem;
  problem.left_rest.assign(count * size, 0.1);
  problem.right_rest.assign(count * size, 0.1);
  for (std::uint32_t i = 0; i < count * size; ++i)
    for (std::uint32_t j = 0; j < count * size; ++j) {
      const double share = mixed_share(i, j, seed);
      if (i / size == j / size)
        problem.edges.push_back({i, j, 2.3 + 6.9 * share});
      else if (mixed_share(i, j, seed + 100) < 0.5)
        problem.edges.push_back({i, j, -4.6 + 3.4 * share});
    }
  return problem;
}

}  // namespace confronta::test
