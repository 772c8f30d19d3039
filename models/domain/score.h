#pragma once
// The weight of evidence of a pair, as an integer.

#include <cmath>
#include <compare>
#include <cstdint>

namespace confronta {

/// log10 of a likelihood ratio, in units of 2^-16 ban (1 ban = a factor of 10). 0 says nothing;
/// positive speaks for H1, negative for H2. Sums of scores are integer sums: the same in every
/// order, on every machine.
struct Score {
  static constexpr std::int32_t units_per_ban = 1 << 16;
  /// No single model may say more than this many bans; 15 models together cannot overflow.
  static constexpr double limit_bans = 1000.0;

  std::int32_t units = 0;

  /// Nearest representable score (ties to even); clamped to +-limit_bans. A NaN is a defect of
  /// the caller and becomes 0.
  static Score from_log10(double log10_lr) noexcept {
    if (!(log10_lr == log10_lr)) return Score{};
    if (log10_lr > limit_bans) log10_lr = limit_bans;
    if (log10_lr < -limit_bans) log10_lr = -limit_bans;
    return Score{static_cast<std::int32_t>(std::nearbyint(log10_lr * units_per_ban))};
  }

  /// The same number in bans, exactly.
  double log10() const noexcept { return static_cast<double>(units) / units_per_ban; }

  Score& operator+=(Score other) noexcept {
    units += other.units;
    return *this;
  }
  friend Score operator+(Score a, Score b) noexcept { return Score{a.units + b.units}; }
  friend Score operator-(Score a, Score b) noexcept { return Score{a.units - b.units}; }
  auto operator<=>(const Score&) const = default;
};

}  // namespace confronta
