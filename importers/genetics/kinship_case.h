#pragma once
// A question of kinship as a JSON file: two pedigrees, who was typed, and the population.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/data/allele_tables.h"
#include "models/domain/result.h"
#include "models/stats/genetics/evidence.h"

namespace confronta::importers {

/// One hypothesis: who is who, and what is assumed of the founders.
struct KinshipHypothesis {
  genetics::Pedigree pedigree;
  genetics::Population population;
};

struct KinshipLocus {
  genetics::Locus locus;
  std::optional<genetics::Mutation> mutation;
  std::vector<genetics::Observation> h1, h2;  // persons of the hypothesis's pedigree
};

struct KinshipCase {
  std::string id;
  KinshipHypothesis h1, h2;
  std::vector<KinshipLocus> loci;  // in the order of the file's `markers`
  struct Linkage {
    std::size_t first = 0, second = 0;  // places in `loci`
    double recombination = 0.5;
  };
  std::optional<Linkage> linkage;
  std::vector<std::pair<std::string, std::string>> rare;  // (locus, allele) not in the table
};

/// How an allele that the table lacks is counted: the size of a file's table is not known, so that
/// the minimum alone decides (rare_allele_frequency); of `table` it is. Other frequencies stay as
/// they are.
struct KinshipReading {
  std::string frequencies;  // folder of DB.json; "" where the file brings its own
  double rare_allele_minimum = 0;
  const AlleleTable* table = nullptr;  // instead of what the case names or brings
};

/// The format of docs/data-formats/genetics.md. A sample that a pedigree does not list is one more
/// sample of the person in question (`poi`, or `missing`) where the relation is direct, else an
/// error. A locus that
/// a person lacks says nothing; a locus of `markers` without frequencies is an error. Errors:
/// "file.not_found", "genetics.case_json", "genetics.case_missing", "genetics.case_kind",
/// "genetics.case_model", "genetics.table_locus", "genetics.case_sample" (in no pedigree),
/// "genetics.case_alleles" (more than two called), and those of the models.
Result<KinshipCase> read_kinship_case(const std::string& path, const KinshipReading& reading);

}  // namespace confronta::importers
