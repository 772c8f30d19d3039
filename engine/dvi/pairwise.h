#pragma once
// One victim against one missing person, everybody else left out.

#include <optional>
#include <vector>

#include "models/domain/result.h"
#include "models/stats/genetics/dvi_problem.h"

namespace confronta::dvi {

/// By victim and missing person; nothing where the victim is no candidate.
template <class T>
using Matrix = std::vector<std::vector<std::optional<T>>>;

/// LR_ij = L(only V_i = M_j) / L(nobody assigned). Errors: "dvi.family_impossible",
/// "dvi.victim_impossible", and those of the pedigree likelihood.
Result<Matrix<double>> pairwise_ratios(const Problem& problem);

/// The number of markers at which the family is impossible without mutation when V_i is M_j.
Result<Matrix<int>> exclusions(const Problem& problem);

struct Undisputed {
  Placement placement;
  double ratio = 0;  // in its step
  int step = 1;
};

/// Pairs whose LR is at least `threshold`, and at least `threshold` times every other in their row
/// and column. All of a step are put into their families, their rows and columns struck out, and
/// the ratios computed anew, until there are none. In the order of steps, then of victims.
Result<std::vector<Undisputed>> undisputed_matches(const Problem& problem, double threshold);

}  // namespace confronta::dvi
