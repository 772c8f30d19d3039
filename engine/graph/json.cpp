#include <nlohmann/json.hpp>

#include "engine/graph/exported_graph.h"
#include "models/domain/number_text.h"

namespace confronta {
namespace {

using Json = nlohmann::ordered_json;

std::string json_text(std::string_view text) {
  // Ids come from files: bytes that are no UTF-8 must not stop an export.
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}
std::string number(const std::optional<double>& value) {
  return value ? number_text(*value) : "null";
}

}  // namespace

/// Written by hand but for its strings: every number has 17 digits, and a large graph is not held
/// twice.
std::string to_json(const ExportedGraph& graph) {
  std::string text = "{\"run\":" + json_text(graph.run) + ",\"digest\":" + json_text(graph.digest) +
                     ",\"priors\":{";
  const char* separator = "";
  for (const auto& [name, value] : graph.priors) {
    text += separator + json_text(name) + ':' + json_text(value);
    separator = ",";
  }
  text += "},\"nodes\":[";
  separator = "";
  for (const ExportedNode& node : graph.nodes) {
    text += separator + ("{\"id\":" + json_text(node.id)) + ",\"kind\":" + json_text(node.kind) +
            ",\"cluster\":" + std::to_string(node.cluster) + '}';
    separator = ",";
  }
  text += "],\"edges\":[";
  separator = "";
  for (const ExportedEdge& edge : graph.edges) {
    text += separator + ("{\"cluster\":" + std::to_string(edge.cluster)) +
            ",\"relation\":" + json_text(edge.relation) + ",\"left\":" + json_text(edge.left) +
            ",\"right\":" + json_text(edge.right) + ",\"log10_lr\":" + number(edge.log10_lr) +
            ",\"posterior\":" + number_text(edge.posterior) +
            ",\"pairwise_posterior\":" + number(edge.pairwise_posterior) + '}';
    separator = ",";
  }
  return text + "]}";
}

}  // namespace confronta
