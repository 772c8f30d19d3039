#pragma once
// A disaster, or a grave: victims with profiles, families with missing persons, and who may be
// whom.

#include <optional>
#include <string>
#include <vector>

#include "models/stats/genetics/evidence.h"

namespace confronta::dvi {

inline constexpr int nobody = -1;

struct Marker {
  genetics::Locus locus;
  std::optional<genetics::Mutation> mutation;
};

struct Victim {
  std::string id;
  std::vector<std::optional<genetics::Call>> calls;  // by marker; none: not typed
};

struct Family {
  std::string id;
  genetics::Pedigree pedigree;
  std::vector<std::vector<genetics::Observation>> observations;  // by marker, of the relatives
};

struct Missing {
  std::string id;
  int family = 0;
  int person = 0;  // in the family's pedigree
};

/// Founders are unrelated (theta = 0): only then does a joint likelihood factorise over families.
struct Problem {
  std::vector<Marker> markers;
  std::vector<Victim> victims;
  std::vector<Family> families;
  std::vector<Missing> missing;
  std::vector<std::vector<int>> candidates;  // by victim: missing persons it may be, ascending
};

/// A victim said to be a missing person.
struct Placement {
  int victim = 0;
  int missing = 0;

  auto operator<=>(const Placement&) const = default;
};

}  // namespace confronta::dvi
