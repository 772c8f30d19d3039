// Short commands that list what the program knows: parameters, the state of the store.

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "engine/store/store.h"
#include "models/domain/number_text.h"
#include "models/parameters.h"

namespace confronta::app {

using Json = nlohmann::ordered_json;

int list_parameters(const Session& session) {
  Json list = Json::array();
  for (const Parameter& p : Parameters::all()) {
    if (session.json)
      list.push_back(
          {{"name", p.name}, {"value", p.value}, {"unit", p.unit}, {"source", p.source}});
    else
      session.print(std::string{p.name} + " = " + number_text(p.value) + ' ' + std::string{p.unit} +
                    "\n    " + std::string{p.source});
  }
  if (session.json) session.print(list.dump());
  return exit_ok;
}

int check_store(const Session& session) {
  auto store = Store::open(session.store, Access::read);
  if (!store) return session.fail(store.error());
  if (auto checked = store.value()->check(); !checked) {
    session.fail(checked.error());
    return exit_integrity;
  }
  if (session.json)
    session.print(Json{{"ok", true}}.dump());
  else
    session.print(session.text("check.ok", {session.store}));
  return exit_ok;
}

}  // namespace confronta::app
