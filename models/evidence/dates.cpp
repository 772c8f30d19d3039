// Birth, event, death and found dates, time since death and age: one model, since they hang
// together. What goes into the ReferenceSet, and what both forms of the model share; the forms are
// dates_identity.cpp and dates_symmetric.cpp. docs/method/dates.md.

#include <cmath>
#include <map>

#include "models/domain/number_text.h"
#include "models/evidence/dates_model.h"
#include "models/stats/latent_truth.h"
#include "models/stats/portable_math.h"

namespace confronta {
ModelFactory dates_model();

namespace {

using Likelihood = std::vector<double> (DatesReader::*)(const TraitTable&, RowId) const;
using Key = std::string (DatesReader::*)(const TraitTable&, RowId) const;

SeenRows seen(const TraitTable& table, const DatesReader& reader, Key key, Likelihood likelihood) {
  SeenRows rows{RowClasses{table, [&](RowId row) { return (reader.*key)(table, row); }}, {}};
  rows.likelihood.resize(rows.classes.count());
  for (std::uint32_t c = 1; c < rows.classes.count(); ++c)
    rows.likelihood[c] = (reader.*likelihood)(table, rows.classes.example(c));
  return rows;
}

std::vector<SeenTruth> counted(const SeenRows& rows) {
  std::vector<SeenTruth> counted;
  for (std::uint32_t c = 1; c < rows.classes.count(); ++c)
    counted.push_back({rows.likelihood[c], static_cast<double>(rows.classes.size(c))});
  return counted;
}

void write(ReferenceTable& table, const std::vector<std::string>& names,
           std::span<const double> numbers, double count) {
  for (std::size_t i = 0; i < names.size(); ++i) table.numbers[names[i]] = numbers[i];
  table.count = count;
  table.origin = count > 0 ? "estimated" : "fallback";
}

std::string quarter_name(int quarter) {
  return std::to_string(quarter / 4) + '.' + std::to_string(quarter % 4 + 1);
}

void write_quarters(ReferenceTable& table, const std::map<int, double>& records) {
  double count = 0;
  for (const auto& [quarter, n] : records) count += n;
  for (const auto& [quarter, n] : records) table.numbers[quarter_name(quarter)] = n / count;
  table.count = count;
  table.origin = count > 0 ? "estimated" : "fallback";
}

class Estimator {
 public:
  Estimator(const Estimation& estimation, ReferenceSet& reference)
      : estimation_(estimation),
        reference_(reference),
        reader_(estimation.parameters),
        pseudo_(estimation.parameters["common.pseudo_records"]) {}

  void run() {
    if (estimation_.relation == Relation::duplicate)
      births();
    else
      ages();
    if (estimation_.relation != Relation::duplicate) intervals();
    days();
    birth_dates();
  }

 private:
  ReferenceTable& table(std::string_view name) {
    return reference_.table(table_name(estimation_.relation, name));
  }
  static double records(const std::vector<SeenTruth>& seen) {
    double count = 0;
    for (const SeenTruth& one : seen) count += one.records;
    return count;
  }

  void ages() {
    const auto right = counted(seen_ages(estimation_.right, reader_));
    const auto among = fit_truth(right, reader_.ages().fallback(), pseudo_, age_count);
    write(table("dates.ages"), age_names(), among, records(right));
    if (is_symmetric(estimation_.relation)) return;
    write(table("dates.age_coverage"), age_names(), coverage(right, among, pseudo_),
          records(right));
    const auto left = counted(seen_ages(estimation_.left, reader_));
    write(table("dates.ages_left"), age_names(),
          fit_truth(left, reader_.ages().fallback(), pseudo_, age_count), records(left));
  }
  void births() {
    const auto seen = counted(seen_births(estimation_.right, reader_));
    const std::vector<double> even(DatesReader::birth_cells, 1.0);
    write(table("dates.birth_cells"), birth_names(),
          fit_truth(seen, even, pseudo_, DatesReader::birth_cells), records(seen));
  }
  void intervals() {
    const auto seen = counted(seen_intervals(estimation_.right, reader_));
    write(table("dates.interval"), interval_names(),
          fit_truth(seen, reader_.intervals().fallback(), pseudo_, interval_cells), records(seen));
  }
  /// Found dates, or event dates among reports.
  void days() {
    std::map<int, double> quarters;
    for (RowId row = 0; row < estimation_.right.size(); ++row)
      if (const auto day = reader_.day(estimation_.right, row);
          day && (day->width <= DayWidth::quarter || day->width == DayWidth::intake))
        ++quarters[QuarterDensity::quarter_of(day->anchor)];
    write_quarters(table("dates.days"), quarters);
  }
  /// Birth dates known to the day, by year, beside a bell of births.
  void birth_dates() {
    std::map<int, double> quarters;
    const double mean = estimation_.parameters["dates.birth_year_mean"];
    const double sd = estimation_.parameters["dates.birth_year_sd"];
    double count = 0;
    for (int year = 1900; year < 2030; ++year)
      for (int q = 0; q < 4; ++q)
        quarters[year * 4 + q] = pseudo_ * normal_density(year, mean, sd) / 4;
    for (RowId row = 0; row < estimation_.right.size(); ++row)
      if (const auto day = reader_.birth_day(estimation_.right, row)) {
        const int year = year_of(*day);
        for (int q = 0; q < 4; ++q) quarters[year * 4 + q] += 0.25;
        ++count;
      }
    ReferenceTable& births = table("dates.births");
    write_quarters(births, quarters);
    births.count = count;
    births.origin = count > 0 ? "estimated" : "fallback";
  }

