#pragma once
// How far from where a person was lost their remains are found; how far apart two registers put
// the same thing.

#include "models/evidence/place/geography.h"

namespace confronta {

/// K(l, m) = same_place [l = m] + same_state [same state] + near exp(-d/range_km) + anywhere.
/// With `shares` false these are weights of a gravity law, P(m|l) = w(m) K / sum w(m') K: where few
/// are found, few of those lost nearby are found. With `shares` true they are shares of records,
/// and each term is divided by its own sum over w: two registers write one place, and are wrong
/// with a stated probability.
struct PlaceKernel {
  double same_place = 0;
  double same_state = 0;
  double near = 0;
  double anywhere = 0;
  double range_km = 0;
  bool shares = false;
};

/// A kernel fixed at one place l, divided by its sum over the reference: LR(l, m) = at(m), and
/// sum_m w(m) LR(l, m) = 1.
class LocalKernel {
 public:
  /// `smallest_share`: between registers, a place (and what lies near it) is taken to hold at least
  /// this share of the reference, so that an empty village is not taken for a fingerprint.
  LocalKernel(const PlaceKernel& kernel, const Site& here, std::span<const Site> sites,
              double smallest_share);
  double at(const Site& there) const;

 private:
  const Site* here_;
  PlaceKernel weights_;
};

}  // namespace confronta
