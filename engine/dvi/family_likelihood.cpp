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

FamilyLikelihood::Key FamilyLikelihood::key_of(std::size_t marker,
                                               std::span<const Placement> placements) {
  std::vector<std::pair<int, int>> placed;  // person, which of the distinct calls
  for (const Placement& placement : placements) {
    const auto& call = problem_.victims[static_cast<std::size_t>(placement.victim)].calls[marker];
    if (!call) continue;
    auto& distinct = calls_[marker];
    const auto found = std::find(distinct.begin(), distinct.end(), *call);
    const auto number = static_cast<int>(found - distinct.begin());
    if (found == distinct.end()) distinct.push_back(*call);
    placed.emplace_back(problem_.missing[static_cast<std::size_t>(placement.missing)].person,
                        number);
  }
  std::sort(placed.begin(), placed.end());
  Key key;
  for (const auto& [person, number] : placed) key.insert(key.end(), {person, number});
  return key;
}

Result<ScaledNumber> FamilyLikelihood::compute(std::size_t marker, const Key& key) const {
  const Family& family = problem_.families[static_cast<std::size_t>(family_)];
  LocusEvidence evidence{&problem_.markers[marker].locus, nullptr, family.observations[marker]};
  if (with_mutation_ && problem_.markers[marker].mutation)
    evidence.mutation = &*problem_.markers[marker].mutation;
  for (std::size_t k = 0; k < key.size(); k += 2)
    evidence.observations.push_back({key[k], calls_[marker][static_cast<std::size_t>(key[k + 1])]});
  return genetics::pedigree_likelihood(family.pedigree, evidence);
}

Status FamilyLikelihood::learn(std::size_t marker, std::vector<Key> keys) {
  auto& known = known_[marker];
  std::erase_if(keys, [&](const Key& key) { return known.count(key) != 0; });
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::vector<Result<ScaledNumber>> found(keys.size(), ScaledNumber());
#pragma omp parallel for schedule(dynamic, 1) if (keys.size() > 1)
  for (std::size_t k = 0; k < keys.size(); ++k) found[k] = compute(marker, keys[k]);
  for (std::size_t k = 0; k < keys.size(); ++k) {
    if (!found[k].ok()) return found[k].error();
    known.emplace(std::move(keys[k]), found[k].value());
  }
  return success();
}

Result<ScaledNumber> FamilyLikelihood::at(std::size_t marker,
                                          std::span<const Placement> placements) {
  const Key key = key_of(marker, placements);
  if (const auto learnt = learn(marker, {key}); !learnt.ok()) return learnt.error();
  return known_[marker].at(key);
}

Result<std::vector<ScaledNumber>> FamilyLikelihood::ratios(
    std::span<const std::vector<Placement>> many) {
  std::vector<ScaledNumber> products(many.size(), ScaledNumber(1.0));
  for (std::size_t marker = 0; marker < problem_.markers.size(); ++marker) {
    const auto alone = at(marker, {});
    if (!alone.ok()) return alone.error();
    if (alone.value().is_zero())
      return Error{"dvi.family_impossible",
                   {problem_.families[static_cast<std::size_t>(family_)].id,
                    problem_.markers[marker].locus.name()},
                   {}};
    std::vector<Key> keys(many.size());
    for (std::size_t k = 0; k < many.size(); ++k)
      if (!products[k].is_zero()) keys[k] = key_of(marker, many[k]);
    if (const auto learnt = learn(marker, keys); !learnt.ok()) return learnt.error();
    for (std::size_t k = 0; k < many.size(); ++k) {
      if (products[k].is_zero()) continue;
      ScaledNumber apart = alone.value();
      for (const Placement& placement : many[k]) {
        const auto frequency = frequency_of(placement.victim, marker);
        if (!frequency.ok()) return frequency.error();
        apart *= frequency.value();
      }
      products[k] *= known_[marker].at(keys[k]) / apart;
    }
  }
  return products;
}

Result<ScaledNumber> FamilyLikelihood::ratio(std::span<const Placement> placements) {
  const std::vector<Placement> one(placements.begin(), placements.end());
  const auto found = ratios({&one, 1});
  if (!found.ok()) return found.error();
  return found.value().front();
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
