#pragma once
// What an expert asks of a family's LR beyond the loci: from which frequencies and rates it comes,
// how far it reaches, what would explain it as well, and what is not in it.

#include <vector>

#include "models/domain/evidence.h"
#include "models/evidence/dna/kinship_account.h"

namespace confronta {

/// Lines to stand below those of the loci. A line's score is a log10 LR of its own, to be read
/// beside the total and not added to it; 0 where it only says something.
/// `log10_lr`: what the family says in the match. After FamilyCase::weigh().
std::vector<Finding> notes_on(const FamilyCase& family, const KinshipAccount& account,
                              const Typing& remains, double log10_lr);
/// Of these only what is not in it: where no locus is compared, why.
std::vector<Finding> gaps_of(const FamilyCase& family, const KinshipAccount& account);

}  // namespace confronta
