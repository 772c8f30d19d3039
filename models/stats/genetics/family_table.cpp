#include "models/stats/genetics/family_table.h"

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

  FamilyTable table;
  table.locus_ = evidence.locus;
  table.one_copy_ = related.value().one_copy;
  table.family_ = total;
  const ScaledNumber unit(1.0, total.exponent());
  for (std::size_t g = 0; g < related.value().value.size(); ++g) {
    const ScaledNumber& n = related.value().value[g];
    const ScaledNumber& d = unrelated.value().value[g];
    table.related_.push_back((n / unit).value());
    table.unrelated_.push_back((d / unit).value());
    table.ratios_.push_back((n / d).value());  // d > 0: every frequency is
  }
  return table;
}

Result<double> FamilyTable::likelihood_ratio(const Call& call) const {
  double numerator = 0, denominator = 0;
  for (int y = 0; y < locus_->size(); ++y)
    for (int x = one_copy_ ? y : 0; x <= y; ++x) {
      const double fit = one_copy_ ? call_probability_hemizygous(*locus_, call, y)
                                   : call_probability(*locus_, call, x, y);
      const std::size_t g = one_copy_ ? static_cast<std::size_t>(y) : genotype_index(x, y);
      numerator += fit * related_[g];
      denominator += fit * unrelated_[g];
    }
  if (denominator == 0) return Error{"genetics.call_impossible", {locus_->name()}, {}};
  return numerator / denominator;
}

}  // namespace confronta::genetics
