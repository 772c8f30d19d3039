#include "bench/world/oracle.h"

#include <algorithm>
#include <cmath>

#include "bench/world/oracle/body.h"
#include "bench/world/oracle/clothes.h"
#include "bench/world/oracle/dates.h"
#include "bench/world/oracle/marks.h"
#include "bench/world/oracle/names.h"
#include "bench/world/oracle/places.h"
#include "bench/world/oracle/records.h"
#include "bench/world/oracle/rule_baseline.h"
#include "bench/world/rates.h"
#include "bench/world/trait_model.h"
#include "models/stats/portable_math.h"

namespace confronta::world {
namespace {

constexpr int ages = oldest + 1;
// P(record | sex, age) P(sex, age) / P(record), padded so that later ages may be asked for.
using Profile = std::array<float, 2 * (ages + DateOracle::years)>;
constexpr int stride = ages + DateOracle::years;

double age_of_report(const ReportNote& note, int age) {
  double p = 1;
  if (note.age != none) {
    double written = 0.0005;  // ages that no class of error gives
    for (const auto& [shift, probability] : rates::age_error)
      if (std::max(0, age + shift) == note.age) written += probability;
    p *= written;
  }
  if (note.birth != no_day) {
    const Day event = note.event != no_day ? note.event : note.reported;
    const int implied = static_cast<int>(std::floor((event - note.birth) / days_per_year));
    const int off = std::abs(implied - age);
    p *= off == 0 ? 1 - rates::birth_wrong : off <= 5 ? rates::birth_wrong / 10 : 0.0005;
  }
  return p;
}

double age_of_remains(const RemainsNote& note, int age) {
  if (note.age_low == none) return 1;
  const int width = note.age_high - note.age_low + 1;
  // Where no method was written, marks on the skin say that there was one.
  const bool bone = note.age_method == none ? !note.marks_told : note.age_method == 1;
  const double sd = bone ? rates::age_sd_skeletal : rates::age_sd_soft_tissue;
  return std::max(1e-9, band_probability((note.age_low - 1) / width, width, age, sd));
}

double sex_of_report(const ReportNote& note, int sex) {
  if (note.sex == none) return 1;
  return note.sex == sex ? 1 - rates::sex_wrong : rates::sex_wrong;
}

double sex_of_remains(const RemainsNote& note, int sex) {
  if (note.sex == none) return 1;
  constexpr std::array<double, 4> errors{rates::sex_error_soft_tissue, rates::sex_error_pelvis,
                                         rates::sex_error_skull, rates::sex_error_long_bones};
  const double unknown_method = 0.03;
  const double error = note.sex_method == none ? unknown_method : errors[note.sex_method];
  return note.sex == sex ? 1 - error : error;
}

}  // namespace

struct OracleScorer::Parts {
  explicit Parts(OracleRecords loaded)
      : records(std::move(loaded)),
        dates(records),
        places(records),
        body(records),
        marks(records, dates),
        clothes(records, dates),
        teeth(records),
        names(records) {
    // Men among the people who go missing and die, and among all reports.
    const double n = std::max<double>(1, static_cast<double>(records.reports.size()));
    const double found =
        std::min(1.0, rates::remains_with_report * static_cast<double>(records.remains.size()) / n);
    const double male_in_reports = found * rates::male_dead + (1 - found) * rates::male_reported;
    for (std::size_t i = 0; i < records.reports.size(); ++i) {
      PerGroup p = ones();
      emit(p, i, true);
      report_profiles.push_back(profile(p, male_in_reports, [&](int sex, int age) {
        return sex_of_report(records.reports[i], sex) * age_of_report(records.reports[i], age);
      }));
      report_ids.push_back(records.reports[i].source + ":" + records.reports[i].id);
    }
    for (std::size_t i = 0; i < records.remains.size(); ++i) {
      PerGroup p = ones();
      emit(p, i, false);
      // P(remains | sex, age) / P(remains): the prior is in the report's profile.
      remains_profiles.push_back(likelihood(p, [&](int sex, int age) {
        return sex_of_remains(records.remains[i], sex) * age_of_remains(records.remains[i], age);
      }));
      remains_ids.push_back(records.remains[i].source + ":" + records.remains[i].id);
      denominators.push_back(denominator(i));
    }
  }

  void emit(PerGroup& p, std::size_t i, bool report) const {
    const auto each = [&](const auto& part) {
      report ? part.report_emission(i, p) : part.remains_emission(i, p);
      double most = 0;  // densities of many values get small: only ratios matter
      for (double x : p) most = std::max(most, x);
      for (double& x : p) x /= most;
    };
    each(body), each(marks), each(clothes), each(teeth), each(names);
  }

