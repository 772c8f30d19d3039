#include "models/evidence/common/findings.h"

#include <algorithm>

namespace confronta {
namespace {

ObservationState collect(const TraitTable& table, RowId row, std::span<const Trait> traits,
                         std::vector<const Observation*>& observations) {
  auto best = ObservationState::count;
  for (const Trait trait : traits)
    for (const Observation& observation : table.observations(row, trait)) {
      observations.push_back(&observation);
      best = std::min(best, observation.state);
    }
  return observations.empty() ? ObservationState::not_recorded : best;
}

}  // namespace

Finding observed_finding(const TraitTable& left, RowId l, std::span<const Trait> left_traits,
                         const TraitTable& right, RowId r, std::span<const Trait> right_traits) {
  Finding finding;
  finding.state = std::max(collect(left, l, left_traits, finding.left),
                           collect(right, r, right_traits, finding.right));
  return finding;
}

void append_observations(std::vector<const Observation*>& side, const TraitTable& table, RowId row,
                         std::span<const Trait> traits) {
  collect(table, row, traits, side);
}

Finding missing(Finding finding, Trait trait) {
  finding.score = Score{};
  if (finding.state == ObservationState::observed) finding.state = ObservationState::unknown;
  finding.reason = "evidence.missing";
  finding.arguments = {"@trait." + std::string{trait_info(trait).name}};
  return finding;
}

std::string word_argument(Trait trait, std::string_view word) {
  return '@' + std::string{trait_info(trait).name} + '.' + std::string{word};
}

std::string leaning(std::string_view stem, Score score) {
  // A tenth of a ban (a factor of 1.26) either way is worth no verdict.
  constexpr std::int32_t slight = Score::units_per_ban / 10;
  const std::string_view side = score.units >= slight    ? ".for"
                                : score.units <= -slight ? ".against"
                                                         : ".neutral";
  return std::string{stem} + std::string{side};
}

}  // namespace confronta
