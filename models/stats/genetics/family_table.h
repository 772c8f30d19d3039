#pragma once
// Everything that one family says about its missing person at one locus, worked out once.

#include <span>
#include <vector>

#include "models/stats/genetics/likelihood.h"

namespace confronta::genetics {

/// Two vectors over the genotypes g of one person:
///   N(g) = P(family, the missing person is g)
///   D(g) = P(family, the missing person untyped, an unrelated person is g)
/// all founders of each drawn from one urn. Remains with a call c have
///   LR(c) = sum_g P(c | g) N(g) / sum_g P(c | g) D(g),
/// which for a full call is one division. With theta > 0 neither vector is a product of the
/// family's likelihood and a genotype frequency, so both are kept. The full-pedigree definition.
/// Immutable; safe to share between threads.
class FamilyTable {
 public:
  /// `evidence` is of the family without the remains; the locus must outlive the table.
  /// Errors: "genetics.family_impossible" (the relatives contradict each other), and those of
  /// genotype_likelihoods.
  static Result<FamilyTable> make(const Pedigree& family, const LocusEvidence& evidence,
                                  int missing, const Population& population = {});

  /// LR of remains of which only the call is known. Error: "genetics.call_impossible" (no genotype
  /// gives such a call).
  Result<double> likelihood_ratio(const Call& call) const;

  /// LR of every genotype, by genotype_index, or by allele for a man's X.
  std::span<const double> ratios() const { return ratios_; }
  bool one_copy() const { return one_copy_; }
  /// P(family): the sum of D.
  const ScaledNumber& family_likelihood() const { return family_; }
  /// N and D, divided by one power of two.
  std::span<const double> related() const { return related_; }
  std::span<const double> unrelated() const { return unrelated_; }

 private:
  const Locus* locus_ = nullptr;
  bool one_copy_ = false;
  ScaledNumber family_;
  std::vector<double> related_, unrelated_, ratios_;
};

}  // namespace confronta::genetics
