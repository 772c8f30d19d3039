#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "bench/world/world.h"

namespace confronta::app {

int simulate_world(const Session& session, const SimulateArguments& arguments) {
  using Json = nlohmann::ordered_json;
  world::WorldOptions options;
  options.states = arguments.states;
  options.reports = arguments.reports;
  options.remains = arguments.remains;
  options.seed = arguments.seed;
  options.dna = arguments.dna;
  options.names_on_bodies = !arguments.no_names;
  auto files = world::simulate(options, arguments.out);
  if (!files) return session.fail(files.error());
  Json list = Json::array();
  for (const world::WrittenFile& file : files.value()) {
    list.push_back({{"path", file.path}, {"source", file.source}, {"mapping", file.mapping}});
    if (!session.json)
      session.print("confronta import " + file.path +
                    (file.source.empty() ? "" : " --source " + file.source));
  }
  if (session.json) session.print(Json{{"files", list}}.dump());
  return exit_ok;
}

}  // namespace confronta::app
