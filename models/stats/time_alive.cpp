#include "models/stats/time_alive.h"

#include <algorithm>
#include <cmath>

#include "models/domain/date.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr std::array<double, TimeAlive::bands> band_ends{91, 366, 731, 1461, 2922, 5844, 1e9};
constexpr double longest_days = 60 * days_per_year;
constexpr double single_days = 60;
constexpr double week = 8;  // the day itself and the seven after it
constexpr std::size_t most_birthdays = 61;

}  // namespace

TimeAlive::TimeAlive(const Parameters& p) {
  const double at_once = p["dates.alive_week"];
  const double months = p["dates.alive_months"];
  const double mean_months = p["dates.alive_months_mean"];
  const double mean_years = p["dates.alive_years_mean"];
  const auto before = [&](double days) {
    return at_once * std::min(days / week, 1.0) + months * (1 - portable_exp(-days / mean_months)) +
           (1 - at_once - months) * (1 - portable_exp(-days / mean_years));
  };
  const double all = before(longest_days);
  for (auto& birthdays : birthdays_) birthdays.assign(most_birthdays + 1, 0);
  for (double from = 0, to = 1; from < longest_days; from = to) {
    to = from < single_days ? from + 1 : std::min(longest_days, std::floor(from * 1.04));
    const double middle = std::floor((from + to - 1) / 2);
    const double weight = (before(to) - before(from)) / all;
    std::size_t band = 0;
    while (middle >= band_ends[band]) ++band;
    points_.push_back({middle, weight, band});
    shares_[band] += weight;
    const double years = middle / days_per_year;
    const auto whole = static_cast<std::size_t>(years);
    const double part = years - std::floor(years);
    birthdays_[band][whole] += weight * (1 - part);
    birthdays_[band][whole + 1] += weight * part;
  }
  for (std::size_t band = 0; band < bands; ++band)
    for (double& share : birthdays_[band]) share = shares_[band] > 0 ? share / shares_[band] : 0;
}

}  // namespace confronta
