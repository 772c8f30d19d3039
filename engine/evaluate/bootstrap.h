#pragma once
// How far a figure could be off because these persons, and not others, are in the data.

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace confronta {

struct BootstrapInterval {
  double low = 0;
  double high = 0;
};

inline constexpr std::uint64_t bootstrap_seed = 20241124;  // fixed: the same interval every time
inline constexpr int bootstrap_replicates = 1000;

/// The percentile interval (Efron 1979) of `statistic`, which is given how often each of `persons`
/// was drawn. Persons are drawn, not pairs: one person's pairs depend on each other. `coverage` in
/// (0, 1). Replicates for which the statistic is not finite are left out; none left, or no persons:
/// NaN both. The generator is SplitMix64 (Steele et al. 2014), so that the interval is the same on
/// every machine.
BootstrapInterval bootstrap(
    std::uint32_t persons,
    const std::function<double(std::span<const std::uint32_t> drawn)>& statistic,
    double coverage = 0.95, int replicates = bootstrap_replicates,
    std::uint64_t seed = bootstrap_seed);

/// One person's share in a ratio of sums: pairs found of pairs to be found.
struct PersonRatio {
  double hits = 0;
  double trials = 0;
};
/// The interval of sum(hits) / sum(trials) over persons.
BootstrapInterval bootstrap_ratio(std::span<const PersonRatio> persons, double coverage = 0.95,
                                  int replicates = bootstrap_replicates,
                                  std::uint64_t seed = bootstrap_seed);

}  // namespace confronta
