#pragma once
// The allele tables that `confronta match` is given: by the name of one that ships, or a file.

#include <string>
#include <vector>

#include "models/stats/genetics/table_locus.h"

namespace confronta::app {

/// In the order of the names. A name that is neither is an error "genetics.table_unknown", with the
/// tables that ship; the other errors are those of read_allele_table.
Result<std::vector<genetics::FrequencyTable>> allele_tables_of(
    const std::vector<std::string>& names);

}  // namespace confronta::app
