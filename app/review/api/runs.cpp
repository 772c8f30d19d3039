// Runs, and what changed between two of them.

#include <nlohmann/json.hpp>

#include "app/review/api/answer.h"
#include "app/review/api/asked.h"
#include "app/review/api/handlers.h"
#include "app/review/api/run_json.h"
#include "app/review/run/comparison.h"

namespace confronta::app::review {
namespace {

using Json = nlohmann::ordered_json;

Json numbers_json(const std::optional<RunPair>& pair) {
  if (!pair) return nullptr;
  return {{"posterior", pair->posterior}, {"log10_lr", pair->score.log10()}};
}

Json changes_json(const std::vector<PairChange>& changes) {
  Json list = Json::array();
  for (const PairChange& change : changes) {
    Json because = Json::array();
    for (const EvidenceChange& e : change.because)
      because.push_back({{"evidence", e.evidence},
                         {"from", e.from.value_or(0)},  // what is not there adds nothing
                         {"to", e.to.value_or(0)}});
    list.push_back({{"report", change.pair.left},
                    {"remains", change.pair.right},
                    {"from", numbers_json(change.from)},
                    {"to", numbers_json(change.to)},
                    {"because", std::move(because)}});
  }
  return list;
}

}  // namespace

Json run_json(const RunHeading& heading, const std::map<std::string, std::string>& manifest) {
  const auto taken = manifest.find("decisions.taken");
  return {{"number", heading.number},
          {"digest", heading.digest},
          {"instant", heading.instant},
          {"pairs_compared", heading.pairs_compared},
          {"pairs_kept", heading.pairs_kept},
          {"clusters", heading.clusters},
          {"seconds", heading.seconds},
          {"decisions_in", taken == manifest.end() ? 0 : std::stoull("0" + taken->second)}};
}

ApiResponse list_runs_of_store(const ApiRequest& request, ReviewContext& context) {
  auto store = context.reader();
  if (!store) return failure(request, store.error());
  auto runs = list_runs(*store.value());
  if (!runs) return failure(request, runs.error());
  Json list = Json::array();
  for (const RunHeading& heading : runs.value()) {
    auto outline = read_run_outline(*store.value(), heading.number);
    if (!outline) return failure(request, outline.error());
    list.push_back(run_json(heading, outline.value().manifest));
  }
  return answer(list);
}

ApiResponse compare_runs(const ApiRequest& request, ReviewContext& context) {
  auto store = context.reader();
  if (!store) return failure(request, store.error());
  const std::int64_t from = request.query_number("from", -1, -1, 1LL << 40);
  const std::int64_t to = request.query_number("to", -1, -1, 1LL << 40);
  if (from <= 0 || to <= 0) return failure(request, Error{"run.unknown", {"?"}, {}});
  auto compared = compare(*store.value(), from, to);
  if (!compared) return failure(request, compared.error());
  const RunComparison& c = compared.value();
  return answer({{"from", from},
                 {"to", to},
                 {"models_changed", c.models_changed},
                 {"rose", changes_json(c.rose)},
                 {"fell", changes_json(c.fell)},
                 {"appeared", changes_json(c.appeared)},
                 {"gone", changes_json(c.gone)}});
}

}  // namespace confronta::app::review
