#include "engine/graph/export.h"

#include <algorithm>
#include <map>

#include "engine/graph/exported_graph.h"

namespace confronta {

ExportedGraph exported_graph(const Run& run) {
  ExportedGraph graph{run.identity, run.digest, {}, {}, {}};
  for (const auto& [name, value] : run.manifest)
    if (name.rfind("prior.", 0) == 0) graph.priors.emplace_back(name, value);
  std::map<std::string_view, const RunGroup*> groups;
  for (const RunGroup& group : run.groups) groups.emplace(group.id, &group);
  for (const RunCluster& cluster : run.clusters) {
    for (const std::string& id : cluster.reports)
      graph.nodes.push_back({id, "report", cluster.number});
    for (const std::string& id : cluster.remains)
      graph.nodes.push_back({id, "remains", cluster.number});
    for (const std::uint32_t index : cluster.pairs) {
      const RunPair& pair = run.pairs[index];
      graph.edges.push_back({cluster.number, relation_name(pair.relation), pair.left, pair.right,
                             pair.score.log10(), pair.posterior, pair.pairwise_posterior});
    }
    for (const auto* ids : {&cluster.reports, &cluster.remains})
      for (const std::string& id : *ids) {
        const auto group = groups.find(id);
        if (group == groups.end()) continue;
        for (const std::string& member : group->second->members)
          if (member != id)
            graph.edges.push_back({cluster.number, "merged", id, member, std::nullopt,
                                   group->second->posterior, std::nullopt});
      }
  }
  return graph;
}

Result<std::string> export_graph(const Run& run, std::string_view format) {
  if (format == "graphml") return to_graphml(exported_graph(run));
  if (format == "dot") return to_dot(exported_graph(run));
  if (format == "csv") return to_csv(exported_graph(run));
  if (format == "json") return to_json(exported_graph(run));
  return Error{"export.unknown_format", {std::string{format}}, {}};
}

}  // namespace confronta
