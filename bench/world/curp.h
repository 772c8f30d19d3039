#pragma once
// CURPs for people who were never born.

#include <string>
#include <string_view>

#include "models/domain/date.h"

namespace confronta::world {

/// The 18 characters by RENAPO's rule (DOMAIN of the register: letters of the names, birth, sex,
/// state, consonants, differentiator, check digit). `differentiator` 0..9 is the homonym's number.
/// Names in upper case without accents. RENAPO's list of unseemly words is not applied.
std::string curp(std::string_view given, std::string_view first_surname,
                 std::string_view second_surname, Day birth, int sex, std::string_view state,
                 int differentiator);

}  // namespace confronta::world
