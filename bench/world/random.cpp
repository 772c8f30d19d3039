#include "bench/world/random.h"

#include <cmath>

#include "models/stats/portable_math.h"

namespace confronta::world {

// Box and Muller (1958); the second number of each pair is not used.
double Random::normal(double mean, double sd) {
  constexpr double two_pi = 6.283185307179586477;
  const double radius = std::sqrt(-2 * portable_log(1 - uniform()));
  return mean + sd * radius * portable_cos(two_pi * uniform());
}

double Random::exponential(double mean) { return -mean * portable_log(1 - uniform()); }

std::size_t Random::pick(std::span<const double> weights) {
  double total = 0;
  for (double w : weights) total += w;
  double rest = uniform() * total;
  for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
    rest -= weights[i];
    if (rest < 0) return i;
  }
  return weights.size() - 1;
}

}  // namespace confronta::world
