// What people decided, in full: so that it can be defended years later.

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/decision_json.h"
#include "app/review/run/board.h"
#include "engine/store/run_queries.h"

namespace confronta::app {
namespace {

using Json = nlohmann::ordered_json;
using review::Board;
using review::BoardEntry;

/// By the rows of the newest run, where there is one.
Result<std::shared_ptr<const Board>> read_board(Store& store) {
  std::map<std::string, std::string> row_of;
  auto run = read_run_outline(store, 0);
  if (!run && run.error().code != "run.none") return run.error();
  if (run)
    for (const RunGroup& group : run.value().groups)
      for (const std::string& member : group.members) row_of[member] = group.id;
  return Board::read(store, [&](const std::string& subject) {
    const auto at = row_of.find(subject);
    return at == row_of.end() ? subject : at->second;
  });
}

Json as_json(const BoardEntry& entry, const NewestVersions& newest) {
  Json opinions = Json::array();
  for (const Opinion& opinion : entry.log.opinions) opinions.push_back(opinion_json(opinion));
  Json decisions = Json::array();
  for (const Decision& d : entry.log.decisions) {
    Json json = decision_json(d, entry.log, newest);
    json["left"] = d.pair.left;
    json["right"] = d.pair.right;
    decisions.push_back(std::move(json));
  }
  return {{"left", entry.pair.left},
          {"right", entry.pair.right},
          {"relation", relation_name(entry.pair.relation)},
          {"state", state_name(entry.state)},
          {"opinions", std::move(opinions)},
          {"decisions", std::move(decisions)}};
}

std::string listed(const Session& session, const std::vector<std::string>& codes) {
  std::string text;
  for (const std::string& code : codes)
    text += (text.empty() ? "" : "; ") + session.text("reason." + code);
  return text;
}

void print_decision(const Session& session, const Decision& d) {
  session.print(session.text("decisions.decision",
                             {d.instant, d.who, "@decision." + std::string{decision_name(d.kind)},
                              std::to_string(d.pins.run), d.pins.program}));
  if (!d.reasons.empty())
    session.print(session.text("decisions.reasons", {listed(session, d.reasons)}));
  if (!d.needed.empty())
    session.print(session.text("decisions.needed", {listed(session, d.needed)}));
  if (!d.words.empty()) session.print(session.text("decisions.words", {d.words}));
  std::string records;
  for (const RecordVersion& record : d.pins.records)
    records +=
        (records.empty() ? "" : ", ") + record.subject + " v" + std::to_string(record.number);
  session.print(session.text("decisions.records", {records}));
}

void print_for_people(const Session& session, const BoardEntry& entry) {
  session.print(session.text(
      "decisions.pair",
      {entry.pair.left, entry.pair.right, "@review_state." + std::string{state_name(entry.state)},
       "@relation." + std::string{relation_name(entry.pair.relation)}}));
  for (const Opinion& opinion : entry.log.opinions)
    session.print(session.text("decisions.opinion",
                               {opinion.instant, opinion.who, "@opinion." + opinion.opinion}));
  for (const Decision& d : entry.log.decisions) print_decision(session, d);
}

}  // namespace

int list_decisions(const Session& session, const DecisionsArguments& arguments) {
  auto store = Store::open(session.store, Access::read);
  if (!store) return session.fail(store.error());
  auto board = read_board(*store.value());
  if (!board) return session.fail(board.error());
  Json list = Json::array();
  std::size_t count = 0;
  for (const auto& [rows, entry] : board.value()->entries()) {
    if (entry.handed_out || (entry.log.opinions.empty() && entry.log.decisions.empty())) continue;
    if (!arguments.state.empty() && state_name(entry.state) != arguments.state) continue;
    ++count;
    if (!session.json) {
      print_for_people(session, entry);
      continue;
    }
    const auto newest = read_newest_versions(*store.value(), entry.log);
    if (!newest) return session.fail(newest.error());
    list.push_back(as_json(entry, newest.value()));
  }
  const review::Influence influence = board.value()->influence();
  if (session.json) {
    session.print(
        Json{{"pairs", std::move(list)},
             {"influence", {{"compared", influence.compared}, {"changed", influence.changed}}}}
            .dump(-1, ' ', false, Json::error_handler_t::replace));
    return exit_ok;
  }
  session.tell("decisions.count", {std::to_string(count)});
  if (influence.compared > 0)
    session.tell("decisions.influence",
                 {std::to_string(influence.compared), std::to_string(influence.changed)});
  return exit_ok;
}

}  // namespace confronta::app
