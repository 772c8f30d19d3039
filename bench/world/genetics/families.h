#pragma once
// Who of a missing person's family gave a sample.

#include <string>
#include <string_view>
#include <vector>

#include "bench/world/genetics/inheritance.h"
#include "bench/world/random.h"

namespace confronta::world {

struct FamilyMember {
  std::string_view role;  // "MADRE": unique within the family
  int father = -1;        // places in the family
  int mother = -1;
  bool sampled = false;
  Genome genome;
};

/// A pedigree with the missing person first. `shape`: who was sampled, for strata and tests.
struct WorldFamily {
  std::string_view shape;
  std::vector<FamilyMember> people;
};

/// A family around a missing person of the sex, of a shape drawn by rates::family_shapes. With
/// rates::false_father the man sampled as the father is not; with rates::personal_item a sample is
/// said to be of the missing person and is.
WorldFamily draw_family(Random& random, const Inheritance& inheritance, int sex);

}  // namespace confronta::world
