#pragma once
// Time between death and finding, in days, on a grid of 29 cells whose width grows with the time.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/parameters.h"

namespace confronta {

inline constexpr std::size_t interval_cells = 29;
/// Cell c holds the days from interval_edges()[c] (included) to interval_edges()[c + 1].
std::span<const double> interval_edges();
std::vector<std::string> interval_names();
/// The edge nearest to a number of days, by ratio: statements are read on this grid.
double nearest_interval_edge(double days);

/// Likelihoods up to a factor, for each cell.
class IntervalLikelihood {
 public:
  explicit IntervalLikelihood(const Parameters& parameters);
  /// "Between low and high days", with edges that are soft on a logarithmic scale, and softer still
  /// for a few: examiners err by a factor, not by days.
  std::vector<double> stated(double low_days, double high_days) const;
  /// The condition of the remains, as evidence of the interval where none is stated: seven grades
  /// of the Pima County scale, each spread widely about its typical time, since climate, burial and
  /// refrigeration move it. Burnt and saponified remains say nothing (all 1).
  std::vector<double> condition(std::string_view word) const;
  /// Where the store says nothing.
  const std::vector<double>& fallback() const { return fallback_; }

 private:
  /// A slip of the pen: the statement is that of another body, so that each is as likely as it is
  /// common, whatever the time. A share of the greatest likelihood instead would make a skeleton
  /// "of months" fit a person last seen three days ago, since so many more are found within days.
  std::vector<double> with_slips(std::vector<double> likelihood) const;
  std::vector<double> spread_over_cells() const;

  double softness_;
  double misjudged_, misjudged_softness_;
  double spread_;
  double slip_;
  std::vector<double> typical_;  // days, of the seven grades
  std::vector<double> shares_;   // found within a day, week, month, year, five years; later
  std::vector<double> fallback_;
};

}  // namespace confronta
