#pragma once
// How probable is what is known of a pedigree's members at one locus, or at two linked ones.
//
// L = sum over the ordered genotypes of all persons of
//       prod over founders P(g) * prod over others [1/2 sum_u M_male(u, paternal)]
//                                                  [1/2 sum_v M_female(v, maternal)]
//       * prod over observations P(call | genotype),
// u and v running over the two alleles of father and mother. On X a man has one allele, his
// mother's, and passes it to daughters only. Exact: by elimination on single alleles (Lauritzen &
// Sheehan 2003, Graphical models for genetic analyses), for any pedigree, with loops.
//
// Pure functions; safe to call from any thread.

#include <vector>

#include "models/domain/result.h"
#include "models/stats/genetics/evidence.h"
#include "models/stats/genetics/scaled_number.h"

namespace confronta::genetics {

/// Exactly 0 if what is known is impossible. A locus of which nothing is known is worth 1.
/// Errors: "genetics.theta" (outside [0, 1)), "genetics.inbreeding" (outside [0, 1]),
/// "genetics.theta_with_inbreeding", "genetics.too_complex" (minutes of work), and
/// those of add_locus.
Result<ScaledNumber> pedigree_likelihood(const Pedigree& pedigree, const LocusEvidence& evidence,
                                         const Population& population = {},
                                         Definition definition = Definition::full);

/// Two loci on one chromosome: in every meiosis the second comes from the parent's other chromosome
/// than the first with probability rho. Founders are in linkage equilibrium.
/// Errors: as above; "genetics.recombination" (outside [0, 1/2]), "genetics.linked_inheritance"
/// (one on X, one not).
Result<ScaledNumber> linked_likelihood(const Pedigree& pedigree, const LocusEvidence& first,
                                       const LocusEvidence& second, double rho,
                                       const Population& population = {},
                                       Definition definition = Definition::full);

/// The likelihood together with each genotype of one person, who may have observations as well.
struct GenotypeLikelihoods {
  int alleles = 0;
  bool one_copy = false;            // a man's X: indexed by allele
  std::vector<ScaledNumber> value;  // else by genotype_index
};

/// Unordered genotypes x/y, x <= y: 0/0, 0/1, 1/1, 0/2, ...
constexpr std::size_t genotype_index(int x, int y) {
  return static_cast<std::size_t>(y) * static_cast<std::size_t>(y + 1) / 2 +
         static_cast<std::size_t>(x);
}

/// Errors: as pedigree_likelihood.
Result<GenotypeLikelihoods> genotype_likelihoods(const Pedigree& pedigree,
                                                 const LocusEvidence& evidence, int person,
                                                 const Population& population = {},
                                                 Definition definition = Definition::full);

}  // namespace confronta::genetics
