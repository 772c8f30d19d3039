#include "engine/graph/exported_graph.h"
#include "models/domain/number_text.h"

namespace confronta {
namespace {

/// A double-quoted string of the DOT language. A backslash begins an escape in labels, so it is
/// doubled.
std::string quoted(std::string_view text) {
  std::string escaped = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') escaped += '\\';
    if (c == '\n')
      escaped += "\\n";
    else
      escaped += c;
  }
  return escaped + '"';
}

}  // namespace

std::string to_dot(const ExportedGraph& graph) {
  std::string text = "graph confronta {\n  run=" + quoted(graph.run) + ";\n";
  for (const auto& [name, value] : graph.priors)
    text += "  " + quoted(name) + '=' + quoted(value) + ";\n";
  for (const ExportedNode& node : graph.nodes)
    text += "  " + quoted(node.id) + " [kind=" + std::string{node.kind} +
            ", cluster=" + std::to_string(node.cluster) +
            ", shape=" + (node.kind == "report" ? "ellipse" : "box") + "];\n";
  for (const ExportedEdge& edge : graph.edges) {
    text += "  " + quoted(edge.left) + " -- " + quoted(edge.right) +
            " [relation=" + std::string{edge.relation};
    if (edge.log10_lr) text += ", log10_lr=" + quoted(number_text(*edge.log10_lr));
    text += ", posterior=" + quoted(number_text(edge.posterior));
    if (edge.pairwise_posterior)
      text += ", pairwise_posterior=" + quoted(number_text(*edge.pairwise_posterior));
    text += "];\n";
  }
  return text + "}\n";
}

}  // namespace confronta
