#pragma once
// A run written by hand, for clusters and their exports.

#include <map>
#include <string>

#include "engine/graph/clusters.h"
#include "engine/run.h"

namespace confronta::test {

inline RunPair pair(Relation relation, std::string left, std::string right, double log10_lr,
                    double posterior, double pairwise = -1) {
  return {relation,
          std::move(left),
          std::move(right),
          Score::from_log10(log10_lr),
          pairwise < 0 ? posterior : pairwise,
          posterior,
          0,
          0};
}

inline SubjectFacts of_report() { return {}; }
inline SubjectFacts of_remains() {
  SubjectFacts facts;
  facts.kind = SubjectKind::remains;
  return facts;
}

/// Reports R:1 and R:2 are one person, whose body is B:1; R:3 lost that body to them; R:4 and B:4
/// stand for themselves.
struct SmallRun {
  Run run;
  std::map<std::string, SubjectFacts> facts;

  SmallRun() {
    for (const char* id : {"R:1", "R:2", "R:3", "R:4"}) facts.emplace(id, of_report());
    for (const char* id : {"B:1", "B:2", "B:4"}) facts.emplace(id, of_remains());
    run.groups = {{"R:1", Relation::duplicate, 0.995, {"R:1", "R:2"}}};
    run.pairs = {pair(Relation::identity, "R:1", "B:1", 8, 0.9),
                 pair(Relation::identity, "R:1", "B:2", 1, 0.001),
                 pair(Relation::identity, "R:3", "B:1", 7, 0.08, 0.97),
                 pair(Relation::identity, "R:3", "B:2", 5, 0.7),
                 pair(Relation::identity, "R:4", "B:4", 6, 0.85),
                 pair(Relation::duplicate, "R:1", "R:2", 9, 0.995),
                 pair(Relation::same_body, "B:1", "B:2", 3, 0.2)};
  }
  std::vector<RunCluster> clusters(ClusterRules rules = {}) const {
    std::uint64_t cut = 0;
    return find_clusters(run, facts, rules, cut);
  }
};

}  // namespace confronta::test
