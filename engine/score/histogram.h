#pragma once
// How many pairs have which total: counts in quarter bans.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/domain/score.h"

namespace confronta {

/// From -20 bans (and below) to 100 (and above).
class TotalsHistogram {
 public:
  static constexpr std::int32_t bin_units = Score::units_per_ban / 4;
  static constexpr std::int32_t lowest_bin = -80;
  static constexpr std::size_t bins = 480;

  /// The bin of a score, and the least score of a bin.
  static std::size_t bin_of(Score score) noexcept;
  static Score edge(std::size_t bin) noexcept;

  std::uint64_t& operator[](std::size_t bin) { return counts_[bin]; }
  std::uint64_t operator[](std::size_t bin) const { return counts_[bin]; }
  std::uint64_t total() const;
  /// Pairs at or over the edge of the bin that holds `score`.
  std::uint64_t at_or_over(Score score) const;

  /// "BIN:COUNT BIN:COUNT ...", bins numbered in quarter bans (8 = from 2 bans on); empty bins are
  /// left out.
  std::string text() const;
  static std::optional<TotalsHistogram> parse(std::string_view text);
  bool operator==(const TotalsHistogram&) const = default;

 private:
  std::array<std::uint64_t, bins> counts_{};
};

/// A sum of posteriors in the same bins, "BIN:SUM BIN:SUM ..." with 17 digits.
using PosteriorMass = std::array<double, TotalsHistogram::bins>;
std::string mass_text(const PosteriorMass& mass);
std::optional<PosteriorMass> parse_mass(std::string_view text);

}  // namespace confronta
