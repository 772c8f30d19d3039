#pragma once
// From the scored pairs of identity to posteriors under one-to-one.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/infer/decided_rows.h"
#include "engine/infer/doubts.h"
#include "engine/infer/prior.h"
#include "engine/score/score_relation.h"
#include "models/domain/evidence.h"
#include "models/parameters.h"

namespace confronta {

/// How a row's pairs were weighed; named with every row.
enum class Treatment : std::uint8_t {
  exact,       // its component over the pairs of at least inference.edge_floor, solved whole
  exact_core,  // solved exactly with the rows around it; what lies beyond was propagated
  propagation  // no neighbour was solved with it
};
std::string_view treatment_name(Treatment treatment);

/// What is left of a row's certainty beside its pairs; of a lot with several places: per place.
/// none + unlisted + the sum of the row's posteriors (divided by its places) = 1, where two
/// partners that may be one (Doubts) count once as far as they are.
struct Remainder {
  double none = 1;      // no partner in the store
  double unlisted = 0;  // a pair that was scored and not kept
  Treatment treatment = Treatment::exact;
};

/// Components over the pairs whose phi is at least inference.edge_floor, of two rows or more.
struct ComponentCounts {
  std::uint64_t exact = 0;           // solved whole
  std::uint64_t cores = 0;           // into which the others were divided
  std::uint64_t largest = 0;         // rows
  std::uint64_t strong_between = 0;  // pairs of phi >= 1 that were propagated
  std::uint32_t rounds = 0;          // of propagation between cores
  bool converged = true;
  /// Groups (families) whose members were weighed together, and those for which no core had room.
  std::uint64_t joint = 0, joint_left_out = 0;
};

struct IdentityPosteriors {
  std::vector<double> pairwise;   // of each scored pair: from its prior and LR alone
  std::vector<double> posterior;  // of each scored pair: under one-to-one
  std::vector<Remainder> left, right;
  ComponentCounts components;
};

/// ln 10.
inline constexpr double log_of_ten = 2.3025850929940457;
/// odds x LR as a probability.
double pairwise_posterior(double odds, Score score);

/// The scored relation's rests must have been weighted with prior.left_odds() and with
/// prior.right_odds() times the places. Posteriors are averaged over what the doubts may be: with
/// the probability that two rows are one, revised by how well their pairs fit either, one row takes
/// their place, and what it is, both are. No lot of several individuals is in a doubt, and no row
/// that has a certain partner by a decision. Decisions bear on posteriors alone, not on pairwise
/// ones: a certain pair weighs 10^40 and its rows have no other (a lot keeps its other places),
/// a weighted one has inference.decision_bans more, an excluded one nothing. `groups`: what models
/// say of several reports together, beyond their pairs. A row of a doubt is in a group as it is;
/// what two rows would be as one is weighed by its pairs.
IdentityPosteriors infer_identity(const ScoredRelation& scored, const IdentityPrior& prior,
                                  const Parameters& parameters, const Doubts& doubts = {},
                                  const DecidedRows& decided = {},
                                  std::span<const GroupEvidence* const> groups = {});

}  // namespace confronta
