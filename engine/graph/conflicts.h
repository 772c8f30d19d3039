#pragma once
// What in a cluster contradicts itself.

#include <map>
#include <string>
#include <vector>

#include "engine/graph/clusters.h"

namespace confronta {

/// Claims and statuses of a run, looked up cluster by cluster. A claim is an identity pair whose
/// posterior is at or over the rule's, or whose pairwise posterior is at or over `claim`: a strong
/// pair that loses its body to a better one still shows.
class ConflictFinder {
 public:
  /// The arguments must outlive it.
  ConflictFinder(const Run& run, const std::map<std::string, SubjectFacts>& facts,
                 const ClusterRules& rules);

  /// The conflicts of a cluster whose contents are filled in. `reports` and `remains`: its rows,
  /// sorted.
  std::vector<RunConflict> find(const RunCluster& cluster, const std::vector<std::string>& reports,
                                const std::vector<std::string>& remains) const;

 private:
  std::vector<std::string> members(const std::string& row) const;
  void find_claims(const std::vector<std::string>& reports, const std::vector<std::string>& remains,
                   std::vector<RunConflict>& conflicts) const;
  void find_statuses(const RunCluster& cluster, std::vector<RunConflict>& conflicts) const;
  void find_impossible_links(const RunCluster& cluster, std::vector<RunConflict>& conflicts) const;

  const Run& run_;
  const std::map<std::string, SubjectFacts>& facts_;
  const ClusterRules& rules_;
  std::map<std::string, const RunGroup*> groups_;              // by id
  std::map<std::string, std::vector<std::string>> of_person_;  // claimed remains, best first
  std::map<std::string, std::vector<std::string>> of_body_;    // claiming reports, best first
};

}  // namespace confronta
