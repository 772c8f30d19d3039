#pragma once
// Posteriors under one-to-one: P(A) proportional to prod_{(i,j) in A} phi_ij over the matchings A.
// A row that A leaves free weighs 1 + rest: 1 for "no partner in the store", rest for the pairs
// that are not among the edges.
//
// Source: the distribution is that of a monomer-dimer system (Heilmann & Lieb 1972).

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/infer/elimination_order.h"

namespace confronta {

struct MatchingEdge {
  std::uint32_t left = 0;
  std::uint32_t right = 0;
  double log_weight = 0;  // ln phi
};

struct MatchingProblem {
  std::vector<double> left_rest;    // of each left node
  std::vector<double> right_rest;   // of each right node; a lot's places are nodes of their own
  std::vector<MatchingEdge> edges;  // no repeats
};

/// Of a node, `hold` is the weight with which its edges hold it, against what being free of them
/// weighs: P(free) = (1 + rest) / (1 + rest + hold). It does not depend on the node's own rest.
struct MatchingPosteriors {
  std::vector<double> edges;  // P(the pair is matched), in the order of the problem's edges
  std::vector<double> left_hold, right_hold;
  double log_total = 0;  // ln of the sum over all matchings
};

/// Weights beyond 10^40 are taken as 10^40: no evidence is that good, and sums stay in range (where
/// many such contradict each other they would not, and all are taken as 10^12 at most).
inline constexpr double greatest_log_weight = 92.103403719761827;

struct MatchingLimits {
  std::uint32_t width = 20;  // nodes of one side that may be undecided at once
  double work = 4e9;         // additions
};

/// An order in which to decide the nodes of the cheaper side. Nothing if either order needs more
/// than the limits, or more than 1 GB. It depends on the edges' ends alone.
std::optional<EliminationOrder> plan_elimination(const MatchingProblem& problem,
                                                 const MatchingLimits& limits);

/// Exact: the nodes of one side are decided one by one, and a table holds the weight of every
/// subset of the other side's nodes that are in play. `order` is of a problem with the same edges.
MatchingPosteriors eliminate(const MatchingProblem& problem, const EliminationOrder& order);

}  // namespace confronta
