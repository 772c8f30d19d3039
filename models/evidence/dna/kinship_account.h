#pragma once
// How a family's LR of one profile comes about, locus by locus, and how far it reaches.

#include <optional>
#include <string>
#include <vector>

#include "models/evidence/dna/family_case.h"

namespace confronta {

/// One locus that relatives and remains have in common.
struct LocusAccount {
  std::string locus;
  LocusCall remains;
  double log10_lr = 0;          // under the pedigree as stated; -infinity never: mutation is on
  bool needs_mutation = false;  // impossible without one
  bool may_have_lost = false;   // the sample may have lost alleles
};

struct KinshipAccount {
  std::vector<LocusAccount> loci;
  double log10_stated = 0;  // sum over the loci
  /// Against remains of an untyped full sibling of the missing person, and of a first cousin on
  /// one parent's side: log10 P(profile | missing person) / P(profile | that relative), given the
  /// family; founders unrelated (theta 0). None where it cannot be worked out.
  std::optional<double> against_sibling, against_cousin;
};

/// After FamilyCase::weigh().
KinshipAccount account_of(const FamilyCase& family, const Typing& remains);

/// The greatest kinship coefficient of the missing person with anybody typed: 1/4 a parent, child
/// or full sibling, 1/8 a half-sibling, grandparent or uncle. Founders are unrelated.
double closest_kinship(const FamilyCase& family);

}  // namespace confronta
