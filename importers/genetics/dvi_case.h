#pragma once
// A disaster as a JSON file: profiles of victims, families with missing persons, and who may be
// whom.

#include <string>

#include "models/domain/result.h"
#include "models/stats/genetics/dvi_problem.h"

namespace confronta::importers {

/// The format of docs/data-formats/genetics.md. Victims, families and missing persons stand in the
/// order of their names. An allele that a locus lacks counts with `rare_allele_minimum`. Errors: as
/// read_kinship_case; "genetics.case_missing" also for a missing person of no family, and for a
/// candidate who is not missing.
Result<dvi::Problem> read_dvi_case(const std::string& path, double rare_allele_minimum);

}  // namespace confronta::importers
