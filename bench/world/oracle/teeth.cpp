#include <algorithm>
#include <cmath>

#include "bench/world/oracle/clothes.h"
#include "bench/world/rates.h"
#include "bench/world/trait_model.h"

namespace confronta::world {
namespace {

constexpr int slots_per_side = tooth_states + 1;  // the last: no information
constexpr int usual_years = 4;  // between the chart and death, where there is no chart to ask

double charted_as(int written, int truth) {
  return (written == truth ? 1 - rates::tooth_error : 0) + rates::tooth_error / tooth_states;
}

}  // namespace

TeethOracle::TeethOracle(const OracleRecords& records) {
  joint_.resize(age_group_count * 3 * 4 * year_steps * slots_per_side * slots_per_side);
  constexpr std::array<int, 4> example{7, 4, 1, 0};  // positions of teeth 11, 14, 17, 18
  auto at = joint_.begin();
  for (int group = 0; group < age_group_count; ++group)
    for (int care = 0; care < 3; ++care)
      for (int kind = 0; kind < 4; ++kind) {
        const auto p = tooth_probabilities(example[kind], group, care);
        for (int years = 0; years < year_steps; ++years)
          for (int r = 0; r < slots_per_side; ++r)
            for (int m = 0; m < slots_per_side; ++m) {
              double sum = 0;
              for (int then = 0; then < tooth_states; ++then)
                for (int now = 0; now < tooth_states; ++now)
                  sum += p[then] * tooth_transition(then, now, years) *
                         (r == tooth_states ? 1 : charted_as(r, then)) *
                         (m == tooth_states ? 1 : charted_as(m, now));
              *at++ = sum;
            }
      }
  const auto marginal = [this](Chart& chart, bool report) {
    for (int group = 0; group < age_group_count; ++group)
      for (int care = 0; care < 3; ++care) {
        double product = care_probabilities[care];
        for (int t = 0; t < 32; ++t)
          product *=
              report ? tooth(group, care, t, usual_years, chart.mouth[t], Tooth::no_information)
                     : tooth(group, care, t, usual_years, Tooth::no_information, chart.mouth[t]);
        chart.probability[group] += product;
      }
  };
  for (const auto& note : records.reports) {
    Chart& chart = reports_.emplace_back();
    chart.charted = note.chart_day != no_day;
    if (!chart.charted) continue;
    const Day event = note.event != no_day ? note.event : note.reported;
    const int years = static_cast<int>(std::lround((event - note.chart_day) / days_per_year));
    chart.years = std::clamp(years, 0, year_steps - 1);
    chart.mouth = note.chart;
    marginal(chart, true);
  }
  for (const auto& note : records.remains) {
    Chart& chart = remains_.emplace_back();
    chart.charted = note.charted;
    chart.mouth = note.chart;
    if (chart.charted) marginal(chart, false);
  }
}

double TeethOracle::tooth(int group, int care, int position, int years, Tooth r, Tooth m) const {
  const auto side = [](Tooth t) {
    return t == Tooth::no_information ? tooth_states : static_cast<int>(t);
  };
  const int kind = (group * 3 + care) * 4 + tooth_class(position);
  return joint_[((kind * year_steps + years) * slots_per_side + side(r)) * slots_per_side +
                side(m)];
}

void TeethOracle::report_emission(std::size_t report, PerGroup& p) const {
  const Chart& chart = reports_[report];
  if (!chart.charted) return;
  for (int i = 0; i < group_states; ++i) p[i] *= chart.probability[i % age_group_count];
}

void TeethOracle::remains_emission(std::size_t remains, PerGroup& p) const {
  const Chart& chart = remains_[remains];
  if (!chart.charted) return;
  for (int i = 0; i < group_states; ++i) p[i] *= chart.probability[i % age_group_count];
}

void TeethOracle::couple(std::size_t report, std::size_t remains, PerGroup& c) const {
  const Chart& left = reports_[report];
  const Chart& right = remains_[remains];
  if (!left.charted || !right.charted) return;
  for (int group = 0; group < age_group_count; ++group) {
    double both = 0;
    for (int care = 0; care < 3; ++care) {
      double product = care_probabilities[care];
      for (int t = 0; t < 32; ++t)
        product *= tooth(group, care, t, left.years, left.mouth[t], right.mouth[t]);
      both += product;
    }
    const double ratio = both / (left.probability[group] * right.probability[group]);
    c[group_state(0, group)] *= ratio;
    c[group_state(1, group)] *= ratio;
  }
}

}  // namespace confronta::world
