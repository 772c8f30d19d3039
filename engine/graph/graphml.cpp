#include <array>

#include "engine/graph/exported_graph.h"
#include "models/domain/number_text.h"

namespace confronta {
namespace {

/// XML 1.0 text: markup escaped; control characters, which XML cannot hold, replaced.
std::string xml(std::string_view text) {
  std::string escaped;
  for (const char c : text) switch (c) {
      case '&': escaped += "&amp;"; break;
      case '<': escaped += "&lt;"; break;
      case '>': escaped += "&gt;"; break;
      case '"': escaped += "&quot;"; break;
      case '\t': escaped += "&#9;"; break;
      case '\n': escaped += "&#10;"; break;
      case '\r': escaped += "&#13;"; break;
      default:
        escaped +=
            static_cast<unsigned char>(c) < 0x20 ? std::string{"\xEF\xBF\xBD"} : std::string{c};
    }
  return escaped;
}

struct Key {
  std::string_view name, of, type;
};
constexpr std::array<Key, 7> keys{{{"kind", "node", "string"},
                                   {"cluster", "all", "int"},
                                   {"relation", "edge", "string"},
                                   {"log10_lr", "edge", "double"},
                                   {"posterior", "edge", "double"},
                                   {"pairwise_posterior", "edge", "double"},
                                   {"run", "graph", "string"}}};

std::string data(std::string_view key, std::string_view value) {
  return "<data key=\"" + xml(key) + "\">" + xml(value) + "</data>";
}

}  // namespace

std::string to_graphml(const ExportedGraph& graph) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  const auto key = [&](std::string_view name, std::string_view of, std::string_view type) {
    text += "  <key id=\"" + xml(name) + "\" for=\"" + std::string{of} + "\" attr.name=\"" +
            xml(name) + "\" attr.type=\"" + std::string{type} + "\"/>\n";
  };
  for (const Key& k : keys) key(k.name, k.of, k.type);
  for (const auto& [name, value] : graph.priors) key(name, "graph", "string");
  text += "  <graph edgedefault=\"undirected\">\n    " + data("run", graph.run) + '\n';
  for (const auto& [name, value] : graph.priors) text += "    " + data(name, value) + '\n';
  for (const ExportedNode& node : graph.nodes)
    text += "    <node id=\"" + xml(node.id) + "\">" + data("kind", node.kind) +
            data("cluster", std::to_string(node.cluster)) + "</node>\n";
  for (const ExportedEdge& edge : graph.edges) {
    text += "    <edge source=\"" + xml(edge.left) + "\" target=\"" + xml(edge.right) + "\">" +
            data("cluster", std::to_string(edge.cluster)) + data("relation", edge.relation);
    if (edge.log10_lr) text += data("log10_lr", number_text(*edge.log10_lr));
    text += data("posterior", number_text(edge.posterior));
    if (edge.pairwise_posterior)
      text += data("pairwise_posterior", number_text(*edge.pairwise_posterior));
    text += "</edge>\n";
  }
  return text + "  </graph>\n</graphml>\n";
}

}  // namespace confronta
