#pragma once
// INEGI's catalogue by the names that people write, folded.

#include <optional>
#include <string>
#include <string_view>

namespace confronta::importers {

/// Two digits of a state from its name, abbreviation, CURP letters or code ("9", "09", "CDMX");
/// "" where it is none.
std::string state_code(std::string_view words);
/// Whether a code of a state column means "not known" (00, 33, 34, 99).
bool is_unknown_state_code(std::string_view words);
/// Whether the words are a country or a state of the USA.
bool is_foreign(std::string_view words);
/// Five digits of a municipality of a state, from its name, an alias, a city or its code; by the
/// conflict table a municipality of another state. "" where there is none.
std::string municipality_code(std::string_view state, std::string_view words);
/// Five digits of a municipality whose name is the only one in the country, else "".
std::string unique_municipality_code(std::string_view words);
/// Whether the words are the name of any municipality.
bool is_municipality_name(std::string_view words);

}  // namespace confronta::importers
