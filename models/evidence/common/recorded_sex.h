#pragma once
// The sex that a record states, for what is counted by sex: clothes, kinds of marks. That the sexes
// of a pair agree is counted by the biological profile; all else is weighed given the right one.

#include <array>
#include <string_view>

#include "models/domain/trait_table.h"

namespace confronta {

inline constexpr std::array<std::string_view, 3> recorded_sexes{"male", "female", "any"};

/// The index in recorded_sexes; "any" where the sex is not known.
inline std::uint32_t recorded_sex(const TraitTable& table, RowId row) {
  const std::string_view word = table.code(row, Trait::sex);
  return word == recorded_sexes[0] ? 0 : word == recorded_sexes[1] ? 1 : 2;
}

}  // namespace confronta
