#pragma once
// Where on the body two records put the same thing: f(p | a) / u(p) for region and side.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/reference_set.h"
#include "models/parameters.h"

namespace confronta {

/// A region and a side as one small number; 0 where the region is not stated (or no region).
using PlaceCode = std::uint16_t;
PlaceCode place_code(std::string_view region, std::string_view side);
/// "forearm.left", "neck.", and "" for 0: the key of a place in a reference table.
std::string place_key(PlaceCode code);
std::string_view place_region(PlaceCode code);
std::string_view place_side(PlaceCode code);
/// One more than the greatest code.
std::size_t place_code_count();

/// Levels of agreement: the same region, one within the other ("arm", "forearm"), neighbours (parts
/// of one region), elsewhere; each but the last with the side the same, left for right, or unstated
/// on one side ("middle" and "both" too agree with left and right by halves). A place that is not
/// stated agrees with everything (ratio 1). u is the share of each place among the things of the
/// reference, smoothed with `pseudo` things spread evenly.
class PlaceAgreement {
 public:
  PlaceAgreement() = default;
  PlaceAgreement(const ReferenceTable& counts, double pseudo, const Parameters& parameters);

  float ratio(PlaceCode a, PlaceCode p) const { return ratios_[a * width_ + p]; }
  /// Smoothed share of a place among things whose place is stated.
  double share(PlaceCode p) const { return share_[p]; }

 private:
  std::size_t width_ = 0;
  std::vector<double> share_;
  std::vector<float> ratios_;
};

}  // namespace confronta
