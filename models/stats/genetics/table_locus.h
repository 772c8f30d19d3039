#pragma once
// A locus of an allele table, with the alleles that persons have and the table lacks.

#include <span>
#include <string>
#include <vector>

#include "models/data/allele_tables.h"
#include "models/stats/genetics/locus.h"

namespace confronta::genetics {

/// How often a population has the alleles of a locus. `chromosomes`: how many were counted (2N of
/// the National Research Council's rule), 0 where nobody says. `linkage_group`: of a locus on X, 0
/// where it is not known; loci of one group are passed on together.
struct TableLocus {
  std::string name;  // canonical
  Inheritance inheritance = Inheritance::autosomal;
  Locus::Frequencies frequencies;  // in any order
  double chromosomes = 0;
  int linkage_group = 0;
  bool operator==(const TableLocus&) const = default;
};

/// The loci of one source, each once.
struct FrequencyTable {
  std::string name;  // of the table that ships, or of the file
  std::vector<TableLocus> loci;
  std::vector<std::string> passed_over{};  // columns of the file that name no locus known here
};

/// The frequencies copies / chromosomes of a table that ships; loci sorted by name.
FrequencyTable shipped_table(const AlleleTable& table);

/// The locus with its frequencies as they stand. Each of `seen` that is not among them and is a
/// number of repeats is added with rare_allele_frequency(chromosomes, minimum); the others stay as
/// they are. "OL", "" and the like add nothing. Duplicates in `seen` count once; their order does
/// not matter. Errors: those of Locus.
Result<Locus> table_locus(const TableLocus& locus, std::span<const std::string> seen,
                          double rare_allele_minimum);

}  // namespace confronta::genetics
