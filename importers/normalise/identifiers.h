#pragma once
// CURP, RFC, FUB and folios.

#include <optional>
#include <string>
#include <string_view>

#include "importers/normalise/cell.h"
#include "models/domain/value.h"

namespace confronta::importers {

/// What a well-formed CURP says.
struct CurpFacts {
  std::string sex;  // male, female, "" for X
  DateInterval birth_date;
  std::string state;  // INEGI code of the birth state, "" for NE (born abroad)
};

/// Format and check digit (algorithm: docs/data-formats/normalise.md; DOMAIN 1.7 checked on public
/// lists).
bool curp_is_valid(std::string_view curp);
std::optional<CurpFacts> curp_facts(std::string_view curp);

/// Any identifier of a type (curp, rfc, fub, voter_key, case_file, cedula, other): upper case
/// without spaces, `valid` by the type's tests. A malformed one is kept, with valid = false.
Reading<Identifier> read_identifier(std::string_view type, std::string_view text);

}  // namespace confronta::importers
