#pragma once
// A laboratory's own table of allele frequencies.

#include <string>

#include "models/stats/genetics/table_locus.h"

namespace confronta::importers {

/// CSV, XLSX and what else open_rows reads: a row an allele, a column a locus, under a first column
/// "Allele" or "Alelo"; every such sheet of a workbook. Empty, "-" and 0: not observed. A locus's
/// figures are copies counted if all are whole and sum to more than 1, else frequencies. Further
/// rows by their first cell: chromosomes or persons counted, linkage group on X; forensic
/// parameters and sums are passed over, and so are columns that name no autosomal or X locus known
/// here (FrequencyTable::passed_over). Loci get canonical names. The table is called as the file
/// is. docs/data-formats/genetics.md. Errors, with their cell: those of open_rows,
/// "allele_table.no_alleles", "allele_table.no_locus", "allele_table.too_long",
/// "allele_table.locus_twice", "allele_table.allele",
/// "allele_table.allele_twice", "allele_table.number", "allele_table.above_one",
/// "allele_table.counts", "allele_table.group", and those of Locus.
Result<genetics::FrequencyTable> read_allele_table(const std::string& path);

}  // namespace confronta::importers
