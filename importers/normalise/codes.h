#pragma once
// Words of the trait dictionary's code lists, from Spanish and English.

#include <string_view>

#include "importers/normalise/cell.h"
#include "models/domain/trait.h"
#include "models/domain/value.h"

namespace confronta::importers {

/// "HOMBRE", "H", "Masculino", "Male" -> male for Trait::sex; likewise every code trait, with the
/// words of the sources known to us (CEBV, REPD, RNPDNO, NamUs, Pima). "INDETERMINADO" -> unknown.
/// A lone "M" is no sex: it is MUJER beside "H" and masculine beside "F", so that only the
/// mapping's value map can say. "BROWN" and "CAFE" without a shade are dark_brown; "LOCALIZADO"
/// without more is located_alive (nine in ten are).
/// Error "value.unknown_code" (arguments: text, "@trait.NAME").
Reading<Code> read_code(Trait trait, std::string_view text);

}  // namespace confronta::importers
