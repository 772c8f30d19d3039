#pragma once
// The surfaces of fillings: a filling grows or is renewed, it does not move.

#include <array>
#include <cstdint>

#include "models/domain/reference_set.h"
#include "models/domain/value.h"
#include "models/parameters.h"

namespace confronta {

/// f / u of the surfaces of teeth that both charts give as filled, with surfaces stated: the same,
/// more than before (the larger filling of later years), or others. Within a level f follows u, the
/// share of each set of surfaces among the fillings of that tooth kind in the reference, smoothed.
/// A tooth without stated surfaces on either side counts as 1.
class ToothSurfaces {
 public:
  ToothSurfaces(const ReferenceTable& counts, const Parameters& parameters);
  /// Adds the fillings of a chart to a reference table ("molar.3").
  static void count(const ToothChart& chart, ReferenceTable& counts);
  double ratio(const ToothChart& left, const ToothChart& right) const;

 private:
  static constexpr std::size_t sets = 32;
  static constexpr std::size_t kinds = 5;  // third molars of all ages together
  std::array<std::array<std::array<double, sets>, sets>, kinds> ratios_;
};

}  // namespace confronta
