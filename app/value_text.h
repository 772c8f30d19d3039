#pragma once
// Observations as people read them, and as scripts do.

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "app/messages/catalogue.h"
#include "models/domain/observation.h"

namespace confronta::app {

/// The value in the user's words: "31 a 35 años", "Zapopan, Jalisco", "tatuaje, antebrazo
/// izquierdo: rosa". A state without a value gives the state's name.
std::string value_text(Language language, const Observation& observation);

/// The value for scripts: words of code lists, ISO dates ("2019-03" style intervals as "FROM/TO"),
/// numbers in the trait's unit ({"low","high"} where they differ), INEGI codes of places; null
/// where nothing was observed.
nlohmann::ordered_json value_json(const Observation& observation);

/// "row:column" or "sheet:row:column" of the cell.
std::string cell_text(const Provenance& from);

}  // namespace confronta::app
