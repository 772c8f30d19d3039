#include "app/decision_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace confronta::app {

using Json = nlohmann::ordered_json;

Json opinion_json(const Opinion& opinion) {
  return {{"id", opinion.id},
          {"who", opinion.who},
          {"instant", opinion.instant},
          {"opinion", opinion.opinion},
          {"words", opinion.words}};
}

Json decision_json(const Decision& d, const ReviewLog& log, const NewestVersions& newest) {
  Json records = Json::array();
  for (const RecordVersion& record : d.pins.records)
    records.push_back(
        {{"subject", record.subject}, {"version", record.number}, {"key", record.key}});
  const bool undone = std::any_of(log.decisions.begin(), log.decisions.end(), [&](const auto& u) {
    return u.kind == DecisionKind::undo && u.undoes == d.id;
  });
  return {{"id", d.id},
          {"decision", decision_name(d.kind)},
          {"who", d.who},
          {"instant", d.instant},
          {"based_on", d.based_on == 0 ? Json(nullptr) : Json(d.based_on)},
          {"undoes", d.undoes == 0 ? Json(nullptr) : Json(d.undoes)},
          {"undone", undone},
          {"reasons", d.reasons},
          {"words", d.words},
          {"lines", d.lines},
          {"needed", d.needed},
          {"run", d.pins.run},
          {"run_digest", d.pins.run_digest},
          {"program", d.pins.program},
          {"models", d.pins.models},
          {"records", std::move(records)},
          {"newer_records", has_newer_records(d, newest)}};
}

}  // namespace confronta::app
