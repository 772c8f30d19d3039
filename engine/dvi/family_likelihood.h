#pragma once
// How probable a family's profiles are with some victims put on its missing persons.

#include <map>
#include <span>
#include <vector>

#include "models/domain/result.h"
#include "models/stats/genetics/dvi_problem.h"
#include "models/stats/genetics/scaled_number.h"

namespace confronta::dvi {

/// Remembers each marker's likelihood by the victims' calls there, since many victims share one.
/// Not for several threads at once. The problem outlives it.
class FamilyLikelihood {
 public:
  FamilyLikelihood(const Problem& problem, int family, bool with_mutation);

  /// The likelihood at one marker. All placements are on this family's missing persons.
  Result<genetics::ScaledNumber> at(std::size_t marker, std::span<const Placement> placements);

  /// L(family with the victims) / [L(family alone) * prod of the victims' genotype frequencies]:
  /// the LR of the placements. Exactly 0 if impossible. Error: "dvi.family_impossible" (alone).
  Result<genetics::ScaledNumber> ratio(std::span<const Placement> placements);

  /// The ratios of many, marker by marker, on all cores: what several have in common is computed
  /// once, and who is impossible at one marker is not asked at the next. The same numbers for any
  /// number of threads.
  Result<std::vector<genetics::ScaledNumber>> ratios(std::span<const std::vector<Placement>> many);

 private:
  using Key = std::vector<int>;  // person and number of the call there, one placement after another

  Key key_of(std::size_t marker, std::span<const Placement> placements);
  /// Computes what is not known yet.
  Status learn(std::size_t marker, std::vector<Key> keys);
  Result<genetics::ScaledNumber> compute(std::size_t marker, const Key& key) const;
  Result<genetics::ScaledNumber> frequency_of(int victim, std::size_t marker);

  const Problem& problem_;
  int family_;
  bool with_mutation_;
  std::vector<std::vector<genetics::Call>> calls_;  // by marker: the distinct ones of the victims
  std::vector<std::map<Key, genetics::ScaledNumber>> known_;      // by marker
  std::vector<std::vector<genetics::ScaledNumber>> frequencies_;  // by victim, marker
};

/// The frequency of a victim's genotype at one marker: 1 where it is not typed.
Result<genetics::ScaledNumber> genotype_frequency(const Problem& problem, int victim,
                                                  std::size_t marker);

}  // namespace confronta::dvi
