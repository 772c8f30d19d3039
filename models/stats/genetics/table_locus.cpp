#include "models/stats/genetics/table_locus.h"

#include <set>

namespace confronta::genetics {

FrequencyTable shipped_table(const AlleleTable& table) {
  FrequencyTable shipped{std::string{table.name}, {}, {}};
  for (const std::string_view name : loci_of(table)) {
    const LocusCounts counts = counts_of(table, name).value();
    TableLocus locus;
    locus.name = name;
    locus.chromosomes = counts.chromosomes;
    for (const LocusCounts::Allele& allele : counts.alleles)
      locus.frequencies.emplace_back(std::string{allele.name},
                                     static_cast<double>(allele.copies) / counts.chromosomes);
    shipped.loci.push_back(std::move(locus));
  }
  return shipped;
}

Result<Locus> table_locus(const TableLocus& locus, std::span<const std::string> seen,
                          double rare_allele_minimum) {
  auto made = Locus::make(locus.name, locus.frequencies, locus.inheritance);
  const double rare = rare_allele_frequency(locus.chromosomes, rare_allele_minimum);
  for (const std::string& allele : std::set<std::string>(seen.begin(), seen.end())) {
    if (!made) return made;
    if (!repeat_number(allele) || made.value().find(allele)) continue;
    made = made.value().with_rare_allele(allele, rare);
  }
  return made;
}

}  // namespace confronta::genetics
