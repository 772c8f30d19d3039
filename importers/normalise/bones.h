#pragma once
// Bones that were measured and elements that are present, Spanish and English.

#include <string_view>
#include <vector>

#include "importers/normalise/cell.h"
#include "models/domain/value.h"

namespace confronta::importers {

/// "femur izq 445 mm; tibia der 36.2 cm; cabeza del fémur izq 44" -> measures in millimetres. A
/// length without a unit is in centimetres below 60 and in millimetres above where it is a maximum
/// length, else in millimetres. "" measure words mean max_length. Errors "value.bad_bone_measure"
/// (no bone or no number) and "value.bone_range" (no adult or child bone is that long).
Reading<std::vector<BoneMeasure>> read_bone_measures(std::string_view text);
/// "FEMUR DERECHO, TIBIA IZQUIERDA, CRANEO" -> elements. "ambos fémures" gives one for each side.
/// Error "value.unknown_element" where no element is recognised.
Reading<std::vector<BodyElement>> read_elements(std::string_view text);

}  // namespace confronta::importers
