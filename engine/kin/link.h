#pragma once
// Which sample is of whom, and which family looks for whom: worked out from the whole store each
// time it is read, so that files can come in any order.

#include <vector>

#include "models/domain/result.h"
#include "models/domain/trait_table.h"
#include "models/stats/genetics/families.h"

namespace confronta {

struct LinkedDna {
  genetics::Families families;
  /// What could not be linked, to be told: "dna.sample_of_nobody", "dna.sample_ambiguous" (sample,
  /// the name it gives), "dna.report_unknown", "dna.report_ambiguous" (family, person, the name),
  /// and of a family that is no pedigree, and is left out, "dna.family_refused" (family, and the
  /// code of the pedigree's error with its person).
  std::vector<Error> notices;
};

/// Gives the rows of `reports` and `remains` the observations of the samples that are of them
/// (genotypes, y_haplotype, mt_haplotype), and makes families of `relatives`. A sample of the
/// missing person of a pedigree is one of the report as well. All rows sorted by id.
///
/// A name is looked up as a subject's whole id; then as the id within the sample's own source; then
/// as an id within any source, an identifier (folio, case file) or a person of a pedigree, provided
/// that only one subject has it. Letters' case and blanks do not count.
LinkedDna link_dna(std::vector<TraitTable::Row>& reports, std::vector<TraitTable::Row>& remains,
                   const std::vector<TraitTable::Row>& relatives,
                   const std::vector<TraitTable::Row>& samples);

}  // namespace confronta
