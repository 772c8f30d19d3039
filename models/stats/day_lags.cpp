#include "models/stats/day_lags.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace confronta {

LagGrid::LagGrid() {
  constexpr std::array<std::int32_t, 21> before{-15000, -10950, -7300, -5475, -3650, -2190, -1461,
                                                -1100,  -731,   -366,  -183,  -92,   -62,   -31,
                                                -22,    -15,    -10,   -7,    -5,    -4,    -3};
  constexpr std::int32_t last = 32900;
  edges_.assign(before.begin(), before.end());
  for (std::int32_t day = -2; day <= 15; ++day) edges_.push_back(day);
  while (edges_.back() < last) edges_.push_back(edges_.back() + edges_.back() / 8 + 1);
  for (std::size_t c = 0; c < count(); ++c)
    cell_of_.insert(cell_of_.end(), static_cast<std::size_t>(edges_[c + 1] - edges_[c]),
                    static_cast<std::uint8_t>(c));
}

const LagGrid& LagGrid::instance() {
  static const LagGrid grid;
  return grid;
}

DayBoxes negated(DayBoxes boxes) {
  for (DayBox& box : boxes) box = {-box.high, -box.low, box.weight};
  return boxes;
}

DayBoxes sum_of(const DayBoxes& a, const DayBoxes& b) {
  DayBoxes sum;
  for (const DayBox& x : a)
    for (const DayBox& y : b) sum.push_back({x.low + y.low, x.high + y.high, x.weight * y.weight});
  return sum;
}

LagDensity::LagDensity(std::vector<double> per_day) : per_day_(std::move(per_day)) {
  const LagGrid& grid = LagGrid::instance();
  below_.assign(grid.count() + 1, 0);
  for (std::size_t c = 0; c < grid.count(); ++c)
    below_[c + 1] = below_[c] + per_day_[c] * grid.width(c);
}

double LagDensity::below(double day) const {
  const LagGrid& grid = LagGrid::instance();
  const std::size_t c = grid.cell(static_cast<std::int32_t>(std::floor(day)));
  if (c == grid.count()) return day < 0 ? 0 : below_.back();  // outside the grid
  return below_[c] + per_day_[c] * (day - grid.edge(c));
}

LagDensity LagDensity::smeared(const DayBoxes& boxes) const {
  const LagGrid& grid = LagGrid::instance();
  std::vector<double> per_day(grid.count(), 0);
  for (std::size_t c = 0; c < grid.count(); ++c)
    for (const DayBox& box : boxes) {
      // Averaged over the cell and the box, the sum of two even pieces taken as one.
      const double from = grid.edge(c) + box.low;
      const double to = grid.edge(c + 1) + box.high;
      per_day[c] += box.weight * mass(from, to) / (to - from);
    }
  return LagDensity{std::move(per_day)};
}

DayBoxes DateSpread::boxes() const {
  const double all = same + day + week + month + year;
  DayBoxes boxes{{0, 0, same / all}};
  const auto both_ways = [&](double low, double high, double share) {
    boxes.push_back({low, high, share / all / 2});
    boxes.push_back({-high, -low, share / all / 2});
  };
  both_ways(1, 1, day);
  both_ways(2, 7, week);
  both_ways(8, 31, month);
  both_ways(32, 366, year);
  return boxes;
}

QuarterDensity::QuarterDensity(std::vector<std::pair<int, double>> shares, double pseudo) {
  if (shares.empty()) return;
  std::sort(shares.begin(), shares.end());
  first_ = shares.front().first;
  share_.assign(static_cast<std::size_t>(shares.back().first - first_ + 1), 0);
  double all = 0;
  for (const auto& [quarter, share] : shares) all += share;
  for (const auto& [quarter, share] : shares)
    share_[static_cast<std::size_t>(quarter - first_)] += (1 - pseudo) * share / all;
  for (double& share : share_) share += pseudo / static_cast<double>(share_.size());
}

int QuarterDensity::quarter_of(Day day) {
  const int year = year_of(day);
  int quarter = year * 4;
  while (quarter < year * 4 + 3 && first_day(quarter + 1) <= day) ++quarter;
  return quarter;
}

Day QuarterDensity::first_day(int quarter) {
  return day_of(quarter / 4, 1 + 3 * (quarter % 4), 1).value_or(0);
}

double QuarterDensity::at(Day day) const {
  constexpr double quarter_days = days_per_year / 4;
  if (share_.empty()) return 1 / (20 * days_per_year);
  const int q = quarter_of(day) - first_;
  if (q < 0 || q >= static_cast<int>(share_.size()))
    return 1 / (static_cast<double>(share_.size()) * quarter_days);
  return share_[static_cast<std::size_t>(q)] / quarter_days;
}

double QuarterDensity::expectation(const LagDensity& k, Day event) const {
  if (share_.empty()) return typical() * k.mass(-1e6, 1e6);
  double sum = 0;
  for (std::size_t q = 0; q < share_.size(); ++q) {
    const double from = first_day(first_ + static_cast<int>(q));
    const double to = first_day(first_ + static_cast<int>(q) + 1);
    sum += share_[q] / (to - from) * k.mass(from - event, to - event);
  }
  return sum;
}

double QuarterDensity::typical() const {
  if (share_.empty()) return 1 / (20 * days_per_year);
  double sum = 0;
  for (const double share : share_) sum += share * share;
  return sum / (days_per_year / 4);
}

}  // namespace confronta
