#pragma once
// Dental charts as text.

#include <string_view>

#include "importers/normalise/cell.h"
#include "models/domain/value.h"

namespace confronta::importers {

/// FDI number and a state each ("11 sano; 16 amalgama MO; 36 ausente AM; 46 corona"), or the codes
/// of WinID/NCIC by FDI number ("16:MO 36:X 46:C"). Teeth that are not named have no information.
Reading<ToothChart> read_teeth(std::string_view text);

}  // namespace confronta::importers
