#pragma once
// Which DNA bears on a row: what a decision on the row has seen, or has not.

#include <string>
#include <vector>

#include "models/domain/trait_table.h"
#include "models/stats/genetics/families.h"

namespace confronta {

/// A name for each profile and sequence of the row itself, and of the families that look for it:
/// "dna:" with the trait, for a relative their subject, the sample's name, and how many loci or
/// ranges it has, so that a profile to which loci were added is another. Sorted, each once.
std::vector<std::string> dna_names(const TraitTable::Row& row, const genetics::Families& families);

}  // namespace confronta
