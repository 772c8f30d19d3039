#pragma once
// What the oracle sums over: sex and age group, and within them the age in years.

#include <array>

#include "bench/world/demography.h"

namespace confronta::world {

inline constexpr int group_states = 2 * age_group_count;
/// A value for each sex and age group: [sex * age_group_count + group].
using PerGroup = std::array<double, group_states>;

inline int group_state(int sex, int group) { return sex * age_group_count + group; }
inline PerGroup ones() {
  PerGroup p;
  p.fill(1);
  return p;
}

}  // namespace confronta::world
