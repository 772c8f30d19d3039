#include "models/stats/genetics/family_table.h"

#include <utility>

namespace confronta::genetics {
namespace {

Population with_unrelated(Population population) {
  if (!population.inbreeding.empty()) population.inbreeding.push_back(0);
  return population;
}

}  // namespace

Result<FamilyTable> FamilyTable::make(const Pedigree& family, const LocusEvidence& evidence,
                                      int missing, const Population& population) {
  const auto related = genotype_likelihoods(family, evidence, missing, population);
  if (!related.ok()) return related.error();
  const Pedigree beside = family.with_unrelated(family[missing].sex);
  const auto unrelated =
      genotype_likelihoods(beside, evidence, family.size(), with_unrelated(population));
  if (!unrelated.ok()) return unrelated.error();
  ScaledNumber total;
  for (const ScaledNumber& value : unrelated.value().value) total += value;
  if (total.is_zero()) return Error{"genetics.family_impossible", {evidence.locus->name()}, {}};

  auto numbers = std::make_shared<Numbers>();
  numbers->one_copy = related.value().one_copy;
  numbers->family = total;
  const ScaledNumber unit(1.0, total.exponent());
  for (std::size_t g = 0; g < related.value().value.size(); ++g) {
    const ScaledNumber& n = related.value().value[g];
    const ScaledNumber& d = unrelated.value().value[g];
    numbers->related.push_back((n / unit).value());
    numbers->unrelated.push_back((d / unit).value());
    numbers->ratios.push_back((n / d).value());  // d > 0: every frequency is
  }
  return FamilyTable{*evidence.locus, std::move(numbers)};
}

FamilyTable::FamilyTable(const Locus& locus, std::shared_ptr<const Numbers> numbers)
    : locus_(&locus), numbers_(std::move(numbers)) {}

Result<double> FamilyTable::likelihood_ratio(const Call& call) const {
  double numerator = 0, denominator = 0;
  for (int y = 0; y < locus_->size(); ++y)
    for (int x = one_copy() ? y : 0; x <= y; ++x) {
      const double fit = one_copy() ? call_probability_hemizygous(*locus_, call, y)
                                    : call_probability(*locus_, call, x, y);
      const std::size_t g = one_copy() ? static_cast<std::size_t>(y) : genotype_index(x, y);
      numerator += fit * numbers_->related[g];
      denominator += fit * numbers_->unrelated[g];
    }
  if (denominator == 0) return Error{"genetics.call_impossible", {locus_->name()}, {}};
  return numerator / denominator;
}

}  // namespace confronta::genetics
