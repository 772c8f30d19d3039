#pragma once
// What a row says of time and age, in the terms of the dates model. docs/method/dates.md.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/trait_table.h"
#include "models/evidence/common/row_classes.h"
#include "models/stats/age_likelihood.h"
#include "models/stats/day_lags.h"
#include "models/stats/time_since_death.h"

namespace confronta {

/// How well a day is known. An interval is taken as the next wider of these, about its middle; the
/// last two are read off another date: the event off the date of report, the finding off the
/// intake.
enum class DayWidth : std::uint8_t {
  day,
  week,
  month,
  quarter,
  year,
  five_years,
  reported,
  intake
};
inline constexpr std::size_t day_widths = 8;

/// A date of a row: `anchor` is the first day it may be (or the date it is read off).
struct RowDay {
  Day anchor = 0;
  DayWidth width = DayWidth::day;
};

/// Reads rows; a pure function of table and row.
class DatesReader {
 public:
  explicit DatesReader(const Parameters& parameters);

  /// The day last seen (report) or found (remains); nothing where it is unknown or wider than five
  /// years. Remains with a date of death alone count as found then, with no interval.
  std::optional<RowDay> day(const TraitTable& table, RowId row) const;
  /// The true day less the anchor, as a distribution.
  const DayBoxes& boxes(DayWidth width) const { return boxes_[static_cast<std::size_t>(width)]; }
  /// A birth date that is known to the month or better.
  std::optional<Day> birth_day(const TraitTable& table, RowId row) const;

  /// What remains say of the time since death: a stated interval, a date of death, else their
  /// condition. Keys group rows of one likelihood; empty: nothing.
  std::string interval_key(const TraitTable& table, RowId row) const;
  std::vector<double> interval(const TraitTable& table, RowId row) const;

  /// What a row says of the age at the event (report) or at death (remains), in completed years.
  std::string age_key(const TraitTable& table, RowId row) const;
  std::vector<double> age(const TraitTable& table, RowId row) const;

  /// What a report says of the time of birth, in cells of half a year from 1900 on: a birth date,
  /// or an age on a dated event.
  static constexpr std::size_t birth_cells = 260;
  std::string birth_key(const TraitTable& table, RowId row) const;
  std::vector<double> birth(const TraitTable& table, RowId row) const;

  const AgeLikelihood& ages() const { return ages_; }
  const IntervalLikelihood& intervals() const { return intervals_; }

 private:
  struct AgeStatement {
    enum class Kind : std::uint8_t { stated, opinion, born } kind;
    double low;
    double high;
    std::string_view method;
  };
  std::vector<AgeStatement> age_statements(const TraitTable& table, RowId row) const;
  std::optional<DateInterval> days(const TraitTable& table, RowId row) const;
  std::optional<std::array<double, 2>> stated_interval(const TraitTable& table, RowId row) const;
  /// First half-year cell and width of the births that a row allows.
  std::optional<std::array<int, 2>> birth_window(const TraitTable& table, RowId row) const;

  AgeLikelihood ages_;
  IntervalLikelihood intervals_;
  std::array<DayBoxes, day_widths> boxes_;
  double birth_wrong_;
};

/// The hull of a trait's observed dates where they lie within a month of each other, else the
/// first.
std::optional<DateInterval> observed_date(const TraitTable& table, RowId row, Trait trait);

}  // namespace confronta
