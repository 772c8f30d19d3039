#pragma once
// How likely a person still had, at death, what they were last seen with: by the time that they
// lived on, which nobody writes down. It is the days alive of the model of dates, given both dates.

#include <array>
#include <vector>

#include "models/evidence/dates_rows.h"
#include "models/registry.h"
#include "models/stats/time_alive.h"

namespace confronta {

/// The chances of the pairs of one run. The dates only set them; that they fit is scored by the
/// model of dates. Immutable; shared by threads.
///   kept(l, r) = sum over days alive d of P(d | l's day, r's day and time since death) kept(d),
/// with P(d | ..) ~ h(d) q(x - d) L_interval(x - d), x = found - last seen (docs/method/dates.md).
/// A stated date of death tells d itself. Where a day is not known to a quarter of a year, or the
/// finding lies before the day last seen, P(d) = h(d).
class OutfitKept {
 public:
  static constexpr std::size_t bands = 4;  // lived on up to 3 days, 30, 180, longer
  using ByBand = std::array<double, bands>;

  OutfitKept(const Preparation& in, const ByBand& clothing, const ByBand& belongings);

  enum Sort : std::size_t { clothing, belongings };
  using Chances = std::array<double, 2>;  // by sort
  const Chances& of(RowId left, RowId right) const;

 private:
  struct Seen {
    bool known = false;
    Day day = 0;
  };
  struct Found {
    std::uint32_t interval = 0;
    bool known = false;
    bool died = false;  // `day` is the day of death
    Day day = 0;
  };
  Chances chances(const std::array<double, bands>& weights) const;
  void tabulate(std::uint32_t interval, const std::vector<double>& shares,
                const std::vector<double>& likelihood);

  std::array<ByBand, 2> kept_;
  TimeAlive alive_;
  Chances any_{};
  std::array<Chances, bands> lived_;
  std::vector<Seen> seen_;
  std::vector<Found> found_;
  std::size_t cells_;
  std::vector<Chances> by_lag_;  // interval class x cell of the lag
};

}  // namespace confronta
