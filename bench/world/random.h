#pragma once
// Random numbers that are the same on every machine: std::mt19937_64 is fixed by the standard, the
// distributions of <random> are not.

#include <cstdint>
#include <random>
#include <span>

namespace confronta::world {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  /// Uniform in [0, 1), 53 bits.
  double uniform() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
  /// Uniform integer in [0, n). n > 0.
  std::uint64_t below(std::uint64_t n) {
    return static_cast<std::uint64_t>(uniform() * static_cast<double>(n));
  }
  bool chance(double probability) { return uniform() < probability; }
  double normal(double mean, double sd);
  double exponential(double mean);
  /// An index with probability proportional to its weight.
  std::size_t pick(std::span<const double> weights);

 private:
  std::mt19937_64 engine_;
};

}  // namespace confronta::world
