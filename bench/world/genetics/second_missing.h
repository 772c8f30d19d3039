#pragma once
// Families that miss two: a brother or a sister of the missing person is missing as well, and both
// are dead.

#include <cstdint>
#include <vector>

#include "bench/world/population.h"
#include "bench/world/random.h"

namespace confronta::world {

/// Two people of the world who are said to be siblings.
struct MissingSiblings {
  std::int32_t first = 0;   // whose family gave samples
  std::int32_t second = 0;  // whose own did not
};

/// Of the people with `sampled` families who have a body of their own, a share
/// rates::second_missing gets a sibling among those without, who are reported and have one too:
/// with rates::found_nearby the one found next in the same state, else anybody. What else is known
/// of the two (names, dates) is as it was, which says less of them than a family's records would.
/// People are given and chosen once.
std::vector<MissingSiblings> missing_siblings(const Population& population,
                                              const std::vector<bool>& sampled, Random& random);

}  // namespace confronta::world
