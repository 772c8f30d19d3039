#pragma once
// The dates model in its two forms, and what they share. docs/method/dates.md.

#include <limits>
#include <memory>
#include <vector>

#include "models/evidence/dates_rows.h"
#include "models/registry.h"

namespace confronta {

/// Report x remains: event, death, finding and age in one chain.
std::unique_ptr<Evidence> identity_dates(const Preparation& preparation);
/// Two records of one table: two dates of one event, two statements of one age.
std::unique_ptr<Evidence> symmetric_dates(const Preparation& preparation);

/// What a likelihood table of one side is read through: classes of rows and their likelihoods.
struct SeenRows {
  RowClasses classes;
  std::vector<std::vector<double>> likelihood;  // by class; empty for class 0
};
SeenRows seen_ages(const TraitTable& table, const DatesReader& reader);
SeenRows seen_intervals(const TraitTable& table, const DatesReader& reader);
SeenRows seen_births(const TraitTable& table, const DatesReader& reader);

/// Names of the half-year cells of birth.
std::vector<std::string> birth_names();
std::vector<std::string> age_names();

/// Numbers of a reference table in the order of `names`, or `otherwise` where it is empty.
std::vector<double> reference_numbers(const ReferenceTable& table,
                                      const std::vector<std::string>& names,
                                      std::vector<double> otherwise);
/// A table of shares by quarter ("2019.1" to "2019.4").
QuarterDensity reference_quarters(const ReferenceTable& table, const Parameters& parameters);

inline constexpr Day no_day = std::numeric_limits<Day>::min();

/// The ratio for two birth dates that are both known to the day: the spread of two records of one
/// birth date over how many are born on such days.
class BirthDates {
 public:
  explicit BirthDates(const Preparation& preparation);
  double ratio(Day left, Day right) const;

 private:
  QuarterDensity births_;
  std::vector<double> per_day_;  // by days apart, up to a year
  double unrelated_;
};

/// Density of two records' distance in days, by days apart, for dates of two widths.
std::vector<double> distance_density(const DayBoxes& boxes);

/// What both forms explain alike.
std::string date_text(const TraitTable& table, RowId row, Trait trait);
std::string age_text(const TraitTable& table, RowId row);

}  // namespace confronta
