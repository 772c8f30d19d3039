#pragma once
// What people wrote of a pair, as JSON: for the pages, and to defend it years later.

#include <nlohmann/json_fwd.hpp>

#include "engine/review/state.h"

namespace confronta::app {

/// {"id","who","instant","opinion","words"}.
nlohmann::ordered_json opinion_json(const Opinion& opinion);
/// {"id","decision","who","instant","based_on","undoes","undone","reasons","words","lines","needed",
/// "run","run_digest","program","models","records","newer_records"}.
nlohmann::ordered_json decision_json(const Decision& decision, const ReviewLog& log,
                                     const NewestVersions& newest);

}  // namespace confronta::app
