#include "engine/review/reasons.h"

#include <nlohmann/json.hpp>

#include "app/review/api/asked.h"
#include "app/review/api/handlers.h"

namespace confronta::app::review {

ApiResponse list_reasons(const ApiRequest& request, ReviewContext&) {
  nlohmann::ordered_json reasons = nlohmann::ordered_json::array();
  for (const Reason& reason : all_reasons()) {
    nlohmann::ordered_json kinds = nlohmann::ordered_json::array();
    for (const DecisionKind kind : kinds_of(reason)) kinds.push_back(decision_name(kind));
    reasons.push_back({{"code", reason.code},
                       {"text", say(request.language, "reason." + std::string{reason.code})},
                       {"for", std::move(kinds)},
                       {"primary", reason.primary},
                       {"needed", is_need(reason.code)}});
  }
  return answer(reasons);
}

}  // namespace confronta::app::review
