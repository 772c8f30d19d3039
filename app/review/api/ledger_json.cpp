#include "app/review/api/ledger_json.h"

#include <nlohmann/json.hpp>

#include "app/finding_text.h"
#include "app/review/api/cards.h"
#include "app/review/api/json_object.h"

namespace confronta::app::review {
namespace {

using Json = nlohmann::ordered_json;

Json number_or_null(const std::optional<double>& number) {
  return number ? Json(*number) : Json(nullptr);
}

Json side(Language language, const std::vector<const Observation*>& observations,
          const std::string& row, const std::vector<std::string>& members) {
  Json list = Json::array();
  for (const Observation* o : observations)
    list.push_back(observation_json(
        language, *o, o->from.record < members.size() ? members[o->from.record] : row, ""));
  return list;
}

Json line(Language language, const Ledger& ledger, const std::string& evidence,
          const Finding& finding) {
  Json details = Json::array();
  for (const Finding& part : finding.details)
    details.push_back(line(language, ledger, evidence, part));
  return object_of(
      field("evidence", evidence), field("name", say(language, "evidence." + evidence)),
      field("log10_lr", finding.score.log10()), field("state", state_name(finding.state)),
      field("reason", reason_text(language, finding)), field("p_h1", number_or_null(finding.p_h1)),
      field("p_h2", number_or_null(finding.p_h2)),
      field("left", side(language, finding.left, ledger.left, ledger.left_members)),
      field("right", side(language, finding.right, ledger.right, ledger.right_members)),
      field("details", std::move(details)));
}

}  // namespace

Json ledger_json(Language language, const Ledger& ledger) {
  Json lines = Json::array();
  for (const LedgerLine& entry : ledger.lines)
    lines.push_back(line(language, ledger, entry.evidence, entry.finding));
  return lines;
}

}  // namespace confronta::app::review
