#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "engine/store/subjects.h"

namespace confronta::app {
namespace {

using Json = nlohmann::ordered_json;

Error reason(const QuarantinedRow& row) {
  return Error{row.rule, row.arguments, {row.file, row.sheet, row.row, row.column}};
}

void print_for_people(const Session& session, const QuarantinedRow& row) {
  session.print(say(session.language, reason(row)));
  if (!row.hint.empty()) session.print("    " + session.text(row.hint, {row.value}));
  session.print("    " + session.text("quarantine.raw", {row.raw}));
}

}  // namespace

int list_quarantine(const Session& session, const QuarantineArguments& arguments) {
  if (arguments.retry) return retry_quarantine(session);
  auto store = Store::open(session.store, Access::read);
  if (!store) return session.fail(store.error());
  auto rows = read_quarantine(*store.value(), arguments.resolved_too);
  if (!rows) return session.fail(rows.error());
  Json list = Json::array();
  for (const QuarantinedRow& row : rows.value()) {
    if (!session.json) {
      print_for_people(session, row);
      continue;
    }
    list.push_back({{"file", row.file},
                    {"sheet", row.sheet},
                    {"row", row.row},
                    {"column", row.column},
                    {"rule", row.rule},
                    {"value", row.value},
                    {"hint", row.hint.empty() ? "" : session.text(row.hint, {row.value})},
                    {"message", session.text(row.rule, row.arguments)},
                    {"raw", row.raw},
                    {"resolved", row.resolved}});
  }
  if (session.json)
    session.print(list.dump());
  else
    session.tell("quarantine.count", {std::to_string(rows.value().size())});
  return exit_ok;
}

}  // namespace confronta::app
