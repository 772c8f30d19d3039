#pragma once
// A disaster as a .fam file of Familias 3 with its DVI section.

#include <string>
#include <vector>

#include "models/domain/result.h"
#include "models/stats/genetics/dvi_problem.h"

namespace confronta::importers {

struct FamiliasCase {
  dvi::Problem problem;
  /// What the file says and the problem does not take over, or takes over otherwise: codes of the
  /// catalogue with the file and the row. Nothing is left out that is not here or in the
  /// documentation.
  std::vector<Error> notes;
};

/// Whether a file is one that Familias wrote, by its first line. False for one that cannot be read.
bool is_familias_file(const std::string& path);

/// Reads the file as docs/data-formats/genetics.md says. Victims, families and missing persons
/// stand in the order of the file. An allele that a locus lacks counts with `rare_allele_minimum`.
/// A victim may be every missing person of the same sex; an unknown sex fits both.
/// Errors, with the row: "familias.expected", "familias.ends", "familias.no_dvi",
/// "familias.precomputed", "familias.databases", "familias.model", "familias.locus_twice",
/// "familias.typed_twice", "familias.unknown_locus", "familias.allele", "familias.person_twice",
/// "familias.unknown_person", "familias.third_parent", "familias.no_missing"; those of open_text,
/// Locus::make, Mutation::make and Pedigree::make.
Result<FamiliasCase> read_familias_case(const std::string& path, double rare_allele_minimum);

}  // namespace confronta::importers
