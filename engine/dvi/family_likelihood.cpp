#include "engine/dvi/family_likelihood.h"

#include <algorithm>

#include "models/stats/genetics/likelihood.h"

namespace confronta::dvi {

using genetics::LocusEvidence;
using genetics::ScaledNumber;

FamilyLikelihood::FamilyLikelihood(const Problem& problem, int family, bool with_mutation)
    : problem_(problem),
      family_(family),
      with_mutation_(with_mutation),
      calls_(problem.markers.size()),
      known_(problem.markers.size()),
      frequencies_(problem.victims.size()) {}

Result<ScaledNumber> FamilyLikelihood::at(std::size_t marker,
                                          std::span<const Placement> placements) {
  const Family& family = problem_.families[static_cast<std::size_t>(family_)];
  LocusEvidence evidence{&problem_.markers[marker].locus, nullptr, family.observations[marker]};
  if (with_mutation_ && problem_.markers[marker].mutation)
    evidence.mutation = &*problem_.markers[marker].mutation;
  std::vector<std::pair<int, int>> placed;  // person, which of the distinct calls
  for (const auto& [victim, missing] : placements) {
    const auto& call = problem_.victims[static_cast<std::size_t>(victim)].calls[marker];
    if (!call) continue;
    auto& distinct = calls_[marker];
    const auto found = std::find(distinct.begin(), distinct.end(), *call);
    const auto number = static_cast<int>(found - distinct.begin());
    if (found == distinct.end()) distinct.push_back(*call);
    const int person = problem_.missing[static_cast<std::size_t>(missing)].person;
    placed.emplace_back(person, number);
    evidence.observations.push_back({person, *call});
  }
  std::sort(placed.begin(), placed.end());
  std::vector<int> key;
  for (const auto& [person, number] : placed) key.insert(key.end(), {person, number});
  if (const auto known = known_[marker].find(key); known != known_[marker].end())
    return known->second;
  auto likelihood = genetics::pedigree_likelihood(family.pedigree, evidence);
  if (likelihood.ok()) known_[marker].emplace(std::move(key), likelihood.value());
  return likelihood;
}

Result<ScaledNumber> FamilyLikelihood::ratio(std::span<const Placement> placements) {
  ScaledNumber product(1.0);
  for (std::size_t marker = 0; marker < problem_.markers.size() && !product.is_zero(); ++marker) {
    auto alone = at(marker, {});
    if (!alone.ok()) return alone;
    if (alone.value().is_zero())
      return Error{"dvi.family_impossible",
                   {problem_.families[static_cast<std::size_t>(family_)].id,
                    problem_.markers[marker].locus.name()},
                   {}};
    auto together = at(marker, placements);
    if (!together.ok()) return together;
    ScaledNumber apart = alone.value();
    for (const Placement& placement : placements) {
      auto frequency = frequency_of(placement.victim, marker);
      if (!frequency.ok()) return frequency;
      apart *= frequency.value();
    }
    product *= together.value() / apart;
  }
  return product;
}

Result<ScaledNumber> FamilyLikelihood::frequency_of(int victim, std::size_t marker) {
  auto& known = frequencies_[static_cast<std::size_t>(victim)];
  for (std::size_t next = known.size(); next <= marker; ++next) {
    auto frequency = genotype_frequency(problem_, victim, next);
    if (!frequency.ok()) return frequency;
    known.push_back(frequency.value());
  }
  return known[marker];
}

Result<ScaledNumber> genotype_frequency(const Problem& problem, int victim, std::size_t marker) {
  const auto& call = problem.victims[static_cast<std::size_t>(victim)].calls[marker];
  if (!call) return ScaledNumber(1.0);
  const genetics::PedigreeRow one{"", "", "", genetics::Sex::female};
  const auto alone = genetics::Pedigree::make({&one, 1});
  auto frequency = genetics::pedigree_likelihood(
      alone.value(), {&problem.markers[marker].locus, nullptr, {{0, *call}}});
  if (frequency.ok() && frequency.value().is_zero())
    return Error{"dvi.victim_impossible",
                 {problem.victims[static_cast<std::size_t>(victim)].id,
                  problem.markers[marker].locus.name()},
                 {}};
  return frequency;
}

}  // namespace confronta::dvi
