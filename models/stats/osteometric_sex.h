#pragma once
// Sex from bone measurements: the discriminant functions of Spradley et al. for a Mexican reference
// (section point 0, positive = male), as quoted in the method notes with their cross-validated
// rates of 80 to 96 %. A score is read as the natural logarithm of the odds male : female at equal
// priors, which holds for canonical linear discriminants (an assumption: the source does not say).

#include <optional>
#include <span>
#include <string_view>

#include "models/domain/value.h"

namespace confronta {

struct OsteometricSex {
  std::string_view bone;
  double score;  // rounded to 1/2, within +-6
};

/// The function to use of those whose measures are all there: the one with the best cross-validated
/// rate (scapula first, fibula last). One only: the functions of a body err together. Both sides of
/// a measure are averaged.
std::optional<OsteometricSex> osteometric_sex(std::span<const BoneMeasure* const> measures);

/// P(male) of a score at equal priors, drawn towards 1/2 by the share `error` of bones that say the
/// contrary whatever their score.
double male_probability(double score, double error);

}  // namespace confronta
