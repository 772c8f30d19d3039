#include "bench/support/dna.h"

#include <array>
#include <cmath>
#include <numeric>
#include <string>

namespace confronta::bench {
namespace {

using namespace genetics;  // NOLINT(*-using-namespace)

// Alleles that a table of 23 autosomal loci counts at each (FBI 2015, Southwestern Hispanics).
constexpr std::array<int, 23> allele_counts{8, 8, 7, 8, 8,  10, 13, 17, 10, 14, 7, 15,
                                            9, 9, 7, 9, 31, 10, 15, 16, 11, 20, 12};

// Most common in the middle of the ladder.
Locus made_up_locus(std::size_t number, int alleles, world::Random& random) {
  std::vector<double> weights;
  for (int k = 0; k < alleles; ++k) {
    const double from_middle = (k - (alleles - 1) / 2.0) / (alleles / 4.0);
    weights.push_back(std::exp(-from_middle * from_middle / 2) * (0.2 + random.uniform()));
  }
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  Locus::Frequencies frequencies;
  for (int k = 0; k < alleles; ++k)
    frequencies.emplace_back(std::to_string(8 + k), weights[static_cast<std::size_t>(k)] / total);
  return Locus::make("L" + std::to_string(number), frequencies).value();
}

int founder_allele(const Locus& locus, world::Random& random) {
  return static_cast<int>(random.pick(locus.frequencies()));
}

}  // namespace

Panel made_up_panel(std::uint64_t seed) {
  world::Random random(seed);
  Panel panel;
  for (const int alleles : allele_counts)
    panel.loci.push_back(made_up_locus(panel.loci.size() + 1, alleles, random));
  const MutationSpec mothers{MutationKind::stepwise, 0.001, 1e-6, 0.1, Reversible::no};
  const MutationSpec fathers{MutationKind::stepwise, 0.003, 1e-6, 0.1, Reversible::no};
  for (const Locus& locus : panel.loci)
    panel.stepwise.push_back(Mutation::make(locus, mothers, fathers).value());
  return panel;
}

Genotypes inherit(const Pedigree& pedigree, const Panel& panel, world::Random& random) {
  Genotypes genotypes(static_cast<std::size_t>(pedigree.size()),
                      std::vector<GenotypeCall>(panel.loci.size()));
  for (std::size_t at = 0; at < panel.loci.size(); ++at) {
    const auto allele_from = [&](int parent) {
      if (parent == no_parent) return founder_allele(panel.loci[at], random);
      const GenotypeCall& genotype = genotypes[static_cast<std::size_t>(parent)][at];
      return random.chance(0.5) ? genotype.first : genotype.second;
    };
    for (const int person : pedigree.parents_first()) {
      const int paternal = allele_from(pedigree[person].father);
      const int maternal = allele_from(pedigree[person].mother);
      genotypes[static_cast<std::size_t>(person)][at] = {paternal, maternal};
    }
  }
  return genotypes;
}

Pedigree family(const std::vector<PedigreeRow>& rows) { return Pedigree::make(rows).value(); }

LocusEvidence evidence_of(const Panel& panel, std::size_t locus, bool mutation,
                          const Genotypes& genotypes, const std::vector<int>& typed) {
  LocusEvidence evidence{&panel.loci[locus], mutation ? &panel.stepwise[locus] : nullptr, {}};
  for (const int person : typed)
    evidence.observations.push_back({person, genotypes[static_cast<std::size_t>(person)][locus]});
  return evidence;
}

}  // namespace confronta::bench
