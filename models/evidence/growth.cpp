// The stature of remains where either side is a growing child, given the ages, which the dates
// count. docs/method/growth.md.
//   LR = sum_a P(a | report, remains' age) f(h | a, report) / sum_a P(a | remains' age) f(h | a)

#include <algorithm>
#include <array>
#include <cmath>

#include "models/domain/number_text.h"
#include "models/evidence/common/findings.h"
#include "models/evidence/common/growing.h"
#include "models/evidence/common/observed.h"
#include "models/evidence/common/recorded_sex.h"
#include "models/evidence/common/tabulated.h"
#include "models/evidence/dates_model.h"
#include "models/registry.h"
#include "models/stats/latent_truth.h"
#include "models/stats/portable_math.h"
#include "models/stats/time_alive.h"

namespace confronta {
ModelFactory growth_model();

namespace {

constexpr int grown = 18;       // completed years from which the adult stature is taken as reached
constexpr double furthest = 3;  // SD of a reported stature from its age's mean
constexpr std::array<Trait, 5> traits{Trait::stature, Trait::age, Trait::age_at_report,
                                      Trait::birth_date, Trait::sex};

std::optional<double> stature_of(const TraitTable& table, RowId row) {
  const auto* stature = table.value<Interval>(row, Trait::stature);
  if (!stature) return std::nullopt;
  return std::nearbyint((stature->low + stature->high) / 2);
}

/// Weights of ages, those of adults as one: by completed years up to `grown`.
using Stages = std::array<double, grown + 1>;

/// The distribution of stature by sex (index in recorded_sexes) and completed years.
class Growth {
 public:
  explicit Growth(const Parameters& p) : variation_(p["growth.variation"]) {
    for (std::size_t sex = 0; sex < 2; ++sex) {
      const std::string name{recorded_sexes[sex]};
      for (int age = 0; age <= grown; ++age)
        mean_[sex][static_cast<std::size_t>(age)] =
            p["biology.stature_mean_" + name] *
            (age < grown ? p["growth." + name + '.' + std::to_string(age)] : 1);
    }
  }
  double mean(std::size_t sex, std::size_t age) const { return mean_[sex][age]; }
  double sd(std::size_t sex, std::size_t age) const { return variation_ * mean_[sex][age]; }

 private:
  double variation_;
  std::array<Stages, 2> mean_{};
};

class GrowthEvidence final : public TabulatedEvidence {
 public:
  explicit GrowthEvidence(const Preparation& in)
      : TabulatedEvidence(RowClasses{in.left, key(in, in.left)},
                          RowClasses{in.right, key(in, in.right)}),
        left_(in.left),
        right_(in.right),
        reader_(in.parameters),
        alive_(in.parameters),
        growth_(in.parameters),
        male_share_(in.parameters["biology.male_share_remains"]),
        outliers_(in.parameters["biology.stature_outliers"]),
        outlier_spread_(in.parameters["biology.stature_outlier_spread"]),
        reported_sd_(in.parameters["biology.stature_sd_stated"]),
        body_sd_(in.parameters["biology.stature_sd_body_length"]),
        other_sd_(in.parameters["biology.stature_sd_unstated"]) {
    const auto ages = [&](const char* table) {
      return reference_numbers(in.reference.find(table_name(in.relation, table)), age_names(),
                               reader_.ages().fallback());
    };
    among_ = ages("dates.ages");
    among_left_ = ages("dates.ages_left");
    for (std::uint32_t c = 0; c < right_classes().count(); ++c)
      seen_.push_back(c == 0 ? Seen{} : seen(right_classes().example(c)));
    for (std::uint32_t c = 0; c < left_classes().count(); ++c)
      reported_.push_back(c == 0 ? Reported{} : reported(left_classes().example(c)));
    tabulate();
  }

  Finding explain(RowId left, RowId right) const override {
    Finding finding = observed_finding(left_, left, traits, right_, right, traits);
    if (left_classes().of(left) == 0 || right_classes().of(right) == 0)
      return missing(std::move(finding), stature_of(right_, right) ? Trait::age : Trait::stature);
    if (!speaks(left, right)) {
      finding.reason = "growth.grown";
      return finding;
    }
    finding.score = score(left, right);
    finding.reason = leaning("growth", finding.score);
    finding.arguments = {fixed_text(stature_of(right_, right).value_or(0), 0)};
    return finding;
  }

 private:
  using Ages = std::vector<double>;

  /// Ages in the terms of the dates, sex, stature and whether a child: all that is read.
  static RowClasses::Key key(const Preparation& in, const TraitTable& table) {
    return [&table, reader = DatesReader{in.parameters}](RowId row) -> std::string {
      const bool remains = table.row(row).kind == SubjectKind::remains;
      const auto stature = stature_of(table, row);
      std::string age = reader.age_key(table, row);
      if (age.empty() || (remains && !stature)) return {};
      const bool child = is_growing(table, row);
      std::string key = std::move(age) + (child ? "c" : "a");
      if (!remains && !child) return key;  // of an adult the age alone is held against a child
      key += std::to_string(recorded_sex(table, row)) + ' ';
      if (stature) key += fixed_text(*stature, 0);
      return remains ? key + ' ' + std::string{table.code(row, Trait::stature_method)} : key;
    };
  }

