#pragma once
// What laboratories write of the world's families and bodies: two tables, with their errors.

#include <map>
#include <string>

#include "bench/world/output/table.h"
#include "bench/world/population.h"

namespace confronta::world {

struct LaboratoryFiles {
  Table pedigrees;  // of the families that gave samples
  Table profiles;   // of relatives and of remains
  /// By the remains' full id: "family" (a profile, and the person's family is in the pedigrees),
  /// "profile" (a profile alone) or "none". Of a report that a family names: "family".
  std::map<std::string, std::string> strata;
  /// Of remains in the stratum "family": how many people that the family misses have such remains.
  std::map<std::string, int> missing_together;
};

/// From numbers of its own: the rest of the world is the same with and without them, and so are all
/// other samples with and without second missing people (second_missing.h). A body found in several
/// records has a profile in each on its own account.
LaboratoryFiles write_laboratory(const Population& population, std::uint64_t seed);

}  // namespace confronta::world
