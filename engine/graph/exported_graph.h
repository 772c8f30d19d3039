#pragma once
// What every export format writes.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/run.h"

namespace confronta {

struct ExportedNode {
  std::string id;
  std::string_view kind;  // report, remains
  std::uint32_t cluster = 0;
};

struct ExportedEdge {
  std::uint32_t cluster = 0;
  std::string_view relation;  // or "merged": member of the group that the left end names
  std::string left, right;
  std::optional<double> log10_lr;  // of pairs
  double posterior = 0;            // of a merged edge: of the group's weakest link
  std::optional<double> pairwise_posterior;
};

struct ExportedGraph {
  std::string run, digest;
  std::vector<std::pair<std::string, std::string>> priors;  // from the manifest
  std::vector<ExportedNode> nodes;                          // by cluster, reports before remains
  std::vector<ExportedEdge> edges;                          // by cluster, strongest first
};

ExportedGraph exported_graph(const Run& run);

std::string to_graphml(const ExportedGraph& graph);
std::string to_dot(const ExportedGraph& graph);
std::string to_csv(const ExportedGraph& graph);
std::string to_json(const ExportedGraph& graph);

}  // namespace confronta
