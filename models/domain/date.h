#pragma once
// Civil dates: days since 1970-01-01, no zone, no clock.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace confronta {

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
using Day = std::int32_t;

/// A closed interval of days. A known date has from == to.
struct DateInterval {
  Day from = 0;
  Day to = 0;

  bool operator==(const DateInterval&) const = default;
};

/// The day of a civil date; nothing if the calendar has no such date (31 February).
std::optional<Day> day_of(int year, int month, int day);
/// "YYYY-MM-DD" of a day.
std::string iso_date(Day day);
/// The day of a strict "YYYY-MM-DD"; nothing otherwise.
std::optional<Day> parse_iso_date(std::string_view text);
/// The civil year of a day.
int year_of(Day day);

inline constexpr double days_per_year = 365.2425;  // mean Gregorian year

}  // namespace confronta
