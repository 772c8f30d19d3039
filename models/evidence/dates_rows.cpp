#include "models/evidence/dates_rows.h"

#include <algorithm>
#include <cmath>

#include "models/domain/number_text.h"
#include "models/evidence/common/observed.h"
#include "models/stats/latent_truth.h"

namespace confronta {
namespace {

constexpr std::array<double, 6> width_days{1, 7, 31, 92, 366, 1830};
constexpr double widest = 2200;  // a date that may be anywhere in six years is unknown

bool is_remains(const TraitTable& table, RowId row) {
  return table.row(row).kind == SubjectKind::remains;
}

std::optional<RowDay> known(const DateInterval& days) {
  const double width = static_cast<double>(days.to) - days.from + 1;
  if (width < 1 || width > widest) return std::nullopt;
  std::size_t w = 0;
  while (w + 1 < width_days.size() && width_days[w] < width) ++w;
  const double middle = (static_cast<double>(days.from) + days.to) / 2;
  const double anchor = std::floor(middle - (width_days[w] - 1) / 2 + 0.5);
  return RowDay{static_cast<Day>(anchor), static_cast<DayWidth>(w)};
}

std::string number(double x) { return fixed_text(x, 0); }

/// Half years since 1900.
double half_years(double day) {
  static const double start = day_of(1900, 1, 1).value_or(0);
  return (day - start) / (days_per_year / 2);
}

}  // namespace

std::optional<DateInterval> observed_date(const TraitTable& table, RowId row, Trait trait) {
  constexpr Day month = 31;
  std::optional<DateInterval> hull;
  for (const DateInterval* date : observed_values<DateInterval>(table, row, trait)) {
    if (!hull) {
      hull = *date;
      continue;
    }
    const DateInterval wider{std::min(hull->from, date->from), std::max(hull->to, date->to)};
    if (wider.to - wider.from <= month) hull = wider;
  }
  return hull;
}

DatesReader::DatesReader(const Parameters& p)
    : ages_(p), intervals_(p), birth_wrong_(p["dates.birth_date_wrong"]) {
  for (std::size_t w = 0; w < width_days.size(); ++w) boxes_[w] = {{0, width_days[w] - 1, 1}};
  // The event lies before its report by the lags measured between both.
  const std::array<double, 7> lag{0,
                                  p["dates.report_lag_p25"],
                                  p["dates.report_lag_p50"],
                                  p["dates.report_lag_p75"],
                                  p["dates.report_lag_p90"],
                                  p["dates.report_lag_p95"],
                                  p["dates.report_lag_p99"]};
  constexpr std::array<double, 6> share{0.25, 0.25, 0.25, 0.15, 0.05, 0.05};
  DayBoxes& reported = boxes_[static_cast<std::size_t>(DayWidth::reported)];
  for (std::size_t i = 0; i < share.size(); ++i)
    reported.push_back({-lag[i + 1], -lag[i], share[i]});
  const double same = p["dates.intake_same_day"];
  const double within = p["dates.intake_within_three_days"];
  const double month = p["dates.intake_within_month"];
  boxes_[static_cast<std::size_t>(DayWidth::intake)] = {
      {0, 0, same}, {-3, -1, within}, {-30, -4, month}, {-365, -31, 1 - same - within - month}};
}

std::optional<DateInterval> DatesReader::days(const TraitTable& table, RowId row) const {
  if (!is_remains(table, row)) return observed_date(table, row, Trait::event_date);
  if (const auto found = observed_date(table, row, Trait::found_date)) return found;
  return observed_date(table, row, Trait::death_date);
}

std::optional<RowDay> DatesReader::day(const TraitTable& table, RowId row) const {
  if (const auto days = this->days(table, row))
    if (const auto day = known(*days)) return day;
  const bool remains = is_remains(table, row);
  const auto other = observed_date(table, row, remains ? Trait::intake_date : Trait::report_date);
  if (!other || other->to - other->from > 7) return std::nullopt;
  return RowDay{other->from, remains ? DayWidth::intake : DayWidth::reported};
}

std::optional<Day> DatesReader::birth_day(const TraitTable& table, RowId row) const {
  const auto birth = observed_date(table, row, Trait::birth_date);
  if (!birth || birth->to - birth->from > 0) return std::nullopt;
  return birth->from;
}

std::optional<std::array<double, 2>> DatesReader::stated_interval(const TraitTable& table,
                                                                  RowId row) const {
  if (const auto* stated = table.value<Interval>(row, Trait::post_mortem_interval))
    return std::array{nearest_interval_edge(std::max(0.0, stated->low)),
                      nearest_interval_edge(std::max(0.0, stated->high))};
  const auto death = observed_date(table, row, Trait::death_date);
  const auto found = observed_date(table, row, Trait::found_date);
  if (!death) return std::nullopt;
  if (!found) return std::array{0.0, 1.0};
  return std::array{nearest_interval_edge(std::max(0, found->from - death->to)),
                    nearest_interval_edge(std::max(0, found->to - death->from))};
}

std::string DatesReader::interval_key(const TraitTable& table, RowId row) const {
  if (!is_remains(table, row)) return {};
  if (const auto stated = stated_interval(table, row))
    return number((*stated)[0]) + '-' + number((*stated)[1]);
  const auto condition = table.code(row, Trait::condition);
  return condition == "burnt" || condition == "saponified" ? std::string{} : std::string{condition};
}

std::vector<double> DatesReader::interval(const TraitTable& table, RowId row) const {
  if (const auto stated = stated_interval(table, row))
    return intervals_.stated((*stated)[0], (*stated)[1]);
  return intervals_.condition(table.code(row, Trait::condition));
}

std::vector<DatesReader::AgeStatement> DatesReader::age_statements(const TraitTable& table,
                                                                   RowId row) const {
  using Kind = AgeStatement::Kind;
  std::vector<AgeStatement> all;
  const bool remains = is_remains(table, row);
  auto at = days(table, row);
  const auto reported = observed_date(table, row, Trait::report_date);
  if (!at && !remains) at = reported;
  if (const auto birth = observed_date(table, row, Trait::birth_date); birth && at) {
    const auto years = [](double days) { return std::max(0.0, std::floor(days / days_per_year)); };
    all.push_back({Kind::born,
                   years(static_cast<double>(at->from) - birth->to),
                   years(static_cast<double>(at->to) - birth->from),
                   {}});
  }
  const auto method = table.code(row, Trait::age_method);
  for (const Interval* age : observed_values<Interval>(table, row, Trait::age))
    all.push_back({remains ? Kind::opinion : Kind::stated, std::floor(age->low),
                   std::floor(age->high), remains ? method : std::string_view{}});
  if (!all.empty() || remains) return all;
  // An age given on the day of the report, brought back to the event.
  for (const Interval* age : observed_values<Interval>(table, row, Trait::age_at_report)) {
    double least = 0;
    double most = 0;
    if (at && reported) {
      least = std::max(0.0, (static_cast<double>(reported->from) - at->to) / days_per_year);
      most = std::max(0.0, (static_cast<double>(reported->to) - at->from) / days_per_year);
    } else if (at) {
      most = 20;  // asked for at an unknown time after the event
    }
    all.push_back({Kind::stated,
                   std::max(0.0, std::floor(age->low - most)),
                   std::max(0.0, std::floor(age->high - least)),
                   {}});
  }
  return all;
}

std::string DatesReader::age_key(const TraitTable& table, RowId row) const {
  std::string key;
  for (const AgeStatement& s : age_statements(table, row))
    key += number(static_cast<double>(s.kind)) + std::string{s.method} + ' ' + number(s.low) + '-' +
           number(s.high) + '|';
  return key;
}

// A birth date and a stated age that contradict each other are alternatives: either may be wrong.
std::vector<double> DatesReader::age(const TraitTable& table, RowId row) const {
  using Kind = AgeStatement::Kind;
  const auto statements = age_statements(table, row);
  std::vector<double> mean(age_count, 0.0);
  for (const AgeStatement& s : statements) {
    auto one = s.kind == Kind::opinion ? ages_.opinion(s.method, s.low, s.high)
               : s.kind == Kind::born  ? ages_.born_between(s.low, s.high)
                                       : ages_.stated(s.low, s.high);
    normalise(one);
    for (std::size_t a = 0; a < mean.size(); ++a)
      mean[a] += one[a] / static_cast<double>(statements.size());
  }
  return mean;
}

std::optional<std::array<int, 2>> DatesReader::birth_window(const TraitTable& table,
                                                            RowId row) const {
  if (const auto birth = observed_date(table, row, Trait::birth_date)) {
    const int first = static_cast<int>(std::floor(half_years(birth->from)));
    return std::array{first, static_cast<int>(std::floor(half_years(birth->to))) - first};
  }
  auto event = days(table, row);
  if (!event) event = observed_date(table, row, Trait::report_date);
  const auto statements = age_statements(table, row);
  if (!event || statements.empty()) return std::nullopt;
  const AgeStatement& s = statements.front();
  const double earliest = half_years(event->from) - 2 * (s.high + 1);
  const double latest = half_years(event->to) - 2 * s.low;
  const int first = static_cast<int>(std::nearbyint(earliest));
  return std::array{first, std::max(1, static_cast<int>(std::nearbyint(latest)) - first) - 1};
}

std::string DatesReader::birth_key(const TraitTable& table, RowId row) const {
  const auto window = birth_window(table, row);
  if (!window) return {};
  const bool dated = observed_date(table, row, Trait::birth_date).has_value();
  return (dated ? "b" : "a") + number((*window)[0]) + '+' + number((*window)[1]);
}

std::vector<double> DatesReader::birth(const TraitTable& table, RowId row) const {
  std::vector<double> likelihood(birth_cells, 0.0);
  const auto window = birth_window(table, row);
  if (!window) return std::vector<double>(birth_cells, 1.0);
  const bool dated = observed_date(table, row, Trait::birth_date).has_value();
  const int first = (*window)[0];
  const int last = first + (*window)[1];
  for (int c = 0; c < static_cast<int>(birth_cells); ++c) {
    // Years from the window: 0 inside it; before it the recorded age would be too young.
    const int before = c < first ? (first - c + 1) / 2 : 0;
    const int after = c > last ? (c - last + 1) / 2 : 0;
    const double error = ages_.difference(after - before);
    const double right = before + after == 0 ? 1.0 : 0.0;
    likelihood[static_cast<std::size_t>(c)] =
        (dated ? (1 - birth_wrong_) * right + birth_wrong_ * error : error) /
            static_cast<double>(last - first + 1) +
        1e-5;
  }
  return likelihood;
}

}  // namespace confronta
