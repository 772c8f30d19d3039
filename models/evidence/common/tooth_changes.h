#pragma once
// What may become of a tooth between two charts. Dentistry goes one way: a sound tooth is filled, a
// filled one crowned or pulled, and a pulled one does not come back.

#include <array>

#include "models/evidence/common/mouths.h"
#include "models/parameters.h"

namespace confronta {

using ToothChanges = std::array<TruthShares, truth_count>;  // [before][after]; rows sum to 1

/// P(after | before, years) for a tooth: it stays as it is with exp(-rate * years), with the rate
/// of its state (parameters teeth.rate.STATE, per year), else it changes to one of the states that
/// can follow, in fixed proportions. `third` for third molars, which come through late or never.
ToothChanges tooth_changes(double years, bool third, const Parameters& parameters);

/// Whether `after` can follow `before`: the same state, or an explainable change.
bool is_explainable(std::size_t before, std::size_t after);

}  // namespace confronta
