#pragma once
// The finding of a model that lacks what it would compare.

#include "models/domain/evidence.h"

namespace confronta {

/// Score 0, the less known side's state of the trait, and whatever either side holds of it. Where
/// both sides have observed values that the model cannot use, the state is not_recorded.
inline Finding missing_finding(const TraitTable& left, RowId l, const TraitTable& right, RowId r,
                               Trait trait) {
  Finding finding;
  finding.state =
      left.state(l, trait) < right.state(r, trait) ? right.state(r, trait) : left.state(l, trait);
  if (finding.state == ObservationState::observed) finding.state = ObservationState::not_recorded;
  for (const Observation& o : left.observations(l, trait)) finding.left.push_back(&o);
  for (const Observation& o : right.observations(r, trait)) finding.right.push_back(&o);
  finding.reason = "evidence.missing";
  finding.arguments = {"@trait." + std::string{trait_info(trait).name}};
  return finding;
}

}  // namespace confronta
