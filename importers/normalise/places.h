#pragma once
// Places through INEGI's catalogue, with the aliases and repairs of models/data/municipality.h.

#include <string_view>

#include "importers/normalise/cell.h"
#include "models/domain/value.h"

namespace confronta::importers {

/// From a state (name, abbreviation or code; 33 and 00 = unknown) and a municipality (name or
/// code). A municipality that the state does not have is repaired by the conflict table, else taken
/// when its name is unique in the country, else the state alone is kept. Place::text keeps both
/// texts. Error "value.unknown_place" when neither is found.
Reading<Place> read_place(std::string_view state, std::string_view municipality);
/// From one text: "Zapopan, Jalisco", "JALISCO", "Mobile, Alabama" (text alone, no code).
Reading<Place> read_place_text(std::string_view text);
/// "(30.82, -88.07)", "30.82,-88.07" or two columns joined by a comma: degrees, WGS 84.
Reading<Place> read_point(std::string_view text);

}  // namespace confronta::importers
