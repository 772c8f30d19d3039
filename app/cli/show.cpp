#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/value_text.h"
#include "engine/store/subjects.h"

namespace confronta::app {
namespace {

using Json = nlohmann::ordered_json;

Json as_json(const SubjectPage& page) {
  const SubjectVersion& newest = page.versions.back();
  Json observations = Json::array();
  for (const Observation& o : newest.observations)
    observations.push_back({{"trait", trait_info(o.trait).name},
                            {"value", value_json(o)},
                            {"state", state_name(o.state)},
                            {"file", newest.file},
                            {"sheet", o.from.sheet},
                            {"row", o.from.row},
                            {"column", o.from.column}});
  return {{"id", page.id},
          {"kind", kind_name(page.kind)},
          {"source", page.source},
          {"withdrawn", page.withdrawn},
          {"versions", page.versions.size()},
          {"observations", observations},
          {"raw", newest.raw}};
}

void print_version(const Session& session, const SubjectVersion& version) {
  session.print(
      session.text("show.version", {std::to_string(version.number), version.instant, version.file,
                                    std::to_string(version.first_row), version.mapping}));
  for (const Observation& o : version.observations)
    session.print(
        session.text("show.observation", {"@trait." + std::string{trait_info(o.trait).name},
                                          value_text(session.language, o), cell_text(o.from)}));
  session.print(session.text("show.raw", {version.raw}));
}

}  // namespace

int show_subject(const Session& session, const ShowArguments& arguments) {
  auto store = Store::open(session.store, Access::read);
  if (!store) return session.fail(store.error());
  auto page = read_subject(*store.value(), arguments.id);
  if (!page) return session.fail(page.error());
  const SubjectPage& p = page.value();
  if (session.json) {
    session.print(as_json(p).dump());
    return exit_ok;
  }
  session.print(session.text("show.title", {p.id, "@kind." + std::string{kind_name(p.kind)},
                                            std::to_string(p.versions.size())}));
  if (p.withdrawn) session.print(session.text("show.withdrawn"));
  for (auto v = p.versions.rbegin(); v != p.versions.rend(); ++v) {
    print_version(session, *v);
    if (!arguments.all_versions) break;
  }
  return exit_ok;
}

}  // namespace confronta::app