  template <class Likelihood>
  static Profile profile(const PerGroup& groups, double male_among, Likelihood of) {
    Profile result{};
    double sum = 0;
    for (int sex = 0; sex < 2; ++sex)
      for (int age = 0; age < ages; ++age) {
        const double p =
            of(sex, age) * groups[group_state(sex, age_group(age))] * age_probabilities(sex)[age];
        sum += (sex == 0 ? male_among : 1 - male_among) * p;
        result[sex * stride + age] =
            static_cast<float>((sex == 0 ? rates::male_dead : 1 - rates::male_dead) * p);
      }
    for (float& x : result) x = static_cast<float>(x / sum);
    return result;
  }

  template <class Likelihood>
  static Profile likelihood(const PerGroup& groups, Likelihood of) {
    Profile result{};
    double sum = 0;
    for (int sex = 0; sex < 2; ++sex)
      for (int age = 0; age < stride; ++age) {
        const int lived = std::min(age, oldest);
        const double p = of(sex, age) * groups[group_state(sex, age_group(lived))];
        if (age <= oldest)
          sum += (sex == 0 ? rates::male_dead : 1 - rates::male_dead) *
                 age_probabilities(sex)[age] * p;
        result[sex * stride + age] = static_cast<float>(p);
      }
    for (float& x : result) x = static_cast<float>(x / sum);
    return result;
  }

  // P(dates and place of the remains) among all remains: some went missing, some did not.
  double denominator(std::size_t remains) const {
    const double unreported = (1 - rates::remains_with_report) * rates::unreported_found_at_once;
    return (1 - unreported) * dates.of_missing(remains) * places.of_missing(remains) +
           unreported * dates.of_unreported(remains) * places.of_unreported(remains);
  }

  OracleRecords records;
  DateOracle dates;
  PlaceOracle places;
  BodyOracle body;
  MarkOracle marks;
  ClothesOracle clothes;
  TeethOracle teeth;
  NameOracle names;
  std::vector<Profile> report_profiles, remains_profiles;
  std::vector<double> denominators;
  std::vector<std::string> report_ids, remains_ids;
};

OracleScorer::OracleScorer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
OracleScorer::OracleScorer(OracleScorer&&) noexcept = default;
OracleScorer::~OracleScorer() = default;

Result<OracleScorer> OracleScorer::load(const std::string& path) {
  auto records = read_oracle(path);
  if (!records) return records.error();
  return OracleScorer(std::make_unique<Parts>(std::move(records.value())));
}

const std::vector<std::string>& OracleScorer::reports() const { return parts_->report_ids; }
const std::vector<std::string>& OracleScorer::remains() const { return parts_->remains_ids; }

double OracleScorer::log10_lr(std::size_t report, std::size_t remains) const {
  constexpr double least = 1e-12;  // errors that no part of the world knows
  const Parts& p = *parts_;
  const ReportNote& r = p.records.reports[report];
  const RemainsNote& m = p.records.remains[remains];
  const auto years = p.dates.given_report(report, remains);
  double reachable = 0;
  for (double y : years) reachable += y;
  const double place = p.places.given_report(report, remains);
  const double when_and_where = reachable * place / p.denominators[remains];
  // Of a lot, dates and place are those of the one of its people who was found first: an even
  // chance that it is not this person.
  if (m.kind == lot) return portable_log10(0.5 + 0.5 * when_and_where);
  if (!(when_and_where > least)) return portable_log10(least);

  PerGroup shared{};  // sum over ages and years alive, before the couplings
  const Profile& left = p.report_profiles[report];
  const Profile& right = p.remains_profiles[remains];
  for (int year = 0; year < DateOracle::years; ++year) {
    if (years[year] < 1e-6 * reachable) continue;
    const double weight = years[year] / reachable;
    for (int sex = 0; sex < 2; ++sex)
      for (int age = 0; age < ages; ++age)
        shared[group_state(sex, age_group(age))] +=
            weight * left[sex * stride + age] * right[sex * stride + age + year];
  }
  PerGroup coupling = ones();
  p.body.couple(report, remains, coupling);
  p.marks.couple(report, remains, coupling);
  p.clothes.couple(report, remains, coupling);
  p.teeth.couple(report, remains, coupling);
  p.names.couple(report, remains, coupling);
  double sum = 0;
  for (int i = 0; i < group_states; ++i) sum += shared[i] * coupling[i];
  sum *= couple_blood(r, m) * couple_histories(r, m, p.dates.condition(remains));
  return portable_log10(std::max(least, sum * when_and_where));
}

double OracleScorer::rule_points(std::size_t report, std::size_t remains) const {
  return world::rule_points(parts_->records.reports[report], parts_->records.remains[remains]);
}

}  // namespace confronta::world
