#pragma once
// One profile from several of one person, and where they contradict each other.

#include <span>
#include <string>
#include <vector>

#include "models/domain/dna.h"

namespace confronta::genetics {

/// A locus at which samples said to be of one person differ: drop-out, another person, or a mix-up.
struct ConsensusConflict {
  std::string locus;
  std::vector<std::string> samples;               // those that were called there, in their order
  std::vector<std::vector<std::string>> alleles;  // of each
};

struct Consensus {
  DnaProfile profile;  // loci in conflict are left out: they say nothing
  std::vector<ConsensusConflict> conflicts;
};

/// Locus by locus, over the samples with a call; alleles off the ladder do not count:
///  - two called copies (a/b, a/a) hold if all others say the same or one allele of it;
///  - without any such call, one allele seen alone stays alone, and two seen each alone are a/b;
///  - three alleles or more hold if all that have two or more agree, and the others are among them;
///  - all else is a conflict. Tried in vain in all: empty.
/// Drop-out and drop-in only where every sample states them: the least drop-out, the greatest
/// drop-in. No peak heights. The order of the samples matters for names alone. For samples that
/// lose alleles, the alternative is to let each be an observation of its own, which needs no
/// consensus.
Consensus consensus(std::span<const DnaProfile* const> samples);

}  // namespace confronta::genetics
