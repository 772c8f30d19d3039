#pragma once
// Bones: measurements and lists of the elements that are present, Spanish and English.

#include <string_view>
#include <vector>

#include "importers/normalise/cell.h"
#include "models/domain/value.h"

namespace confronta::importers {

/// "fémur izquierdo longitud máxima 445 mm; tibia der. 36.1 cm; húmero diámetro de la cabeza 44".
/// Pieces are parted by semicolons, line breaks or commas. A piece without a measure's name is the
/// maximum length. `unit` (mm, cm, "") is for numbers without one; where it is "", a length under
/// 65 is in cm (no long bone is that short in mm), everything else in mm. Error
/// "value.bad_bone_measure" (argument: the piece) when a piece names no bone or no number.
Reading<std::vector<BoneMeasure>> read_bone_measures(std::string_view text, std::string_view unit);
/// One number whose bone, measure and side are known.
Reading<std::vector<BoneMeasure>> read_bone_measure(std::string_view bone, std::string_view measure,
                                                    std::string_view side, std::string_view number,
                                                    std::string_view unit);

/// "CRÁNEO, FÉMUR IZQUIERDO, dos costillas derechas": one element a piece. "ambos fémures" is both
/// sides. Error "value.unknown_element" when a piece names no part of a body that we know.
Reading<std::vector<BodyElement>> read_elements(std::string_view text);

}  // namespace confronta::importers