  const Estimation& estimation_;
  ReferenceSet& reference_;
  DatesReader reader_;
  double pseudo_;
};

void estimate(const Estimation& estimation, ReferenceSet& reference) {
  Estimator{estimation, reference}.run();
}
std::unique_ptr<Evidence> prepare(const Preparation& preparation) {
  return is_symmetric(preparation.relation) ? symmetric_dates(preparation)
                                            : identity_dates(preparation);
}

}  // namespace

SeenRows seen_ages(const TraitTable& table, const DatesReader& reader) {
  return seen(table, reader, &DatesReader::age_key, &DatesReader::age);
}
SeenRows seen_intervals(const TraitTable& table, const DatesReader& reader) {
  return seen(table, reader, &DatesReader::interval_key, &DatesReader::interval);
}
SeenRows seen_births(const TraitTable& table, const DatesReader& reader) {
  return seen(table, reader, &DatesReader::birth_key, &DatesReader::birth);
}

std::vector<std::string> birth_names() {
  std::vector<std::string> names;
  for (std::size_t c = 0; c < DatesReader::birth_cells; ++c)
    names.push_back(std::to_string(1900 + c / 2) + (c % 2 == 0 ? ".1" : ".2"));
  return names;
}
std::vector<std::string> age_names() {
  std::vector<std::string> names;
  for (int age = 0; age < age_count; ++age) names.push_back(std::to_string(age));
  return names;
}

std::vector<double> reference_numbers(const ReferenceTable& table,
                                      const std::vector<std::string>& names,
                                      std::vector<double> otherwise) {
  if (!table.numbers.empty())
    for (std::size_t i = 0; i < names.size(); ++i) otherwise[i] = table.at(names[i]);
  normalise(otherwise);
  return otherwise;
}

QuarterDensity reference_quarters(const ReferenceTable& table, const Parameters& parameters) {
  std::vector<std::pair<int, double>> shares;
  for (const auto& [name, share] : table.numbers) {
    const auto point = name.find('.');
    const auto year = parse_number(name.substr(0, point));
    const auto quarter = parse_number(name.substr(point + 1));
    if (year && quarter)
      shares.emplace_back(static_cast<int>(*year) * 4 + static_cast<int>(*quarter) - 1, share);
  }
  const double pseudo = parameters["common.pseudo_records"];
  return {std::move(shares), pseudo / (table.count + pseudo)};
}

std::vector<double> distance_density(const DayBoxes& boxes) {
  double furthest = 0;
  for (const DayBox& box : boxes) furthest = std::max(furthest, box.high);
  std::vector<double> density(static_cast<std::size_t>(furthest) + 1, 0);
  for (const DayBox& box : boxes)
    for (std::size_t d = 0; d < density.size(); ++d)
      if (static_cast<double>(d) >= box.low && static_cast<double>(d) <= box.high)
        density[d] += box.weight / (box.high - box.low + 1);
  return density;
}

BirthDates::BirthDates(const Preparation& preparation)
    : births_(reference_quarters(
          preparation.reference.find(table_name(preparation.relation, "dates.births")),
          preparation.parameters)),
      unrelated_(preparation.parameters["dates.birth_unrelated"]) {
  const Parameters& p = preparation.parameters;
  per_day_ = distance_density(DateSpread{p["dates.birth_same_day"], p["dates.birth_one_day"],
                                         p["dates.birth_one_week"], p["dates.birth_one_month"],
                                         p["dates.birth_one_year"]}
                                  .boxes());
}

double BirthDates::ratio(Day left, Day right) const {
  const auto apart = static_cast<std::size_t>(std::abs(std::int64_t{left} - right));
  const double near = apart < per_day_.size() ? per_day_[apart] : 0;
  return (1 - unrelated_) * near / std::sqrt(births_.at(left) * births_.at(right)) + unrelated_;
}

std::string date_text(const TraitTable& table, RowId row, Trait trait) {
  const auto date = observed_date(table, row, trait);
  if (!date) return {};
  return date->from == date->to ? iso_date(date->from)
                                : iso_date(date->from) + " / " + iso_date(date->to);
}

std::string age_text(const TraitTable& table, RowId row) {
  const auto* age = table.value<Interval>(row, Trait::age);
  if (!age) age = table.value<Interval>(row, Trait::age_at_report);
  if (!age) return date_text(table, row, Trait::birth_date);
  const std::string low = fixed_text(age->low, 0);
  const std::string high = fixed_text(age->high, 0);
  return low == high ? low : low + '-' + high;
}

ModelFactory dates_model() { return {estimate, prepare}; }

}  // namespace confronta
