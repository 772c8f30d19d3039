#include "engine/graph/conflicts.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/infer/disjoint_sets.h"

namespace confronta {

ConflictFinder::ConflictFinder(const Run& run, const std::map<std::string, SubjectFacts>& facts,
                               const ClusterRules& rules)
    : run_(run), facts_(facts), rules_(rules) {
  for (const RunGroup& group : run.groups) groups_.emplace(group.id, &group);
  std::vector<const RunPair*> claims;
  for (const RunPair& pair : run.pairs)
    if (pair.relation == Relation::identity && pair.decided != Decided::excluded &&
        (pair.posterior >= rules.posterior || pair.pairwise_posterior >= rules.claim))
      claims.push_back(&pair);
  std::stable_sort(claims.begin(), claims.end(), [](const RunPair* a, const RunPair* b) {
    return std::tie(b->posterior, b->score) < std::tie(a->posterior, a->score);
  });
  for (const RunPair* claim : claims) {
    of_person_[claim->left].push_back(claim->right);
    of_body_[claim->right].push_back(claim->left);
  }
}

std::vector<RunConflict> ConflictFinder::find(const RunCluster& cluster,
                                              const std::vector<std::string>& reports,
                                              const std::vector<std::string>& remains) const {
  std::vector<RunConflict> conflicts;
  find_claims(reports, remains, conflicts);
  find_statuses(cluster, conflicts);
  find_impossible_links(cluster, conflicts);
  return conflicts;
}

std::vector<std::string> ConflictFinder::members(const std::string& row) const {
  const auto at = groups_.find(row);
  return at == groups_.end() ? std::vector<std::string>{row} : at->second->members;
}

void ConflictFinder::find_claims(const std::vector<std::string>& reports,
                                 const std::vector<std::string>& remains,
                                 std::vector<RunConflict>& conflicts) const {
  const auto add = [&](std::string_view code, const std::string& row,
                       const std::vector<std::string>& claims) {
    RunConflict conflict{std::string{code}, {row}};
    conflict.ids.insert(conflict.ids.end(), claims.begin(), claims.end());
    conflicts.push_back(std::move(conflict));
  };
  for (const std::string& body : remains) {
    const auto claims = of_body_.find(body);
    std::uint32_t places = 1;
    for (const std::string& member : members(body))
      if (const auto fact = facts_.find(member); fact != facts_.end())
        places = std::max(places, fact->second.places);
    if (claims != of_body_.end() && claims->second.size() > places)
      add("one_body_two_people", body, claims->second);
  }
  for (const std::string& person : reports)
    if (const auto claims = of_person_.find(person);
        claims != of_person_.end() && claims->second.size() > 1)
      add("one_person_two_bodies", person, claims->second);
}

void ConflictFinder::find_statuses(const RunCluster& cluster,
                                   std::vector<RunConflict>& conflicts) const {
  for (const std::uint32_t index : cluster.pairs) {
    const RunPair& pair = run_.pairs[index];
    if (pair.relation != Relation::identity) continue;
    for (const std::string& report : members(pair.left))
      if (const auto fact = facts_.find(report); fact != facts_.end() && fact->second.located_alive)
        conflicts.push_back({"located_alive", {report, pair.right}});
    for (const std::string& remains : members(pair.right))
      if (const auto fact = facts_.find(remains); fact != facts_.end() && fact->second.identified)
        conflicts.push_back({"already_identified", {remains, pair.left}});
  }
}

/// Records that links join, directly or by way of others, and that cannot be one body.
void ConflictFinder::find_impossible_links(const RunCluster& cluster,
                                           std::vector<RunConflict>& conflicts) const {
  const std::vector<std::string>& ids = cluster.remains;
  const auto index = [&](const std::string& id) {
    return static_cast<std::uint32_t>(std::lower_bound(ids.begin(), ids.end(), id) - ids.begin());
  };
  DisjointSets one_record{ids.size()};  // joined by "same body" alone
  DisjointSets one_body{ids.size()};
  for (const std::uint32_t p : cluster.pairs) {
    const RunPair& pair = run_.pairs[p];
    if (pair.relation != Relation::same_body && pair.relation != Relation::part) continue;
    one_body.join(index(pair.left), index(pair.right));
    if (pair.relation == Relation::same_body) one_record.join(index(pair.left), index(pair.right));
  }
  for (std::uint32_t a = 0; a < ids.size(); ++a)
    for (std::uint32_t b = a + 1; b < ids.size(); ++b) {
      if (one_body.find(a) != one_body.find(b)) continue;
      const bool same = one_record.find(a) == one_record.find(b);
      if (rules_.cannot_link &&
          rules_.cannot_link(same ? Relation::same_body : Relation::part, ids[a], ids[b]))
        conflicts.push_back({"cannot_link", {ids[a], ids[b]}});
    }
}

}  // namespace confronta
