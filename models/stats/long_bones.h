#pragma once
// Living stature from one long bone, for people of Mexico: del Angel & Cisneros 2004, Am J Phys
// Anthropol 125:264-265 (69 men, 29 women), which is Genovés 1967 with its 2.5 cm for the supine
// cadaver already taken off the intercept. Nothing is to be subtracted again.

#include <optional>
#include <span>
#include <string_view>

#include "models/domain/value.h"

namespace confronta {

/// Stature in cm, and its standard error of estimate: Genovés 1967 for femur and tibia; for the
/// other bones no source was found and 4 cm (men), 4.5 cm (women) are assumptions.
struct StatureEstimate {
  double centimetres;
  double standard_error;
};
/// Maximum length in mm (tibia: condylo-malleolar, without the eminence). Nothing for a bone
/// without an equation.
std::optional<StatureEstimate> stature_from_bone(std::string_view bone, double millimetres,
                                                 bool male);

/// The long bone to use of those measured: the one whose equation errs least (femur, tibia, fibula,
/// humerus, ulna, radius, in this order), both sides averaged. One bone only: the bones of a body
/// err together. Lengths on a grid of 3 mm, which is 0.6 to 1.2 cm of stature. Nothing if no adult
/// length is there.
struct LongBone {
  std::string_view bone;
  double millimetres;
};
std::optional<LongBone> best_long_bone(std::span<const BoneMeasure* const> measures);

}  // namespace confronta
