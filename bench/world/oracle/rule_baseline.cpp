#include "bench/world/oracle/rule_baseline.h"

#include <algorithm>
#include <cstdlib>

namespace confronta::world {

double rule_points(const ReportNote& report, const RemainsNote& remains) {
  double points = 0;
  if (report.sex != none && remains.sex != none && report.sex != remains.sex) points -= 100;
  if (report.age != none && remains.age_low != none &&
      (report.age < remains.age_low - 5 || report.age > remains.age_high + 5))
    points -= 100;
  const Day found = remains.found != no_day ? remains.found : remains.intake;
  if (report.event != no_day && found < report.event) points -= 100;
  if (report.state != none && report.state == remains.state) points += 10;
  if (report.stature != none && remains.stature != none) {
    const int off = std::abs(report.stature - remains.stature);
    points += off <= 5 ? 3 : off <= 10 ? 1 : 0;
  }
  for (const MarkNote& told : report.marks)
    points +=
        5 * (told.type == tattoo && told.content != none &&
             std::any_of(remains.marks.begin(), remains.marks.end(), [&](const MarkNote& seen) {
               return seen.type == tattoo && seen.content == told.content;
             }));
  return points;
}

}  // namespace confronta::world
