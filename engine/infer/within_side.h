#pragma once
// From the scored pairs of a relation within one side to the posteriors that two records are one.

#include <cstdint>
#include <vector>

#include "engine/infer/links.h"
#include "engine/infer/prior.h"
#include "engine/score/score_relation.h"

namespace confronta {

struct WithinSidePosteriors {
  std::vector<ScoredPair> pairs;  // the scored ones, and must-links and decided ones that were not
  std::vector<double> pairwise;   // of each pair: from its prior and LR alone
  std::vector<double> posterior;  // over the partitions of the records around it
  std::uint64_t pieces = 0;       // that were solved
  std::uint64_t cut = 0;          // strong pairs that a piece had no room for
};

/// Strong pairs (phi >= inference.link_floor) are joined strongest first into pieces of at most
/// PartitionProblem::most_records; each piece is solved exactly, all pairs inside it scored. Every
/// other pair gets phi x P(both records free). `rules` may be nullptr (nothing is forbidden or
/// decided). Its must-links weigh as much as evidence can, a pair that people agreed on without a
/// primary identifier inference.decision_bans more than its evidence; `pairwise` knows of neither.
/// The scored relation's rests must have been weighted with the prior's weights.
WithinSidePosteriors infer_within_side(const PreparedRelation& relation, ScoredRelation scored,
                                       const WithinSidePrior& prior, const LinkRules* rules,
                                       const Parameters& parameters);

}  // namespace confronta
