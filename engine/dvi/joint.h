#pragma once
// The joint posterior over all assignments of victims to missing persons.

#include <vector>

#include "models/domain/result.h"
#include "models/stats/genetics/dvi_problem.h"

namespace confronta::dvi {

struct Assignment {
  std::vector<int> missing;  // by victim; or `nobody`
  double log_likelihood = 0;
  double posterior = 0;
};

/// With a flat prior over the assignments (each missing person is at most one victim, any number of
/// victims are nobody), P(a) is proportional to
///   L(a) = prod over families L(family with its victims) * prod over the others P(genotypes).
struct JointPosterior {
  std::vector<std::vector<double>> pair;  // by victim and missing person
  std::vector<double> victim_is_nobody;
  std::vector<double> missing_is_nobody;
  std::vector<Assignment> best;         // the most probable, the best first
  double log_evidence = 0;              // log of the sum of L(a) over all assignments
  double log_likelihood_of_nobody = 0;  // L(a) of "nobody is anybody"
};

/// Exact, and without listing the assignments: those of each family are listed, and the families
/// are combined one after the other over the sets of victims that are taken and that a later family
/// could still want. Two such passes, forwards and backwards, give all marginals; a best-first
/// search, guided by the best that is still to come, gives the `listed` best assignments.
/// Errors: those of family_assignments; "dvi.too_many_victims".
Result<JointPosterior> joint_posterior(const Problem& problem, std::size_t listed);

}  // namespace confronta::dvi
