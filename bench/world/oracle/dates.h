#pragma once
// Oracle: events, deaths, findings, condition and post-mortem interval, and the place beside them.

#include <array>
#include <memory>
#include <vector>

#include "bench/world/oracle/records.h"

namespace confronta::world {

/// Tables of P(finding, condition, interval | event) by days between the written dates, by exact
/// convolution of the world's delays and smoothing by its clerks' errors.
/// Approximations: a missing event date is replaced by the date of the report, whose lag is summed
/// at sixty quantiles (a report of the cut-off day, to which the world moves later ones, says
/// nothing); a missing finding date by the date of intake; a lot's dates are taken as those of one
/// person.
class DateOracle {
 public:
  static constexpr int years = 4;  // completed years alive after the event: 0, 1, 2, 3 and more
  using Years = std::array<double, years>;

  explicit DateOracle(const OracleRecords& records);

  /// P(remains' dates, condition, interval | report's date, H1) by years alive after the event,
  /// divided by what the report's date makes likelier under H1 than among all reports.
  Years given_report(std::size_t report, std::size_t remains) const;
  /// P(remains' dates, condition, interval) if the person went missing, found elsewhere (first),
  /// and if they died where they were and were soon found (second).
  double of_missing(std::size_t remains) const { return missing_[remains]; }
  double of_unreported(std::size_t remains) const { return unreported_[remains]; }
  /// P(condition | remains) where none was written: by what was examined.
  const std::array<double, 9>& condition(std::size_t remains) const { return condition_[remains]; }

 private:
  static constexpr int first_lag = -6100, last_lag = 7600, lags = last_lag - first_lag + 1;
  using Curve = std::vector<float>;  // by lag - first_lag

  struct Key {
    int day_class;  // table: condition (9 = none) x interval (9 = none), or the written death
    Day day;        // the date that stands for the finding, or for the death
  };

  void read_keys(const OracleRecords& records);
  void build_curves();
  void build_class(int day_class, const std::vector<double>& lying,
                   const std::vector<double>& lying_unreported);
  void build_remains(const OracleRecords& records);

  std::vector<std::array<Curve, years>> from_event_;  // by day class
  std::vector<std::array<Curve, years>> from_report_;
  std::vector<Curve> unreported_curve_;                   // by day class
  std::vector<double> found_by_event_, found_by_report_;  // cumulative over lag
  double found_share_ = 1, unreported_share_ = 1;         // found before the cut-off
  std::vector<Key> keys_;
  std::vector<double> missing_, unreported_;
  std::vector<std::array<double, 9>> condition_;
  std::vector<Day> report_day_;
  enum class Known { event, report, nothing };
  std::vector<Known> report_known_;
  std::vector<double> report_share_;  // P(report's date among all) / P(.. | H1), less H
};

}  // namespace confronta::world
