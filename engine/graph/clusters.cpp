#include "engine/graph/clusters.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "engine/graph/conflicts.h"
#include "engine/graph/pieces.h"

namespace confronta {
namespace {

class ClusterBuilder {
 public:
  ClusterBuilder(const Run& run, const std::map<std::string, SubjectFacts>& facts,
                 const ClusterRules& rules)
      : run_(run), facts_(facts), rules_(rules), conflicts_(run, facts, rules) {
    for (const RunGroup& group : run.groups)
      for (const std::string& member : group.members) group_of_.emplace(member, &group);
  }

  std::vector<RunCluster> build(std::uint64_t& cut) {
    gather_links();
    std::vector<GraphLink> links;
    for (const std::uint32_t p : linked_) links.push_back({node_of(p, true), node_of(p, false)});
    const Pieces pieces =
        bounded_pieces(static_cast<std::uint32_t>(rows_.size()), links, rules_.largest);
    cut = pieces.cut;
    std::vector<RunCluster> clusters(pieces.count);
    fill_pairs(pieces, clusters);
    std::vector<std::vector<std::uint32_t>> rows(pieces.count);
    for (std::uint32_t node = 0; node < rows_.size(); ++node) rows[pieces.of[node]].push_back(node);
    for (std::uint32_t c = 0; c < pieces.count; ++c)
      if (!clusters[c].pairs.empty()) fill_contents(rows[c], clusters[c]);
    std::erase_if(clusters, [](const RunCluster& c) { return c.pairs.empty(); });
    std::stable_sort(clusters.begin(), clusters.end(), [&](const auto& a, const auto& b) {
      const auto x = best_candidate(a);
      const auto y = best_candidate(b);
      if (x && y) return stronger(*x, *y);
      if (x || y) return x.has_value();  // what may name a body is looked at first
      return stronger(a.pairs.front(), b.pairs.front());
    });
    for (std::uint32_t c = 0; c < clusters.size(); ++c) clusters[c].number = c + 1;
    return clusters;
  }

 private:
  bool stronger(std::uint32_t a, std::uint32_t b) const {
    const RunPair& x = run_.pairs[a];
    const RunPair& y = run_.pairs[b];
    return std::tie(y.posterior, y.score, a) < std::tie(x.posterior, x.score, b);
  }
  /// The strongest identity pair of a cluster, if it has one.
  std::optional<std::uint32_t> best_candidate(const RunCluster& cluster) const {
    for (const std::uint32_t p : cluster.pairs)
      if (run_.pairs[p].relation == Relation::identity) return p;
    return std::nullopt;
  }
  const std::string& row_of(const std::string& subject) const {
    const auto at = group_of_.find(subject);
    return at == group_of_.end() ? subject : at->second->id;
  }
  std::uint32_t node_of(std::uint32_t p, bool left) const {
    return nodes_.at(row_of(left ? run_.pairs[p].left : run_.pairs[p].right));
  }

  /// The pairs that link, strongest first, and their rows as nodes, sorted.
  void gather_links() {
    for (std::uint32_t p = 0; p < run_.pairs.size(); ++p)
      if (run_.pairs[p].posterior >= rules_.posterior) linked_.push_back(p);
    std::sort(linked_.begin(), linked_.end(),
              [&](std::uint32_t a, std::uint32_t b) { return stronger(a, b); });
    for (const std::uint32_t p : linked_)
      for (const std::string* id : {&run_.pairs[p].left, &run_.pairs[p].right})
        rows_.push_back(row_of(*id));
    std::sort(rows_.begin(), rows_.end());
    rows_.erase(std::unique(rows_.begin(), rows_.end()), rows_.end());
    for (std::uint32_t node = 0; node < rows_.size(); ++node) nodes_.emplace(rows_[node], node);
  }

  /// Links inside a piece, and the claims that lost their body to a better one.
  void fill_pairs(const Pieces& pieces, std::vector<RunCluster>& clusters) const {
    for (std::uint32_t p = 0; p < run_.pairs.size(); ++p) {
      const RunPair& pair = run_.pairs[p];
      if (pair.posterior < rules_.posterior && pair.pairwise_posterior < rules_.claim) continue;
      if (pair.decided == Decided::excluded) continue;
      const auto left = nodes_.find(row_of(pair.left));
      const auto right = nodes_.find(row_of(pair.right));
      if (left == nodes_.end() || right == nodes_.end()) continue;
      if (pieces.of[left->second] == pieces.of[right->second])
        clusters[pieces.of[left->second]].pairs.push_back(p);
    }
    for (RunCluster& cluster : clusters)
      std::sort(cluster.pairs.begin(), cluster.pairs.end(),
                [&](std::uint32_t a, std::uint32_t b) { return stronger(a, b); });
  }

  void fill_contents(const std::vector<std::uint32_t>& nodes, RunCluster& cluster) const {
    std::vector<std::string> reports, remains;  // rows
    for (const std::uint32_t node : nodes) {
      const std::string& row = rows_[node];
      const auto group = group_of_.find(row);
      const std::vector<std::string> members =
          group == group_of_.end() ? std::vector<std::string>{row} : group->second->members;
      const auto fact = facts_.find(row);
      const bool report = fact != facts_.end() && fact->second.kind == SubjectKind::report;
      (report ? reports : remains).push_back(row);
      auto& subjects = report ? cluster.reports : cluster.remains;
      subjects.insert(subjects.end(), members.begin(), members.end());
    }
    std::sort(cluster.reports.begin(), cluster.reports.end());
    std::sort(cluster.remains.begin(), cluster.remains.end());
    cluster.people = static_cast<std::uint32_t>(reports.size());
    cluster.bodies = static_cast<std::uint32_t>(remains.size());
    cluster.duplicate_reports = static_cast<std::uint32_t>(cluster.reports.size()) - cluster.people;
    for (const std::string& id : cluster.remains)
      if (const auto fact = facts_.find(id); fact != facts_.end())
        cluster.parts += fact->second.part;
    cluster.conflicts = conflicts_.find(cluster, reports, remains);
  }

  const Run& run_;
  const std::map<std::string, SubjectFacts>& facts_;
  const ClusterRules& rules_;
  ConflictFinder conflicts_;
  std::unordered_map<std::string, const RunGroup*> group_of_;
  std::vector<std::uint32_t> linked_;  // indices of pairs, strongest first
  std::vector<std::string> rows_;      // of the nodes
  std::unordered_map<std::string, std::uint32_t> nodes_;
};

}  // namespace

std::vector<RunCluster> find_clusters(const Run& run,
                                      const std::map<std::string, SubjectFacts>& facts,
                                      const ClusterRules& rules, std::uint64_t& cut) {
  return ClusterBuilder{run, facts, rules}.build(cut);
}

}  // namespace confronta
