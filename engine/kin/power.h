#pragma once
// What a family's DNA can decide, before any body is found: how high the LR would be, and whose
// sample would raise it most.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/progress.h"
#include "models/domain/reference_set.h"
#include "models/parameters.h"
#include "models/stats/genetics/families.h"

namespace confronta {

struct PowerOptions {
  double threshold_log10 = 4;  // LR from which on a match is taken up
  std::uint32_t simulations = 2000;
  std::uint64_t seed = 1;
  int threads = 0;
};

/// log10 LR of full profiles, drawn given everything that the family's profiles say.
struct LrSpread {
  double low = 0, median = 0, high = 0;  // 5 %, 50 %, 95 %
  double mean = 0;
  double over = 0;  // share at or over the threshold
};

/// Somebody who has not given a sample. `relation` is the word of relation_word.
struct NextSample {
  std::string person;    // "" somebody whom the pedigree does not list
  std::string relation;  // to the missing person
  LrSpread related;      // with that sample as well
};

struct FamilyPower {
  std::string family, person, report;
  std::size_t typed = 0;  // relatives
  std::size_t loci = 0;
  LrSpread related;              // the remains are of the missing person
  LrSpread unrelated;            // or of somebody else
  std::vector<NextSample> next;  // best first
  double gain() const { return next.empty() ? 0 : next.front().related.over - related.over; }
};

/// For every missing person of every family given, in parallel; the order of the families. Loci are
/// independent, founders unrelated (theta 0), tables and mutation as in a match with these; remains
/// give full profiles at the autosomal loci that relatives have, or at the table's where nobody has
/// any. Whose sample: every person of the pedigree without one, and, where they are not listed,
/// father, mother, one more full sibling and one more child; to be had or not is for people to say.
/// At each locus a new sample's genotype is a mixture of `genotypes_tried` draws, spread evenly
/// over what the family makes probable. A function of its arguments, for any number of threads.
std::vector<FamilyPower> power_of(const std::vector<const genetics::Family*>& families,
                                  const Parameters& parameters, const ReferenceSet& reference,
                                  const PowerOptions& options, Progress& progress);
inline constexpr int genotypes_tried = 8;

}  // namespace confronta
