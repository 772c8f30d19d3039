#pragma once
// Rows of the quarantine, counts and notes as the API gives them.

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include "app/messages/catalogue.h"
#include "app/review/imports/pour.h"
#include "engine/store/subjects.h"

namespace confronta::app::review {

nlohmann::ordered_json quarantine_json(Language language, const QuarantinedRow& row);
nlohmann::ordered_json poured_json(Language language, const Poured& poured);

}  // namespace confronta::app::review
