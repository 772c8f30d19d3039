#pragma once
// Names of persons.

#include <string>
#include <string_view>
#include <vector>

#include "importers/normalise/cell.h"
#include "models/domain/value.h"

namespace confronta::importers {

enum class NameOrder { given_first, surname_first };

/// From three columns. Any may be empty or a sentinel; all of them: the worst state.
Reading<PersonName> read_name(std::string_view given, std::string_view first_surname,
                              std::string_view second_surname);
/// From one column ("MARIA DE LA LUZ PEREZ GOMEZ"): the split between given names and surnames
/// uses particles and frequencies of names; documented in docs/data-formats/normalise.md.
Reading<PersonName> read_full_name(std::string_view text, NameOrder order);
/// Probable names of a body: "A y/o B o C", "PFSI" (none), "DESCONOCIDO". Empty list: state says
/// why.
/// Nicknames are left out of names ("(A) EL CHINO", "ALIAS ...", text in quotes or parentheses).
Reading<std::vector<PersonName>> read_probable_names(std::string_view text);
/// The nicknames that a name column carries, folded: "JUAN PEREZ (A) EL CHINO" -> "EL CHINO".
std::vector<std::string> read_aliases(std::string_view text);

}  // namespace confronta::importers
