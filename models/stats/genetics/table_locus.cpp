#include "models/stats/genetics/table_locus.h"

#include <set>

namespace confronta::genetics {

Result<Locus> table_locus(const AlleleTable& table, std::string_view locus,
                          std::span<const std::string> seen, double rare_allele_minimum) {
  const auto counts = counts_of(table, locus);
  if (!counts)
    return Error{"genetics.table_locus", {std::string{locus}, std::string{table.name}}, {}};
  Locus::Frequencies frequencies;
  for (const LocusCounts::Allele& allele : counts->alleles)
    frequencies.emplace_back(std::string{allele.name},
                             static_cast<double>(allele.copies) / counts->chromosomes);
  auto made = Locus::make(std::string{locus}, std::move(frequencies));
  const double rare = rare_allele_frequency(counts->chromosomes, rare_allele_minimum);
  for (const std::string& allele : std::set<std::string>(seen.begin(), seen.end())) {
    if (!made) return made;
    if (!repeat_number(allele) || made.value().find(allele)) continue;
    made = made.value().with_rare_allele(allele, rare);
  }
  return made;
}

}  // namespace confronta::genetics
