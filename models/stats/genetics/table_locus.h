#pragma once
// A locus of an allele table, with the alleles that persons have and the table lacks.

#include <span>
#include <string>

#include "models/data/allele_tables.h"
#include "models/stats/genetics/locus.h"

namespace confronta::genetics {

/// The locus with frequencies copies / chromosomes. Each of `seen` that is not among them and is a
/// number of repeats is added with rare_allele_frequency(chromosomes, minimum); the others stay as
/// they are. "OL", "" and the like add nothing. Duplicates in `seen` count once; their order does
/// not matter. Errors: "genetics.table_locus" (arguments: locus, table), those of Locus.
Result<Locus> table_locus(const AlleleTable& table, std::string_view locus,
                          std::span<const std::string> seen, double rare_allele_minimum);

}  // namespace confronta::genetics
