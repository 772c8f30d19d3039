#include "models/evidence/place/kernel.h"

#include <algorithm>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

enum Part : std::size_t { same_place, same_state, near, anywhere };

bool one_state(const Site& a, const Site& b) { return a.state >= 0 && a.state == b.state; }

}  // namespace

LocalKernel::LocalKernel(const PlaceKernel& kernel, const Site& here, std::span<const Site> sites)
    : here_(&here), range_km_(kernel.range_km), weights_(kernel.shares) {
  double in_state = 0;
  double nearby = 0;
  for (const Site& there : sites) {
    if (there.found == 0) continue;
    if (one_state(here, there)) in_state += there.found;
    nearby += there.found * portable_exp(-distance_km(here, there) / range_km_);
  }
  if (here.state < 0) {
    weights_[near] += weights_[same_state];
    weights_[same_state] = 0;
  }
  weights_[same_place] /= std::max(here.found, kernel.least_place);
  weights_[same_state] /= std::max(in_state, kernel.least_region);
  weights_[near] /= std::max(nearby, kernel.least_region);
  if (!kernel.rescaled) return;
  const double sum = weights_[same_place] * here.found + weights_[same_state] * in_state +
                     weights_[near] * nearby + weights_[anywhere];
  for (double& weight : weights_) weight /= std::max(sum, kernel.least_covered);
}

std::array<double, place_parts> LocalKernel::parts_at(const Site& there) const {
  return {here_ == &there ? weights_[same_place] : 0,
          one_state(*here_, there) ? weights_[same_state] : 0,
          weights_[near] * portable_exp(-distance_km(*here_, there) / range_km_),
          weights_[anywhere]};
}

double LocalKernel::at(const Site& there) const {
  const auto parts = parts_at(there);
  return (parts[same_place] + parts[same_state]) + (parts[near] + parts[anywhere]);
}

}  // namespace confronta
