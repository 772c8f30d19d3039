#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

#include "app/cli/commands.h"
#include "app/finding_text.h"
#include "app/joint_note.h"
#include "app/numbers.h"
#include "app/run_context.h"
#include "app/value_text.h"

namespace confronta::app {
namespace {

using Json = nlohmann::ordered_json;

Json side_json(const std::vector<const Observation*>& side,
               const std::vector<std::string>& members) {
  Json values = Json::array();
  for (const Observation* o : side)
    values.push_back({{"trait", trait_info(o->trait).name},
                      {"value", value_json(*o)},
                      {"state", state_name(o->state)},
                      {"subject", o->from.record < members.size() ? members[o->from.record] : ""},
                      {"sheet", o->from.sheet},
                      {"row", o->from.row},
                      {"column", o->from.column}});
  return values;
}

Json number_or_null(const std::optional<double>& number) {
  return number ? Json(*number) : Json(nullptr);
}

Json details_json(const Session& session, const Finding& finding) {
  Json details = Json::array();
  for (const Finding& part : finding.details)
    details.push_back(
        {{"log10_lr", part.score.log10()}, {"reason", reason_text(session.language, part)}});
  return details;
}

/// Nothing where no other missing person of the family is in the store.
std::optional<JointNote> note_of(RunContext& context, const Ledger& ledger) {
  if (ledger.relation != Relation::identity) return std::nullopt;
  const PreparedRelation& relation = context.workspace().relation(ledger.relation);
  return joint_note(relation, likely_in(context.view().run()), *relation.left->find(ledger.left),
                    *relation.right->find(ledger.right));
}

Json note_json(const JointNote& note) {
  Json others = Json::array();
  for (const auto& [report, remains] : note.others)
    others.push_back({{"left", report}, {"right", remains}});
  return {{"others", others}, {"log10_beyond_pairs", note.bans}};
}

Json as_json(const Session& session, const Ledger& ledger) {
  Json lines = Json::array();
  for (const LedgerLine& line : ledger.lines) {
    const Finding& f = line.finding;
    lines.push_back({{"evidence", line.evidence},
                     {"log10_lr", f.score.log10()},
                     {"state", state_name(f.state)},
                     {"values",
                      {{"left", side_json(f.left, ledger.left_members)},
                       {"right", side_json(f.right, ledger.right_members)}}},
                     {"reason", reason_text(session.language, f)},
                     {"reason_code", f.reason},
                     {"p_h1", number_or_null(f.p_h1)},
                     {"p_h2", number_or_null(f.p_h2)},
                     {"details", details_json(session, f)}});
  }
  const std::string relation{relation_name(ledger.relation)};
  return {{"relation", relation},
          {"left", ledger.left},
          {"right", ledger.right},
          {"h1", session.text("proposition.h1." + relation)},
          {"h2", session.text("proposition.h2")},
          {"log10_lr", ledger.total.log10()},
          {"ledger", lines}};
}

/// A bar of eighths of a cell: to the right of the middle for H1, to the left for H2.
std::string bar(double bans, double scale) {
  constexpr int half = 14;
  const int length = std::min(half, static_cast<int>(std::lround(std::fabs(bans) / scale * half)));
  std::string cells;
  for (int i = 0; i < half; ++i) cells += bans < 0 && i >= half - length ? "█" : " ";
  cells += "│";
  for (int i = 0; i < half; ++i) cells += bans > 0 && i < length ? "█" : " ";
  return cells;
}

void print_line(const Session& session, const LedgerLine& line, double scale) {
  const Finding& f = line.finding;
  std::string name = session.text("evidence." + line.evidence);
  const auto columns = static_cast<std::size_t>(
      std::count_if(name.begin(), name.end(), [](char c) { return (c & 0xC0) != 0x80; }));
  name.append(columns < 30 ? 30 - columns : 1, ' ');
  std::string number = bans_text(f.score.log10());
  number.insert(0, number.size() < 7 ? 7 - number.size() : 0, ' ');
  session.print(name + number + "  " + bar(f.score.log10(), scale));
  session.print("    " + reason_text(session.language, f));
  if (f.state != ObservationState::observed)
    session.print("    " +
                  session.text("explain.state", {"@state." + std::string{state_name(f.state)}}));
  if (!f.left.empty())
    session.print("    " + session.text("explain.left", {side_text(session.language, f.left)}));
  if (!f.right.empty())
    session.print("    " + session.text("explain.right", {side_text(session.language, f.right)}));
  for (const Finding& part : f.details)
    session.print("      · " + bans_text(part.score.log10()) + "  " +
                  reason_text(session.language, part));
}

void print_for_people(const Session& session, const Ledger& ledger) {
  const std::string relation{relation_name(ledger.relation)};
  session.print(session.text("explain.title", {ledger.left, ledger.right}));
  session.print("H1: " + session.text("proposition.h1." + relation));
  session.print("H2: " + session.text("proposition.h2"));
  session.print("");
  double scale = 1;
  for (const LedgerLine& line : ledger.lines)
    scale = std::max(scale, std::fabs(line.finding.score.log10()));
  for (const LedgerLine& line : ledger.lines) print_line(session, line, scale);
  session.print("");
  session.print(session.text(
      "explain.total", {bans_text(ledger.total.log10()), "@" + verbal_code(ledger.total.log10())}));
  session.print(session.text("explain.not_a_posterior"));
}

}  // namespace

int explain_pair(const Session& session, const ExplainArguments& arguments) {
  auto store = Store::open(session.store, Access::read);
  if (!store) return session.fail(store.error());
  for (const std::string& id : {arguments.left, arguments.right})
    if (auto page = read_subject(*store.value(), id); !page) return session.fail(page.error());
  auto context = RunContext::open(*store.value());
  if (!context) return session.fail(context.error());
  if (context.value()->stale()) session.tell("explain.stale");
  auto ledger = context.value()->ledger(arguments.left, arguments.right, arguments.relation);
  if (!ledger) return session.fail(ledger.error());
  const auto note = note_of(*context.value(), ledger.value());
  if (session.json) {
    Json json = as_json(session, ledger.value());
    if (note) json["family"] = note_json(*note);
    session.print(json.dump());
  } else {
    print_for_people(session, ledger.value());
    if (note) session.print(joint_text(session.language, *note));
  }
  return exit_ok;
}

}  // namespace confronta::app
