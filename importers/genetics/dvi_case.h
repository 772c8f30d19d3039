#pragma once
// A disaster as a JSON file: profiles of victims, families with missing persons, and who may be
// whom.

#include <string>

#include "models/data/allele_tables.h"
#include "models/domain/result.h"
#include "models/stats/genetics/dvi_problem.h"

namespace confronta::importers {

/// The format of docs/data-formats/genetics.md. Victims, families and missing persons stand in the
/// order of their names. With `table` its frequencies stand in
/// for the file's, whose loci then need none. An allele that a locus lacks counts with
/// `rare_allele_minimum`, or by the table's size where that is more. Errors: as
/// read_kinship_case; "genetics.case_missing" also for a missing person of no family, and for a
/// candidate who is not missing.
Result<dvi::Problem> read_dvi_case(const std::string& path, double rare_allele_minimum,
                                   const AlleleTable* table = nullptr);

}  // namespace confronta::importers
