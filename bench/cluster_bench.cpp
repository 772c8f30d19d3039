// From a run's groups and pairs to pieces that a person can review; beside plain connected
// components.

#include <benchmark/benchmark.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <map>

#include "bench/support/sample.h"
#include "engine/graph/clusters.h"
#include "engine/match.h"

namespace confronta::bench {
namespace {

const Run& sample_run() {
  static const Run run = [] {
    const MatchOptions options;
    Progress silent;
    auto made = match(sample_snapshot(), estimate_reference(sample_snapshot(), options.parameters),
                      options, silent);
    return made ? std::move(made).value() : Run{};
  }();
  return run;
}

ClusterRules sample_rules() {
  const MatchOptions options;
  ClusterRules rules;
  rules.posterior = options.parameters["inference.cluster_posterior"];
  rules.claim = options.parameters["inference.claim_posterior"];
  rules.largest = static_cast<std::uint32_t>(options.parameters["inference.cluster_largest"]);
  return rules;
}

std::map<std::string, SubjectFacts> sample_facts() {
  std::map<std::string, SubjectFacts> facts;
  for (const auto* rows : {&sample_snapshot().reports, &sample_snapshot().remains})
    for (const TraitTable::Row& row : *rows) facts[row.id].kind = row.kind;
  return facts;
}

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

/// A number for each id that a link names; equal numbers are connected.
std::map<std::string, int> components(const Run& run, double posterior) {
  std::map<std::string, int> nodes;
  std::vector<std::pair<int, int>> links;
  const auto node = [&](const std::string& id) {
    return nodes.emplace(id, static_cast<int>(nodes.size())).first->second;
  };
  for (const RunPair& pair : run.pairs)
    if (pair.posterior >= posterior) {
      const int left = node(pair.left);
      links.emplace_back(left, node(pair.right));
    }
  const Graph graph{links.begin(), links.end(), nodes.size()};
  std::vector<int> number(nodes.size());
  boost::connected_components(graph, number.data());
  for (auto& [id, at] : nodes) at = number[static_cast<std::size_t>(at)];
  return nodes;
}

/// Whether each cluster's links lie in one component, and each component with a link has one.
bool refines(const Run& run, const std::vector<RunCluster>& clusters,
             const std::map<std::string, int>& component) {
  std::map<int, int> pieces;
  for (const auto& [id, number] : component) pieces[number] = 0;
  for (const RunCluster& cluster : clusters) {
    if (cluster.pairs.empty()) continue;  // a group that no link leaves
    const auto at = [&](std::uint32_t pair) { return component.find(run.pairs[pair].left); };
    for (const std::uint32_t pair : cluster.pairs)
      if (at(pair) == component.end() || at(pair)->second != at(cluster.pairs.front())->second)
        return false;
    ++pieces[at(cluster.pairs.front())->second];
  }
  for (const auto& [number, count] : pieces)
    if (count == 0) return false;
  return true;
}

void clusters_of_a_run(benchmark::State& state) {
  const Run& run = sample_run();
  const auto facts = sample_facts();
  const ClusterRules rules = sample_rules();
  std::vector<RunCluster> clusters;
  for (auto _ : state) {
    std::uint64_t cut = 0;
    clusters = find_clusters(run, facts, rules, cut);
  }
  if (run.pairs.empty() || !refines(run, clusters, components(run, rules.posterior)))
    state.SkipWithError("the clusters are no refinement of the components");
  state.counters["pairs"] = static_cast<double>(run.pairs.size());
  state.counters["clusters"] = static_cast<double>(clusters.size());
}
BENCHMARK(clusters_of_a_run)->Unit(benchmark::kMillisecond);

void baseline_connected_components(benchmark::State& state) {
  const double posterior = sample_rules().posterior;
  std::size_t rows = 0;
  for (auto _ : state) rows = components(sample_run(), posterior).size();
  if (rows == 0) state.SkipWithError("nothing is connected");
  state.counters["rows"] = static_cast<double>(rows);
}
BENCHMARK(baseline_connected_components)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace confronta::bench
