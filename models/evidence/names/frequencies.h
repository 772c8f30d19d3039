#pragma once
// How common names are, among the records of a run.

#include <span>

#include "models/domain/reference_set.h"
#include "models/domain/trait_table.h"
#include "models/parameters.h"

namespace confronta {

/// Shares of surnames (first and second together) and of given names (of everyone, of men, of
/// women), by key (words.h). "" holds the share of a name that no record has.
struct NameFrequencies {
  ReferenceTable surname;
  ReferenceTable given;
  ReferenceTable given_male;
  ReferenceTable given_female;
};

/// u(b) = (n_b + alpha f_b) / (N + alpha): n counted in the tables (each row counts once, whatever
/// the number of its names), f from the published list of Spain. Of the other sex's names a share
/// `names.sex_error` is counted, since that share of records has the wrong sex.
NameFrequencies name_frequencies(std::span<const TraitTable* const> tables,
                                 const Parameters& parameters);

}  // namespace confronta
