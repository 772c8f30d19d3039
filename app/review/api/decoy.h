#pragma once
// Unlikely pairs that the program mixes into a reviewer's own queue, so that opinions are given on
// the records and not on the knowledge that every pair before them is a likely one.

#include <string>

#include "app/review/api/asked.h"

namespace confronta::app::review {

/// One decoy for so many pairs that a person claims.
inline constexpr std::int64_t claims_per_decoy = 6;

/// After a person's claim: now and then claims an unlikely pair of the same relation for them,
/// marked as such in the log alone. Which, is a function of the person, the run and the number of
/// their claims. Does nothing where no pair is plausible enough to be looked at; a failure to write
/// loses nobody's work and is not told.
void hand_out_decoy(Store& store, const Asked& asked, Relation relation, const std::string& who,
                    const std::string& instant);

}  // namespace confronta::app::review
