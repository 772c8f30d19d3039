#pragma once
// Everything that one family says about its missing person at one locus, worked out once.

#include <memory>
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
  /// What is computed. It is the same whatever locus and people are called, and any table with
  /// equal alleles, frequencies and mutation may share it. A change in the last bit is another
  /// version of the kinship model (models/registry.def): stores keep these numbers.
  struct Numbers {
    bool one_copy = false;
    ScaledNumber family;  // P(family): the sum of D
    /// N and D divided by one power of two, and N / D: by genotype_index, or by allele for a man's
    /// X.
    std::vector<double> related, unrelated, ratios;
  };

  /// `evidence` is of the family without the remains; the locus must outlive the table.
  /// Errors: "genetics.family_impossible" (the relatives contradict each other), and those of
  /// genotype_likelihoods.
  static Result<FamilyTable> make(const Pedigree& family, const LocusEvidence& evidence,
                                  int missing, const Population& population = {});
  /// The table of numbers that were computed before. The locus must outlive it.
  FamilyTable(const Locus& locus, std::shared_ptr<const Numbers> numbers);

  /// LR of remains of which only the call is known. Error: "genetics.call_impossible" (no genotype
  /// gives such a call).
  Result<double> likelihood_ratio(const Call& call) const;

  std::span<const double> ratios() const { return numbers_->ratios; }
  bool one_copy() const { return numbers_->one_copy; }
  const ScaledNumber& family_likelihood() const { return numbers_->family; }
  std::span<const double> related() const { return numbers_->related; }
  std::span<const double> unrelated() const { return numbers_->unrelated; }
  const std::shared_ptr<const Numbers>& numbers() const { return numbers_; }

 private:
  const Locus* locus_;
  std::shared_ptr<const Numbers> numbers_;
};

}  // namespace confronta::genetics