  bool speaks(RowId left, RowId right) const {
    return is_growing(left_, left) || is_growing(right_, right);
  }

  /// What a class of reports says: the age at death, and how far the stature of the person lies
  /// from the mean of its age, in SD, give or take `spread`.
  struct Reported {
    Ages at_death;
    std::uint32_t sex = 2;  // of a child; an adult's is not part of the class
    double lead = 0;
    double spread = 1;
    bool stature = false;
  };
  /// What a class of remains says: P(age | remains), and f(h | sex, age) of anybody.
  struct Seen {
    Ages age;
    std::uint32_t sex = 2;
    double stature = 0;
    double error = 0;
    std::array<Stages, 2> anybody{};
    double h2 = 0;
  };

  Reported reported(RowId row) const {
    Reported r;
    Ages at_event = reader_.age(left_, row);
    for (std::size_t a = 0; a < at_event.size(); ++a) at_event[a] *= among_left_[a];
    normalise(at_event);
    r.at_death.assign(age_count, 0.0);
    for (std::size_t band = 0; band < TimeAlive::bands; ++band) {
      const auto& birthdays = alive_.birthdays(band);
      for (std::size_t n = 0; n < birthdays.size(); ++n)
        if (birthdays[n] > 0)
          for (std::size_t a = 0; a < at_event.size(); ++a)
            r.at_death[std::min<std::size_t>(a + n, age_count - 1)] +=
                alive_.shares()[band] * birthdays[n] * at_event[a];
    }
    if (!is_growing(left_, row)) return r;
    r.sex = recorded_sex(left_, row);
    const auto stature = stature_of(left_, row);
    r.stature = stature.has_value();
    if (!stature) return r;
    const auto then = std::min<std::size_t>(
        grown, static_cast<std::size_t>(std::max_element(at_event.begin(), at_event.end()) -
                                        at_event.begin()));
    const std::size_t sex = r.sex < 2 ? r.sex : 0;
    const double sd = growth_.sd(sex, then);
    const double trust = sd * sd / (sd * sd + reported_sd_ * reported_sd_);
    r.lead = trust * std::clamp((*stature - growth_.mean(sex, then)) / sd, -furthest, furthest);
    r.spread = std::sqrt(1 - trust);
    return r;
  }

  Seen seen(RowId row) const {
    Seen s;
    s.age = reader_.age(right_, row);
    s.sex = recorded_sex(right_, row);
    s.stature = *stature_of(right_, row);
    s.error = right_.code(row, Trait::stature_method) == "body_length" ? body_sd_ : other_sd_;
    for (std::size_t sex = 0; sex < 2; ++sex)
      for (std::size_t a = 0; a <= grown; ++a) s.anybody[sex][a] = density(s, sex, a, 0, 1);
    s.h2 = over(s.sex, [&](std::size_t sex) { return mean(among_, s.age, s.anybody[sex]); });
    return s;
  }

  double density(const Seen& s, std::size_t sex, std::size_t age, double lead,
                 double spread) const {
    const double sd = growth_.sd(sex, age);
    const double mean = growth_.mean(sex, age) + lead * sd;
    const double wide = std::sqrt(spread * spread * sd * sd + s.error * s.error);
    return (1 - outliers_) * normal_density(s.stature, mean, wide) +
           outliers_ * normal_density(s.stature, mean, outlier_spread_ * wide);
  }

  /// sum_a P(a) L(a) f(a) / sum_a P(a) L(a)
  static double mean(const Ages& among, const Ages& seen, const Stages& f) {
    double sum = 0;
    double all = 0;
    for (std::size_t a = 0; a < among.size(); ++a) {
      const double weight = among[a] * seen[a];
      sum += weight * f[std::min<std::size_t>(a, grown)];
      all += weight;
    }
    return sum / all;
  }

  /// Over a sex that is not known.
  template <class OfSex>
  double over(std::uint32_t sex, const OfSex& of_sex) const {
    if (sex < 2) return of_sex(sex);
    return male_share_ * of_sex(0) + (1 - male_share_) * of_sex(1);
  }

  double log10_lr(RowId left, RowId right) const override {
    if (!speaks(left, right)) return 0;
    const Reported& r = reported_[left_classes().of(left)];
    const Seen& s = seen_[right_classes().of(right)];
    const double h1 = over(r.sex < 2 ? r.sex : s.sex, [&](std::size_t sex) {
      if (!r.stature) return mean(r.at_death, s.age, s.anybody[sex]);
      Stages f;
      for (std::size_t a = 0; a <= grown; ++a) f[a] = density(s, sex, a, r.lead, r.spread);
      return mean(r.at_death, s.age, f);
    });
    return portable_log10(h1 / s.h2);
  }

  const TraitTable& left_;
  const TraitTable& right_;
  DatesReader reader_;
  TimeAlive alive_;
  Growth growth_;
  double male_share_, outliers_, outlier_spread_, reported_sd_, body_sd_, other_sd_;
  Ages among_, among_left_;
  std::vector<Reported> reported_;  // by class
  std::vector<Seen> seen_;
};

void estimate(const Estimation&, ReferenceSet&) {}  // the ages are those of the dates
std::unique_ptr<Evidence> prepare(const Preparation& in) {
  return std::make_unique<GrowthEvidence>(in);
}

}  // namespace

ModelFactory growth_model() { return {estimate, prepare}; }

}  // namespace confronta
