#pragma once
// How often populations have the alleles of autosomal STR loci: the two public-domain sources that
// ship with the program. Other populations come from files.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace confronta {

/// One population of one source. `name` is what `--population` takes: "FBI2015_SW_Hispanic".
/// FBI2015: T.R. Moretti et al. 2016, FSI: Genetics 25:175 (23 loci, twelve populations).
/// NIST1036: C.R. Hill et al. 2013, FSI: Genetics 7:e82, corrected by C.R. Steffen et al. 2017,
/// ibid. 31:e36 (29 loci, four populations).
struct AlleleTable {
  std::string_view name;
  std::string_view source;
  int population = 0;  // column within its source
};

/// What was counted at a locus: `chromosomes` is 2N of the National Research Council's rule.
/// Alleles in the order of their repeats, each with at least one copy.
struct LocusCounts {
  struct Allele {
    std::string_view name;
    int copies = 0;
  };
  std::string_view locus;
  int chromosomes = 0;
  std::vector<Allele> alleles;
};

/// All tables; the parameter genetics.allele_table is a place in this list.
std::span<const AlleleTable> allele_tables();
/// The table of that name, or none.
const AlleleTable* find_allele_table(std::string_view name);
/// The loci of a table, by the canonical names of domain/dna.h, sorted.
std::vector<std::string_view> loci_of(const AlleleTable& table);
/// What the table says of a locus; nothing where it does not have it.
std::optional<LocusCounts> counts_of(const AlleleTable& table, std::string_view locus);

}  // namespace confronta
