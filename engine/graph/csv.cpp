#include "engine/graph/exported_graph.h"
#include "models/domain/number_text.h"

namespace confronta {
namespace {

/// RFC 4180: a cell with a comma, a quote or a line break is quoted, its quotes doubled. A cell
/// that a spreadsheet would take for a formula is quoted text with an apostrophe in front.
std::string cell(std::string_view text) {
  std::string content{text};
  if (!content.empty() && std::string_view{"=+-@\t\r"}.find(content.front()) != std::string::npos)
    content.insert(content.begin(), '\'');
  if (content.find_first_of(",\"\r\n") == std::string::npos) return content;
  std::string quoted = "\"";
  for (const char c : content) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string number(const std::optional<double>& value) { return value ? number_text(*value) : ""; }

}  // namespace

std::string to_csv(const ExportedGraph& graph) {
  std::string text =
      "cluster,relation,left,right,log10_lr,posterior,pairwise_posterior,prior_kappa\r\n";
  std::string kappa;
  for (const auto& [name, value] : graph.priors)
    if (name == "prior.kappa") kappa = value;
  for (const ExportedEdge& edge : graph.edges)
    text += std::to_string(edge.cluster) + ',' + cell(edge.relation) + ',' + cell(edge.left) + ',' +
            cell(edge.right) + ',' + number(edge.log10_lr) + ',' + number_text(edge.posterior) +
            ',' + number(edge.pairwise_posterior) + ',' + kappa + "\r\n";
  return text;
}

}  // namespace confronta
