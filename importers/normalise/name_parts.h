#pragma once
// The pieces that names are read from; shared by the files that read names.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "importers/normalise/person_names.h"

namespace confronta::importers {

/// A text without its alias, nickname in quotes or parentheses: "JUAN (A) EL CHINO" -> "JUAN".
std::string without_alias(std::string_view text);
/// Words of a name: folded, apostrophes joined ("O'FARRILL" -> "OFARRILL"), titles and "JR" left
/// out, abbreviations expanded ("MA DEL CARMEN", "HDEZ").
std::vector<std::string> name_tokens(std::string_view text);
/// Tokens with their particles: DE + LA + CRUZ -> "DE LA CRUZ", ORTEGA + Y + GASSET one unit.
std::vector<std::string> name_units(std::span<const std::string> tokens);
std::string joined(std::span<const std::string> tokens);

/// Units of a whole name -> given names and surnames by the likeliest split.
PersonName split_name(std::span<const std::string> units, NameOrder order);
/// Whether a unit is likelier a surname than a given name.
bool looks_like_surname(const std::string& unit);
/// Whether the words only say that there is no name ("PFSI", "NO IDENTIFICADO", "CADAVER 3").
bool says_no_name(std::span<const std::string> tokens);

}  // namespace confronta::importers
