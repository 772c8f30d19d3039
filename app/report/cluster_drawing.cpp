#include "app/report/cluster_drawing.h"

#include <algorithm>
#include <map>

#include "app/numbers.h"
#include "app/report/html.h"
#include "models/domain/number_text.h"

namespace confronta::app {
namespace {

constexpr double width = 800;
constexpr double row_height = 30;
constexpr double left_x = 280;
constexpr double right_x = width - 280;
constexpr std::size_t longest_label = 34;

std::string number(double value) { return fixed_text(value, 1); }

std::string shortened(const std::string& id) {
  if (id.size() <= longest_label) return id;
  std::size_t end = longest_label - 1;
  while (end > 0 && (id[end] & 0xC0) == 0x80) --end;  // never inside a character
  return id.substr(0, end) + "…";
}

struct Node {
  double x;
  double y;
};

std::string label(const std::string& id, const Node& node, bool left) {
  const double x = left ? node.x - 12 : node.x + 12;
  return element("g", text_element("title", id) +
                          text_element("text", shortened(id),
                                       "x=\"" + number(x) + "\" y=\"" + number(node.y + 4) +
                                           "\" text-anchor=\"" + (left ? "end" : "start") + "\"")) +
         "<circle class=\"" + (left ? "report" : "remains") + "\" cx=\"" + number(node.x) +
         "\" cy=\"" + number(node.y) + "\" r=\"6\"/>";
}

std::string edge(Language language, const RunPair& pair, const Node& a, const Node& b) {
  const std::string words =
      say(language, "clusters.pair",
          {"@relation." + std::string{relation_name(pair.relation)}, pair.left, pair.right,
           bans_text(pair.score.log10()), percent_text(pair.posterior)});
  std::string path = "M" + number(a.x) + ' ' + number(a.y);
  if (pair.relation == Relation::identity) {
    path += " L" + number(b.x) + ' ' + number(b.y);
  } else {  // an arc beside the column
    const double bow = a.x < width / 2 ? 60 : -60;
    path += " Q" + number(a.x + bow) + ' ' + number((a.y + b.y) / 2) + ' ' + number(b.x) + ' ' +
            number(b.y);
  }
  return element("path", text_element("title", words),
                 "class=\"" + std::string{relation_name(pair.relation)} + "\" d=\"" + path +
                     "\" stroke-width=\"" + number(1 + 5 * pair.posterior) + "\"");
}

}  // namespace

std::string cluster_drawing(Language language, const Run& run, const RunCluster& cluster) {
  std::map<std::string, Node> nodes;
  const std::size_t rows = std::max(cluster.reports.size(), cluster.remains.size());
  const double height = static_cast<double>(rows) * row_height + 16;
  const auto place = [&](const std::vector<std::string>& ids, double x) {
    const double step = height / static_cast<double>(ids.size() + 1);
    for (std::size_t i = 0; i < ids.size(); ++i)
      nodes[ids[i]] = {x, step * static_cast<double>(i + 1)};
  };
  place(cluster.reports, left_x);
  place(cluster.remains, right_x);

  std::string content =
      text_element("title", say(language, "report.drawing", {std::to_string(cluster.number)}));
  for (const std::uint32_t index : cluster.pairs) {
    const RunPair& pair = run.pairs[index];
    const auto a = nodes.find(pair.left);
    const auto b = nodes.find(pair.right);
    if (a != nodes.end() && b != nodes.end()) content += edge(language, pair, a->second, b->second);
  }
  for (const std::string& id : cluster.reports) content += label(id, nodes[id], true);
  for (const std::string& id : cluster.remains) content += label(id, nodes[id], false);
  return element(
      "svg", content,
      "role=\"img\" class=\"graph\" viewBox=\"0 0 " + number(width) + ' ' + number(height) + "\"");
}

}  // namespace confronta::app
