#pragma once
// How long a missing person lived on after last being seen.

#include <array>
#include <vector>

#include "models/parameters.h"

namespace confronta {

/// A mixture: within the first week; exponential with a mean of months; exponential with a mean of
/// years (an assumption, meant to be fitted on resolved cases).
class TimeAlive {
 public:
  static constexpr std::size_t bands = 7;

  explicit TimeAlive(const Parameters& parameters);

  /// The distribution as points: single days at first, then steps of 4 %.
  struct Point {
    double days;
    double weight;
    std::size_t band;  // under 3 months, 1 year, 2, 4, 8, 16 years, and beyond
  };
  const std::vector<Point>& points() const { return points_; }
  /// P(band).
  const std::array<double, bands>& shares() const { return shares_; }
  /// P(birthdays gone by = n | band), n from 0.
  const std::vector<double>& birthdays(std::size_t band) const { return birthdays_[band]; }

 private:
  std::vector<Point> points_;
  std::array<double, bands> shares_{};
  std::array<std::vector<double>, bands> birthdays_;
};

}  // namespace confronta
