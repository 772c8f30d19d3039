#pragma once
// Matching posteriors of any size: exact cores, coupled by propagation over the pairs between them.
//
// Between cores a pair (i, j) carries two messages, as in belief propagation for matchings (Huang &
// Jebara 2009): x_{i->j}, the chance that i is left to j if that pair is not looked at. A core is
// one factor of the propagation, as in a junction graph (Yedidia, Freeman & Weiss 2005):
//   field_i   = sum over the pairs of i that leave its core of phi_ij x_{j->i}
//   hold_i    = the weight with which i's core holds it (MatchingPosteriors), given the fields of
//               all its other nodes
//   x_{i->j}  = 1 / (1 + rest_i + field_i - phi_ij x_{j->i} + hold_i)
//   P(ij)     = phi x_{i->j} x_{j->i} / (1 + phi x_{i->j} x_{j->i})
// It is exact where the pairs between the cores close no circle of cores; what it neglects is that
// neighbours of one core depend on each other by way of other cores.

#include <cstdint>
#include <vector>

#include "engine/infer/cores.h"

namespace confronta {

struct CoupledPosteriors {
  std::vector<double> edges;  // P(the pair is matched), in the order of the problem's edges
  /// P(the node takes part and has none of the problem's edges): "none" and its rest.
  std::vector<double> left_free, right_free;
  bool converged = true;
  std::uint32_t rounds = 0;
  std::uint64_t strong_between = 0;  // pairs of phi >= 1 that lie between cores
};

/// All pairs take part, those below the floor between cores too. Damped by 1/2 in the log domain
/// until no message changes by 1e-10 of itself, or the rounds are over (1,000; fewer, at least 50,
/// where a round is much work). Only many strong pairs between cores, on equally many rows of both
/// sides, settle slowly; what changes last is how little "none" is.
CoupledPosteriors solve_coupled(const MatchingProblem& problem, const std::vector<Twins>& twins,
                                const Cores& cores, const std::vector<JointGroup>& groups = {});

}  // namespace confronta
