#pragma once
// A Finding in words.

#include <string>

#include "app/messages/catalogue.h"
#include "models/domain/evidence.h"

namespace confronta::app {

/// The reason, filled in.
std::string reason_text(Language language, const Finding& finding);
/// The observations of one side: "negro (repd.json 12:cabello); ...", or the state when there are
/// none.
std::string side_text(Language language, const std::vector<const Observation*>& side);

}  // namespace confronta::app
