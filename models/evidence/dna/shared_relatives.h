#pragma once
// Two reports' families: one, or with a relative in common.

#include <map>
#include <string>
#include <vector>

#include "models/evidence/dna/typing.h"
#include "models/stats/genetics/families.h"

namespace confronta {

enum class FamilyTie {
  unknown,          // one of them has no relative with a profile
  none,             // no relative in common
  shared,           // a relative with the same profile and the same place beside both
  different_people  // one family that looks for both
};

/// Profiles count as one person's if they agree at all loci called in full in both, ten at least.
/// Immutable; the families outlive it.
class SharedRelatives {
 public:
  SharedRelatives(const genetics::Families& families, const genetics::DropoutModel& dropout);

  FamilyTie tie(const std::vector<genetics::FamilyPlace>& one,
                const std::vector<genetics::FamilyPlace>& other) const;

 private:
  struct Relative {
    int person = 0;
    std::map<std::string, std::string> calls;  // in full, by locus
  };
  const std::vector<Relative>& relatives(const genetics::FamilyPlace& place) const;

  std::map<const genetics::Family*, std::vector<Relative>> relatives_;
};

}  // namespace confronta
