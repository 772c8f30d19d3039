#pragma once
// The allele tables that a match was given, frozen in its ReferenceSet.

#include <span>
#include <string>
#include <vector>

#include "models/domain/reference_set.h"
#include "models/parameters.h"
#include "models/stats/genetics/table_locus.h"

namespace confronta {

/// Puts the tables in the place of those that were frozen before; none: only takes these out. Of a
/// locus that several have, the first one's numbers count. Table "dna/alleles.LOCUS": allele and
/// frequency, `count` chromosomes (0: not known), `origin` the table's name;
/// "dna/x_linkage_groups": the group of each locus on X that has one.
void freeze_alleles(ReferenceSet& reference, std::span<const genetics::FrequencyTable> tables);
/// Takes over what another set has frozen.
void keep_alleles(ReferenceSet& reference, const ReferenceSet& before);
/// Whether any table is frozen there.
bool has_alleles(const ReferenceSet& reference);

/// A locus and the table that its numbers are of.
struct SourcedLocus {
  genetics::TableLocus locus;
  std::string table;
};

/// The loci that are in force, sorted by name: those frozen; autosomal ones of the shipped table
/// that the parameter genetics.allele_table names where none are frozen, and instead of the frozen
/// ones where a run sets that parameter.
std::vector<SourcedLocus> loci_in_force(const Parameters& parameters,
                                        const ReferenceSet& reference);

/// The tables in the order of their names, each with the fewest and the most chromosomes counted:
/// "FBI2015_SW_Hispanic (2N 416-418)", "jalisco.csv (2N ?)".
std::string tables_text(std::span<const SourcedLocus> loci);

}  // namespace confronta
