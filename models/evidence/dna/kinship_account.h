#pragma once
// How a family's LR of one profile comes about, locus by locus, and how far it reaches.

#include <optional>
#include <string>
#include <utility>
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
  /// What log10 LR would gain if vWA and D12S391, which lie on one chromosome, were not counted as
  /// independent (theta 0): 0 between parents and children, who show one meiosis each. None where
  /// not both are compared.
  std::optional<double> linkage;
  /// Alleles of the family and the remains that the table lacks: locus, allele.
  std::vector<std::pair<std::string, std::string>> rare;
  /// Loci that relatives and remains have in common and that are not used: the table lacks them; on
  /// X they are linked with others or of no known group; the remains are not known to be of the
  /// missing person's sex.
  std::vector<std::string> without_table, linked_on_x, of_unknown_sex;
  std::vector<std::string> on_x;  // of `loci`
};

/// After FamilyCase::weigh(), of remains with these calls. `recombination`: of vWA and D12S391 in a
/// meiosis.
KinshipAccount account_of(const FamilyCase& family, const Typing& typing, double recombination);

/// The greatest kinship coefficient of the missing person with anybody typed: 1/4 a parent, child
/// or full sibling, 1/8 a half-sibling, grandparent or uncle. Founders are unrelated.
double closest_kinship(const FamilyCase& family);

}  // namespace confronta
