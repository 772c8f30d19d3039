#include "engine/evaluate/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace confronta {
namespace {

class SplitMix64 {
 public:
  explicit SplitMix64(std::uint64_t seed) : state_(seed) {}

  /// Uniform in 0..n-1; the bias of the multiplication is below n / 2^32, nothing here.
  std::uint32_t below(std::uint32_t n) {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    z ^= z >> 31;
    return static_cast<std::uint32_t>(((z >> 32) * n) >> 32);
  }

 private:
  std::uint64_t state_;
};

// Linear interpolation between order statistics (type 7 of Hyndman and Fan 1996).
double quantile(const std::vector<double>& sorted, double p) {
  const double at = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(at));
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

BootstrapInterval bootstrap(
    std::uint32_t persons,
    const std::function<double(std::span<const std::uint32_t> drawn)>& statistic, double coverage,
    int replicates, std::uint64_t seed) {
  std::vector<double> values;
  if (persons > 0) {
    SplitMix64 random(seed);
    std::vector<std::uint32_t> drawn(persons);
    for (int i = 0; i < replicates; ++i) {
      std::fill(drawn.begin(), drawn.end(), 0);
      for (std::uint32_t j = 0; j < persons; ++j) ++drawn[random.below(persons)];
      const double value = statistic(drawn);
      if (std::isfinite(value)) values.push_back(value);
    }
  }
  if (values.empty()) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    return {unknown, unknown};
  }
  std::sort(values.begin(), values.end());
  return {quantile(values, (1 - coverage) / 2), quantile(values, (1 + coverage) / 2)};
}

BootstrapInterval bootstrap_ratio(std::span<const PersonRatio> persons, double coverage,
                                  int replicates, std::uint64_t seed) {
  const auto ratio = [persons](std::span<const std::uint32_t> drawn) {
    double hits = 0, trials = 0;
    for (std::size_t i = 0; i < persons.size(); ++i) {
      hits += drawn[i] * persons[i].hits;
      trials += drawn[i] * persons[i].trials;
    }
    return trials > 0 ? hits / trials : std::numeric_limits<double>::quiet_NaN();
  };
  return bootstrap(static_cast<std::uint32_t>(persons.size()), ratio, coverage, replicates, seed);
}

}  // namespace confronta
