#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/numbers.h"
#include "engine/graph/export.h"
#include "engine/store/runs.h"

namespace confronta::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t strongest_shown = 3;

Json as_json(const Run& run, const RunCluster& cluster) {
  Json pairs = Json::array();
  for (const std::uint32_t index : cluster.pairs) {
    const RunPair& pair = run.pairs[index];
    pairs.push_back({{"relation", relation_name(pair.relation)},
                     {"left", pair.left},
                     {"right", pair.right},
                     {"log10_lr", pair.score.log10()},
                     {"posterior", pair.posterior},
                     {"pairwise_posterior", pair.pairwise_posterior}});
  }
  Json conflicts = Json::array();
  for (const RunConflict& c : cluster.conflicts)
    conflicts.push_back({{"code", c.code}, {"ids", c.ids}});
  return {{"cluster", cluster.number},
          {"people", cluster.people},
          {"bodies", cluster.bodies},
          {"parts", cluster.parts},
          {"duplicate_reports", cluster.duplicate_reports},
          {"reports", cluster.reports},
          {"remains", cluster.remains},
          {"pairs", pairs},
          {"conflicts", conflicts}};
}

std::string listed(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + id;
  return text;
}

void print_for_people(const Session& session, const Run& run, const RunCluster& cluster) {
  session.print(session.text("clusters.title",
                             {std::to_string(cluster.number), std::to_string(cluster.people),
                              std::to_string(cluster.bodies), std::to_string(cluster.parts),
                              std::to_string(cluster.duplicate_reports)}));
  for (std::size_t i = 0; i < cluster.pairs.size() && i < strongest_shown; ++i) {
    const RunPair& pair = run.pairs[cluster.pairs[i]];
    session.print("  " + session.text("clusters.pair",
                                      {"@relation." + std::string{relation_name(pair.relation)},
                                       pair.left, pair.right, bans_text(pair.score.log10()),
                                       percent_text(pair.posterior)}));
  }
  for (const RunConflict& conflict : cluster.conflicts)
    session.print("  ! " + session.text("conflict." + conflict.code, {listed(conflict.ids)}));
}

int export_all(const Session& session, const Run& run, const std::string& format) {
  auto text = export_graph(run, format);
  if (!text) return session.fail(text.error());
  session.print(text.value());
  return exit_ok;
}

}  // namespace

int list_clusters(const Session& session, const ClustersArguments& arguments) {
  auto store = Store::open(session.store, Access::read);
  if (!store) return session.fail(store.error());
  auto run = read_run(*store.value(), 0);
  if (!run) return session.fail(run.error());
  if (!arguments.export_format.empty())
    return export_all(session, run.value(), arguments.export_format);
  Json list = Json::array();
  for (const RunCluster& cluster : run.value().clusters) {
    const bool wanted =
        arguments.number > 0 ? cluster.number == arguments.number : cluster.number <= arguments.top;
    if (!wanted) continue;
    if (session.json)
      list.push_back(as_json(run.value(), cluster));
    else
      print_for_people(session, run.value(), cluster);
  }
  if (session.json)
    session.print(list.dump());
  else
    session.tell("clusters.count", {std::to_string(run.value().clusters.size())});
  return exit_ok;
}

}  // namespace confronta::app
