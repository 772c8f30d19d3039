// The first page: how much there is, how far it is reviewed, what changed since the last visit.

#include <nlohmann/json.hpp>

#include <algorithm>

#include "app/review/api/answer.h"
#include "app/review/api/asked.h"
#include "app/review/api/handlers.h"
#include "app/review/api/run_json.h"

namespace confronta::app::review {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint32_t most_changes = 100;

struct Change {
  std::string instant;
  Json json;
};

/// Decisions and claims of others and one's own; opinions are nobody else's business before they
/// have given theirs, and who proposed is not told before the second opinion.
void add_review_changes(const Board& board, const std::string& since,
                        std::vector<Change>& changes) {
  for (const auto& [rows, entry] : board.entries()) {
    for (const Decision& d : entry.log.decisions)
      if (d.instant > since)
        changes.push_back(
            {d.instant,
             {{"event", "decision"},
              {"pair", key_of(entry.pair)},
              {"who", entry.state == ReviewState::proposed ? Json(nullptr) : Json(d.who)},
              {"state", d.kind == DecisionKind::undo ? "undo" : decision_name(d.kind)},
              {"instant", d.instant}}});
    for (const Claim& c : entry.log.claims)
      if (c.instant > since && !c.decoy)
        changes.push_back({c.instant,
                           {{"event", c.released ? "release" : "claim"},
                            {"pair", key_of(entry.pair)},
                            {"who", c.who},
                            {"state", state_name(entry.state)},
                            {"instant", c.instant}}});
  }
}

Json changes_json(const Board* board, const std::vector<StoreEvent>& events,
                  const std::string& since) {
  std::vector<Change> changes;
  for (const StoreEvent& event : events)
    changes.push_back(
        {event.instant,
         {{"event", event.action},
          {"pair", nullptr},
          {"run", event.action == "run" ? Json(std::stoll("0" + event.detail)) : Json(nullptr)},
          {"source", event.action == "import" ? Json(event.detail) : Json(nullptr)},
          {"instant", event.instant}}});
  if (board) add_review_changes(*board, since, changes);
  std::stable_sort(changes.begin(), changes.end(),
                   [](const Change& a, const Change& b) { return a.instant > b.instant; });
  Json list = Json::array();
  for (const Change& change : changes)
    if (list.size() < most_changes) list.push_back(change.json);
  return list;
}

Json progress_json(const ReviewedRun& run, const Board& board) {
  Json progress = Json::object();
  std::uint64_t written_of = 0;
  for (const auto& [state, count] : board.counts(Relation::identity)) {
    progress[std::string{state_name(state)}] = count;
    written_of += count;
  }
  const auto kept = run.manifest().find("identity.kept");
  const std::uint64_t all = kept == run.manifest().end() ? 0 : std::stoull("0" + kept->second);
  progress["open"] = all > written_of ? all - written_of : 0;
  return progress;
}

Json counts_json(const StoreCounts& counts) {
  return {{"reports", counts.reports},
          {"remains", counts.remains},
          {"relatives", counts.relatives},
          {"samples", counts.samples},
          {"quarantined", counts.quarantined}};
}

}  // namespace

ApiResponse get_overview(const ApiRequest& request, ReviewContext& context) {
  auto store = context.reader();
  if (!store) return failure(request, store.error());
  auto counts = read_store_counts(*store.value());
  if (!counts) return failure(request, counts.error());
  auto events = read_store_events(*store.value(), request.who.since, most_changes);
  if (!events) return failure(request, events.error());
  Json sources = Json::array();
  for (const StoreCounts::Source& source : counts.value().sources)
    sources.push_back({{"source", source.name},
                       {"reports", source.reports},
                       {"remains", source.remains},
                       {"relatives", source.relatives},
                       {"samples", source.samples},
                       {"withdrawn", source.withdrawn}});
  Json json{{"counts", counts_json(counts.value())},
            {"sources", std::move(sources)},
            {"run", nullptr},
            {"stale", false},
            {"progress", Json::object()},
            {"changes_since", Json::array()},
            {"influence", {{"compared", 0}, {"changed", 0}, {"share", nullptr}}}};
  auto both = context.runs().both(*store.value());
  if (!both && both.error().code != "run.none") return failure(request, both.error());
  if (both) {
    const ReviewedRun& run = *both.value().run;
    const Board& board = *both.value().board;
    const Influence influence = board.influence();
    json["run"] = run_json(run.heading(), run.manifest());
    json["stale"] = run.stale();
    json["progress"] = progress_json(run, board);
    json["influence"] = {
        {"compared", influence.compared},
        {"changed", influence.changed},
        {"share", influence.compared == 0 ? Json(nullptr)
                                          : Json(static_cast<double>(influence.changed) /
                                                 static_cast<double>(influence.compared))}};
  }
  json["changes_since"] =
      changes_json(both ? both.value().board.get() : nullptr, events.value(), request.who.since);
  return answer(json);
}

}  // namespace confronta::app::review
