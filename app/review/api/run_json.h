#pragma once
// A run in a line.

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>

#include "engine/store/runs.h"

namespace confronta::app::review {

/// RUN of docs/review-api.md; "decisions_in": how many pairs' decisions the run took in.
nlohmann::ordered_json run_json(const RunHeading& heading,
                                const std::map<std::string, std::string>& manifest);

}  // namespace confronta::app::review
