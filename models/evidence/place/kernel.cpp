#include "models/evidence/place/kernel.h"

#include <algorithm>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

bool one_state(const Site& a, const Site& b) { return a.state >= 0 && a.state == b.state; }

}  // namespace

LocalKernel::LocalKernel(const PlaceKernel& kernel, const Site& here, std::span<const Site> sites,
                         double smallest_share)
    : here_(&here), weights_(kernel) {
  double in_state = 0;
  double nearby = 0;
  for (const Site& there : sites) {
    if (there.found == 0) continue;
    if (one_state(here, there)) in_state += there.found;
    nearby += there.found * portable_exp(-distance_km(here, there) / kernel.range_km);
  }
  if (kernel.shares) {
    weights_.same_place /= std::max(here.found, smallest_share);
    weights_.near /= std::max(nearby, smallest_share);
    if (here.state >= 0) {
      weights_.same_state /= std::max(in_state, smallest_share);
    } else {  // a square of the grid lies in no state
      weights_.anywhere += weights_.same_state;
      weights_.same_state = 0;
    }
    return;
  }
  const double sum = kernel.same_place * here.found + kernel.same_state * in_state +
                     kernel.near * nearby + kernel.anywhere;
  for (double* weight :
       {&weights_.same_place, &weights_.same_state, &weights_.near, &weights_.anywhere})
    *weight /= sum;
}

double LocalKernel::at(const Site& there) const {
  double k = weights_.anywhere;
  if (here_ == &there) k += weights_.same_place;
  if (one_state(*here_, there)) k += weights_.same_state;
  return k + weights_.near * portable_exp(-distance_km(*here_, there) / weights_.range_km);
}

}  // namespace confronta
