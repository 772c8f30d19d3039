#pragma once
// Candidates and their links as pieces that a person can review.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/run.h"
#include "models/domain/record.h"

namespace confronta {

/// What a cluster must know of a subject beside its pairs.
struct SubjectFacts {
  SubjectKind kind = SubjectKind::report;
  bool part = false;           // a part of a body, or a lot of them
  bool located_alive = false;  // a report says so
  bool identified = false;     // remains: identified or handed over
  std::uint32_t places = 1;    // people that remains can be
};

struct ClusterRules {
  double posterior = 0.1;      // links at or over it
  double claim = 0.5;          // pairwise posterior from which a pair is a claim, for conflicts
  std::uint32_t largest = 30;  // rows (groups or single subjects) of one piece
  std::function<bool(Relation, const std::string&, const std::string&)> cannot_link;
};

/// The run's groups and pairs must be there. Nodes are rows (groups or single subjects), links the
/// pairs of all relations whose posterior is at or over the rule's. Components of more than
/// `largest` rows are split: links are taken strongest first (posterior, LR, then order of the
/// pairs), and one that would make too large a piece is left out. Sorted by their strongest
/// identity pair, then those without one by their strongest pair. `cut` counts the links left out.
std::vector<RunCluster> find_clusters(const Run& run,
                                      const std::map<std::string, SubjectFacts>& facts,
                                      const ClusterRules& rules, std::uint64_t& cut);

}  // namespace confronta
