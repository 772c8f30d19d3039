#pragma once
// Clothing and belongings, Spanish and English.

#include <string_view>
#include <vector>

#include "importers/normalise/cell.h"
#include "models/domain/value.h"

namespace confronta::importers {

/// "pantalón de mezclilla azul marca Levis talla 32, playera negra" -> two garments.
Reading<std::vector<Garment>> read_garments(std::string_view text);
/// One garment whose parts stand in columns of their own.
Reading<Garment> read_garment(std::string_view item, std::string_view colour,
                              std::string_view brand, std::string_view material,
                              std::string_view size, std::string_view description);

}  // namespace confronta::importers
