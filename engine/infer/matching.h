#pragma once
// Posteriors under one-to-one: P(A) proportional to prod_{(i,j) in A} phi_ij over the matchings A
// of one connected component. A row that A leaves free weighs 1 + rest: 1 for "no partner in the
// store", rest for the pairs that are not among the edges.
//
// Sources: the distribution is that of a monomer-dimer system (Heilmann & Lieb 1972); propagation
// is belief propagation for matchings (Huang & Jebara 2009; Sanghavi, Malioutov & Willsky 2011
// for the maximum). It is exact on trees only.

#include <cstdint>
#include <optional>
#include <vector>

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

struct MatchingPosteriors {
  std::vector<double> edges;  // P(the pair is matched), in the order of the problem's edges
  bool exact = true;
  bool converged = true;
};

/// Weights beyond 10^40 are taken as 10^40: no evidence is that good, and sums stay in range.
inline constexpr double greatest_log_weight = 92.103403719761827;

struct MatchingLimits {
  std::uint32_t width = 20;  // nodes of one side that may be undecided at once
  double work = 4e9;         // additions
};

/// By elimination: the nodes of one side are decided one by one, and a table holds the weight of
/// every subset of the other side's nodes that are in play. Nothing if that needs more than the
/// limits (whichever side is eliminated), or more than 1 GB.
std::optional<MatchingPosteriors> eliminate(const MatchingProblem& problem,
                                            const MatchingLimits& limits);

/// By propagation to its fixed point, damped by 1/2 in the log domain. On a tree it is exact, and
/// says so.
MatchingPosteriors propagate(const MatchingProblem& problem);

/// Exactly where the limits allow, else by propagation.
MatchingPosteriors solve(const MatchingProblem& problem, const MatchingLimits& limits);

}  // namespace confronta
