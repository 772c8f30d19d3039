#pragma once
// The reversible transforms of a mutation matrix.

#include <span>

#include "models/stats/genetics/mutation.h"

namespace confronta::genetics {

/// The transform of `matrix` for the frequencies (each above 0, one a row). Nothing if a row would
/// have to give more than it has.
std::optional<TransitionMatrix> reversible(const TransitionMatrix& matrix,
                                           std::span<const double> frequencies,
                                           Reversible transform);

}  // namespace confronta::genetics
