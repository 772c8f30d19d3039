#pragma once
// Marks on the body and old injuries, from free text and from catalogues, Spanish and English.

#include <string_view>
#include <vector>

#include "importers/normalise/cell.h"
#include "models/domain/value.h"

namespace confronta::importers {

/// All marks that a text describes: "antebrazo izquierdo, cara anterior, letras \"karla\" y cuatro
/// asteriscos; cicatriz en ceja derecha". `default_type` ("tattoo", or "" to tell by the words) is
/// for columns of one kind. "NO PRESENTA" -> no marks, observed.
Reading<std::vector<Mark>> read_marks(std::string_view text, std::string_view default_type);
/// One mark whose type, region, side and view stand in columns of their own; what a column lacks is
/// looked for in the description.
Reading<Mark> read_mark(std::string_view type, std::string_view region, std::string_view side,
                        std::string_view view, std::string_view description);
/// Implants, old fractures and operations named in a text ("placa y tornillos en fémur derecho").
std::vector<BodyHistory> read_body_history(std::string_view text);

}  // namespace confronta::importers
