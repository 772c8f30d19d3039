#pragma once
// Made-up DNA for the benchmarks: a panel of the size of the 23 autosomal loci in common use, and
// families whose members inherit.

#include <cstdint>
#include <vector>

#include "bench/world/random.h"
#include "models/stats/genetics/evidence.h"

namespace confronta::bench {

struct Panel {
  std::vector<genetics::Locus> loci;
  std::vector<genetics::Mutation> stepwise;  // by locus
};

/// 23 loci with as many alleles as the 23 of a population table (7 to 31), frequencies made up.
Panel made_up_panel(std::uint64_t seed);

/// Genotypes by person and locus: founders' from the population, others' inherited without
/// mutation.
using Genotypes = std::vector<std::vector<genetics::GenotypeCall>>;
Genotypes inherit(const genetics::Pedigree& pedigree, const Panel& panel, world::Random& random);

/// Aborts on an error: the benchmarks' own inputs are right.
genetics::Pedigree family(const std::vector<genetics::PedigreeRow>& rows);

/// What is known at one locus of `typed`, who have the genotypes given.
genetics::LocusEvidence evidence_of(const Panel& panel, std::size_t locus, bool mutation,
                                    const Genotypes& genotypes, const std::vector<int>& typed);

}  // namespace confronta::bench
