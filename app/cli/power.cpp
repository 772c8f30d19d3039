#include "engine/kin/power.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/console_progress.h"
#include "app/cli/text_table.h"
#include "app/numbers.h"
#include "engine/store/runs.h"
#include "engine/store/subjects.h"
#include "models/domain/number_text.h"

namespace confronta::app {
namespace {

using Json = nlohmann::ordered_json;
using genetics::Family;

constexpr std::size_t samples_shown = 5;

/// All families, or the one named: by its id, or by a report's.
Result<std::vector<const Family*>> asked(const genetics::Families& families,
                                         const PowerArguments& arguments) {
  std::vector<const Family*> chosen;
  if (arguments.who.empty()) {
    for (const Family& family : families.list()) chosen.push_back(&family);
    return chosen;
  }
  if (const Family* family = families.find(arguments.who)) return std::vector{family};
  for (const genetics::FamilyPlace& place : families.places_of(arguments.who))
    if (std::find(chosen.begin(), chosen.end(), place.family) == chosen.end())
      chosen.push_back(place.family);
  if (chosen.empty()) return Error{"power.no_family", {arguments.who}, {}};
  return chosen;
}

Json as_json(const LrSpread& spread) {
  return {{"low", spread.low},
          {"median", spread.median},
          {"high", spread.high},
          {"mean", spread.mean},
          {"over_threshold", spread.over}};
}

Json as_json(const FamilyPower& power) {
  Json next = Json::array();
  for (const NextSample& one : power.next)
    next.push_back({{"person", one.person.empty() ? Json(nullptr) : Json(one.person)},
                    {"relation", one.relation},
                    {"log10_lr", as_json(one.related)},
                    {"gain", one.related.over - power.related.over}});
  return {{"family", power.family},
          {"missing", power.person},
          {"report", power.report.empty() ? Json(nullptr) : Json(power.report)},
          {"typed", power.typed},
          {"loci", power.loci},
          {"if_the_person", as_json(power.related)},
          {"if_somebody_else", as_json(power.unrelated)},
          {"next", next}};
}

/// "madre (madre)", or "otro hermano o hermana, si hay".
std::string named(const Session& session, const NextSample& sample) {
  const std::string relation = "@kin." + sample.relation;
  return sample.person.empty() ? session.text("power.unlisted", {relation})
                               : session.text("power.listed", {sample.person, relation});
}

std::string range_of(const LrSpread& spread) {
  return bans_text(spread.low) + " · " + bans_text(spread.median) + " · " + bans_text(spread.high);
}

void print_one(const Session& session, const FamilyPower& power, double threshold) {
  session.print(session.text(
      "power.title", {power.family, power.person, power.report.empty() ? "—" : power.report}));
  session.print(
      session.text("power.typed", {std::to_string(power.typed), std::to_string(power.loci)}));
  TextTable table{
      {"", session.text("power.range"), session.text("power.over", {fixed_text(threshold, 1)})}};
  table.add(
      {session.text("power.if_person"), range_of(power.related), percent_text(power.related.over)});
  table.add({session.text("power.if_other"), range_of(power.unrelated),
             percent_text(power.unrelated.over)});
  for (std::size_t i = 0; i < power.next.size() && i < samples_shown; ++i)
    table.add({session.text("power.with", {named(session, power.next[i])}),
               range_of(power.next[i].related), percent_text(power.next[i].related.over)});
  for (const std::string& line : table.lines()) session.print("  " + line);
  session.print("");
}

void print_ranking(const Session& session, const std::vector<const FamilyPower*>& ranked,
                   double threshold) {
  TextTable table{{session.text("power.column_family"), session.text("power.column_missing"),
                   session.text("power.column_now", {fixed_text(threshold, 1)}),
                   session.text("power.column_then"), session.text("power.column_sample")}};
  for (const FamilyPower* power : ranked)
    table.add({power->family, power->report.empty() ? power->person : power->report,
               percent_text(power->related.over), percent_text(power->next.front().related.over),
               named(session, power->next.front())});
  for (const std::string& line : table.lines()) session.print(line);
}

}  // namespace

int show_power(const Session& session, const PowerArguments& arguments) {
  auto store = Store::open(session.store, Access::read);
  if (!store) return session.fail(store.error());
  auto snapshot = read_snapshot(*store.value());
  if (!snapshot) return session.fail(snapshot.error());
  auto families = asked(snapshot.value().dna.families, arguments);
  if (!families) return session.fail(families.error());
  PowerOptions options;
  options.threshold_log10 = arguments.threshold;
  options.simulations = arguments.simulations;
  options.seed = arguments.seed;
  options.threads = arguments.threads;
  const auto frozen = read_reference(*store.value());
  if (!frozen) return session.fail(frozen.error());
  ConsoleProgress progress{session};
  const std::vector<FamilyPower> powers = power_of(
      families.value(), Parameters{}, frozen.value().value_or(ReferenceSet{}), options, progress);
  progress.finish_line();
  std::vector<const FamilyPower*> ranked;
  for (const FamilyPower& power : powers)
    if (!power.next.empty()) ranked.push_back(&power);
  std::stable_sort(ranked.begin(), ranked.end(), [](const FamilyPower* a, const FamilyPower* b) {
    return a->gain() > b->gain();
  });
  if (!arguments.all && ranked.size() > arguments.top) ranked.resize(arguments.top);
  if (session.json) {
    Json list = Json::array();
    for (const FamilyPower* power : ranked) list.push_back(as_json(*power));
    session.print(Json{
        {"threshold_log10", options.threshold_log10},
        {"simulations", options.simulations},
        {"seed", options.seed},
        {"families",
         list}}.dump());
    return exit_ok;
  }
  if (powers.empty()) session.tell("power.none");
  if (arguments.who.empty())
    print_ranking(session, ranked, options.threshold_log10);
  else
    for (const FamilyPower* power : ranked) print_one(session, *power, options.threshold_log10);
  if (!powers.empty()) session.print(session.text("power.how"));
  return exit_ok;
}

}  // namespace confronta::app
