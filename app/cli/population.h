#pragma once
// The allele table that a command names.

#include <string>

#include "models/data/allele_tables.h"
#include "models/domain/result.h"

namespace confronta::app {

/// nullptr for "". Error "genetics.table_unknown", with the tables that there are.
Result<const AlleleTable*> population_table(const std::string& name);

}  // namespace confronta::app
