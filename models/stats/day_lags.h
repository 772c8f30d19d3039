#pragma once
// Densities over a number of days between two dates, as piecewise constants on cells that are a day
// wide near 0 and grow by an eighth from 15 days on, from 41 years
// before to 90 years after.

#include <cstdint>
#include <span>
#include <vector>

#include "models/domain/date.h"

namespace confronta {

/// The cells. Cell c holds the whole days from edge(c) to edge(c + 1) - 1; days before the first or
/// beyond the last fall into none.
class LagGrid {
 public:
  static const LagGrid& instance();
  std::size_t count() const { return edges_.size() - 1; }
  std::int32_t edge(std::size_t c) const { return edges_[c]; }
  double width(std::size_t c) const { return edges_[c + 1] - edges_[c]; }
  /// The cell of a number of days; count() outside the grid.
  std::size_t cell(std::int32_t days) const {
    const std::int64_t at = std::int64_t{days} - edges_.front();
    return at < 0 || at >= static_cast<std::int64_t>(cell_of_.size())
               ? count()
               : cell_of_[static_cast<std::size_t>(at)];
  }

 private:
  LagGrid();
  std::vector<std::int32_t> edges_;
  std::vector<std::uint8_t> cell_of_;
};

/// Mass that is even over the whole days from `low` to `high`.
struct DayBox {
  double low = 0;
  double high = 0;
  double weight = 1;
};
/// A distribution over days as a sum of boxes. One box at 0 is certainty.
using DayBoxes = std::vector<DayBox>;
/// The distribution of the sum of two independent numbers of days; boxes are added edge to edge.
DayBoxes sum_of(const DayBoxes& a, const DayBoxes& b);

DayBoxes negated(DayBoxes boxes);

/// A density on the grid's cells, with its integral.
class LagDensity {
 public:
  explicit LagDensity(std::vector<double> per_day);
  double at(std::size_t cell) const { return cell < per_day_.size() ? per_day_[cell] : 0; }
  /// The mass from day `from` (included) to day `to` (excluded).
  double mass(double from, double to) const { return below(to) - below(from); }
  /// The density of x where x + s has this density and s, independent, lies in the boxes.
  LagDensity smeared(const DayBoxes& boxes) const;

 private:
  double below(double day) const;
  std::vector<double> per_day_;
  std::vector<double> below_;  // mass below each edge
};

/// How far two records of one date lie apart: the shares of 0, 1, 2-7, 8-31 and 32-366 days in
/// either direction, even within each. They are scaled to sum 1.
struct DateSpread {
  double same, day, week, month, year;
  DayBoxes boxes() const;
};

/// A distribution over dates, by quarters of a year.
class QuarterDensity {
 public:
  /// Shares by quarter number (year * 4 + quarter); the days between first and last quarter get
  /// `pseudo` of the mass evenly, so that no day of the period has density 0.
  QuarterDensity(std::vector<std::pair<int, double>> shares, double pseudo);
  static int quarter_of(Day day);
  /// First day of a quarter.
  static Day first_day(int quarter);
  /// Density per day; outside the period, that of an even period.
  double at(Day day) const;
  /// sum over days F of density(F) k(F - event): how much of a lag density the period holds.
  double expectation(const LagDensity& k, Day event) const;
  /// The mean of the density over itself: 1 / this is the period's effective length in days.
  double typical() const;

 private:
  int first_ = 0;
  std::vector<double> share_;
};

}  // namespace confronta
