#pragma once
// All that a family's missing persons can be: every way to put victims on them that is possible.

#include <cstdint>
#include <vector>

#include "models/domain/result.h"
#include "models/stats/genetics/dvi_problem.h"
#include "models/stats/genetics/scaled_number.h"

namespace confronta::dvi {

/// The most victims that one problem may have: sets of them are words.
inline constexpr std::size_t most_victims = 64;

struct FamilyAssignment {
  std::vector<Placement> placements;  // by victim; none for "no victim is of this family"
  std::uint64_t victims = 0;          // a bit each
  genetics::ScaledNumber ratio;       // see FamilyLikelihood::ratio; above 0
};

/// One missing person after the other. What is impossible is not followed: more profiles
/// make nothing possible again. Errors: those of FamilyLikelihood; "dvi.too_complex" beyond some
/// millions of assignments.
Result<std::vector<FamilyAssignment>> family_assignments(const Problem& problem, int family);

}  // namespace confronta::dvi
