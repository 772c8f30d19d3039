// A report's event and age against remains' finding, time since death and age. With e the age at
// the event, d the days alive after it, p the days from death to finding, F - E = d + p:
//   LR = [(1-u) sum_k N_k(F - E) A_k / Z(E) + u sum_k h_k A_k],
//   N_k(x) = sum over d in band k of h(d) q(x - d) L_interval(x - d) / D_interval,
//   A_k = sum over ages of P(age at death | report, k) L_age / D_age,  Z(E) = sum_F w(F) N(F - E).

#include <algorithm>
#include <array>

#include "models/domain/number_text.h"
#include "models/evidence/common/findings.h"
#include "models/evidence/dates_model.h"
#include "models/stats/latent_truth.h"
#include "models/stats/quick_log10.h"
#include "models/stats/time_alive.h"

namespace confronta {
namespace {

constexpr std::size_t bands = TimeAlive::bands;
// A block of numbers by band; the last is their mean over the bands, for pairs without dates.
constexpr std::size_t block = bands + 1;
constexpr std::array<float, block> any_age{1, 1, 1, 1, 1, 1, 1, 1};
constexpr double least_coverage = 0.5;

constexpr std::array<Trait, 5> left_traits{Trait::event_date, Trait::report_date, Trait::birth_date,
                                           Trait::age, Trait::age_at_report};
constexpr std::array<Trait, 6> right_traits{Trait::found_date, Trait::intake_date,
                                            Trait::death_date, Trait::post_mortem_interval,
                                            Trait::birth_date, Trait::age};
constexpr std::array<Trait, 2> shown_traits{Trait::condition, Trait::age_method};

/// The densities of N by band, for remains of one interval class whose dates are exact.
class Chain {
 public:
  Chain(const TimeAlive& alive, std::vector<double> interval_shares)
      : shares_(std::move(interval_shares)) {
    const LagGrid& grid = LagGrid::instance();
    const auto edges = interval_edges();
    overlap_.assign(bands, std::vector<double>(grid.count() * interval_cells, 0));
    for (std::size_t c = 0; c < grid.count(); ++c)
      for (const TimeAlive::Point& point : alive.points()) {
        const double from = std::max(0.0, grid.edge(c) - point.days);
        const double to = grid.edge(c + 1) - point.days;
        if (to <= 0) break;
        for (std::size_t p = 0; p < interval_cells && edges[p] < to; ++p) {
          const double common = std::min(to, edges[p + 1]) - std::max(from, edges[p]);
          if (common > 0)
            overlap_[point.band][c * interval_cells + p] +=
                point.weight * common / (edges[p + 1] - edges[p]) / grid.width(c);
        }
      }
  }

  /// Densities of F - E by band, given the relative likelihood of each interval.
  std::vector<LagDensity> densities(const std::vector<double>& relative,
                                    const DayBoxes& errors) const {
    const LagGrid& grid = LagGrid::instance();
    std::vector<double> weight(interval_cells);
    for (std::size_t p = 0; p < interval_cells; ++p) weight[p] = shares_[p] * relative[p];
    std::vector<LagDensity> all;
    for (std::size_t k = 0; k < bands; ++k) {
      std::vector<double> per_day(grid.count());
      for (std::size_t c = 0; c < grid.count(); ++c)
        per_day[c] =
            dot(std::span{overlap_[k]}.subspan(c * interval_cells, interval_cells), weight);
      all.push_back(LagDensity{std::move(per_day)}.smeared(errors));
    }
    return all;
  }
  const std::vector<double>& shares() const { return shares_; }

 private:
  std::vector<double> shares_;
  std::vector<std::vector<double>> overlap_;  // by band: cell x interval
};

class IdentityDates final : public Evidence {
 public:
  explicit IdentityDates(const Preparation& preparation)
      : left_table_(preparation.left),
        right_table_(preparation.right),
        reader_(preparation.parameters),
        alive_(preparation.parameters),
        births_(preparation),
        unrelated_(preparation.parameters["dates.unrelated"]) {
    prepare_ages(preparation);
    prepare_times(preparation);
  }

  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override {
    const Left& l = left_[left];
    if (!l.time && !l.age && l.birth == no_day) return;
    for (std::size_t k = 0; k < right.size(); ++k) sum[k] += score(l, right_[right[k]]);
  }

  Finding explain(RowId left, RowId right) const override;

 private:
  struct Left {
    Day anchor = 0;
    std::uint32_t width = 0;
    bool time = false;
    float period = 0;  // (1 - unrelated) / Z(E)
    std::uint32_t age = 0;
    Day birth = no_day;
  };
  struct Right {
    Day anchor = 0;
    std::uint32_t time = 0;  // 1 + number of the (width, interval) class; 0: unknown
    std::uint32_t age = 0;
    Day birth = no_day;
  };

  void prepare_ages(const Preparation& preparation);
  void prepare_times(const Preparation& preparation);
  void fill_block(std::size_t left_width, std::size_t time, const std::vector<LagDensity>& density);
  std::vector<double> age_at_death(const std::vector<double>& at_event, std::size_t band) const;

  bool compares_births(const Left& l, const Right& r) const {
    return l.birth != no_day && r.birth != no_day;
  }
  const float* ages(const Left& l, const Right& r) const {
    return l.age && r.age && !compares_births(l, r)
               ? ages_.data() + (std::size_t{l.age} * right_ages_ + r.age) * block
               : any_age.data();
  }
  /// The chain of dates with the ages of each band (all 1: the dates alone).
  double chain(const Left& l, const Right& r, const float* age) const {
    if (!l.time || !r.time) return age[bands];
    const LagGrid& grid = LagGrid::instance();
    const auto apart = std::clamp<std::int64_t>(std::int64_t{r.anchor} - l.anchor, -100000, 100000);
    const float* n =
        times_[l.width].data() +
        ((r.time - 1) * (grid.count() + 1) + grid.cell(static_cast<std::int32_t>(apart))) * block;
    double sum = 0;
    for (std::size_t k = 0; k < bands; ++k) sum += double{n[k]} * age[k];
    return l.period * sum + unrelated_ * age[bands];
  }
  Score score(const Left& l, const Right& r) const {
    const float* age = ages(l, r);
    const bool births = compares_births(l, r);
    if (age == any_age.data() && !births && !(l.time && r.time)) return Score{};
    const double lr = chain(l, r, age) * (births ? births_.ratio(l.birth, r.birth) : 1.0);
    return Score::from_log10(quick_log10(lr));
  }

  void explain_ages(Finding& whole, RowId left, RowId right) const;
  void explain_times(Finding& whole, RowId left, RowId right) const;

  const TraitTable& left_table_;
  const TraitTable& right_table_;
  DatesReader reader_;
  TimeAlive alive_;
  BirthDates births_;
  double unrelated_;
  std::vector<Left> left_;
  std::vector<Right> right_;
  std::size_t right_ages_ = 0;
  std::vector<float> ages_;                           // left class x right class x block
  std::array<std::vector<float>, day_widths> times_;  // by left width: time x cell x block
};

std::vector<double> IdentityDates::age_at_death(const std::vector<double>& at_event,
                                                std::size_t band) const {
  std::vector<double> at_death(age_count, 0.0);
  const auto& birthdays = alive_.birthdays(band);
  for (std::size_t n = 0; n < birthdays.size(); ++n) {
    if (birthdays[n] == 0) continue;
    for (std::size_t age = 0; age < at_event.size(); ++age)
      at_death[std::min<std::size_t>(age + n, age_count - 1)] += at_event[age] * birthdays[n];
  }
  return at_death;
}

void IdentityDates::prepare_ages(const Preparation& preparation) {
  const auto table = [&](std::string_view name) -> const ReferenceTable& {
    return preparation.reference.find(table_name(preparation.relation, name));
  };
  const auto names = age_names();
  const auto among = reference_numbers(table("dates.ages"), names, reader_.ages().fallback());
  // Reports have their own ages: most newborns that are found were never reported.
  const auto among_left =
      reference_numbers(table("dates.ages_left"), names, reader_.ages().fallback());
  std::vector<double> covered(age_count, 1.0);
  if (const auto& coverage = table("dates.age_coverage"); !coverage.numbers.empty())
    for (std::size_t a = 0; a < names.size(); ++a) covered[a] = coverage.at(names[a], 1.0);

  SeenRows left = seen_ages(left_table_, reader_);
  SeenRows right = seen_ages(right_table_, reader_);
  for (auto& relative : right.likelihood) {
    const double whole = relative.empty() ? 1 : dot(among, relative);
    for (double& l : relative) l /= whole;
  }
  right_ages_ = right.classes.count();
  ages_.assign(left.classes.count() * right_ages_ * block, 1.0F);
  for (std::uint32_t l = 1; l < left.classes.count(); ++l) {
    auto& at_event = left.likelihood[l];
    for (std::size_t a = 0; a < at_event.size(); ++a) at_event[a] *= among_left[a];
    normalise(at_event);
    for (std::size_t k = 0; k < bands; ++k) {
      auto at_death = age_at_death(at_event, k);
      const double cover = std::max(dot(at_death, covered), least_coverage);
      for (double& p : at_death) p /= cover;
      for (std::uint32_t r = 1; r < right_ages_; ++r)
        ages_[(l * right_ages_ + r) * block + k] =
            static_cast<float>(dot(at_death, right.likelihood[r]));
    }
    for (std::uint32_t r = 1; r < right_ages_; ++r) {
      float* const by_band = ages_.data() + (l * right_ages_ + r) * block;
      double mean = 0;
      for (std::size_t k = 0; k < bands; ++k) mean += alive_.shares()[k] * by_band[k];
      by_band[bands] = static_cast<float>(mean);
    }
  }
  left_.resize(left_table_.size());
  right_.resize(right_table_.size());
  for (RowId row = 0; row < left_table_.size(); ++row) {
    left_[row].age = left.classes.of(row);
    left_[row].birth = reader_.birth_day(left_table_, row).value_or(no_day);
  }
  for (RowId row = 0; row < right_table_.size(); ++row) {
    right_[row].age = right.classes.of(row);
    right_[row].birth = reader_.birth_day(right_table_, row).value_or(no_day);
  }
}

void IdentityDates::fill_block(std::size_t left_width, std::size_t time,
                               const std::vector<LagDensity>& density) {
  const LagGrid& grid = LagGrid::instance();
  auto& numbers = times_[left_width];
  const std::size_t end = (time + 1) * (grid.count() + 1) * block;
  if (numbers.size() < end) numbers.resize(end, 0);
  for (std::size_t c = 0; c < grid.count(); ++c)
    for (std::size_t k = 0; k < bands; ++k)
      numbers[(time * (grid.count() + 1) + c) * block + k] = static_cast<float>(density[k].at(c));
}

void IdentityDates::prepare_times(const Preparation& preparation) {
  const Parameters& p = preparation.parameters;
  const auto table = [&](std::string_view name) -> const ReferenceTable& {
    return preparation.reference.find(table_name(preparation.relation, name));
  };
  const Chain chain{alive_, reference_numbers(table("dates.interval"), interval_names(),
                                              reader_.intervals().fallback())};
  const QuarterDensity found = reference_quarters(table("dates.days"), p);
  const DayBoxes errors =
      DateSpread{p["dates.event_same_day"], p["dates.event_one_day"], p["dates.event_one_week"],
                 p["dates.event_one_month"], p["dates.event_one_year"]}
          .boxes();

  const SeenRows intervals = seen_intervals(right_table_, reader_);
  // Classes of right rows by width and interval, and the widths that occur on the left.
  struct Time {
    std::size_t width;
    std::uint32_t interval;
  };
  std::vector<Time> times;
  std::vector<std::uint32_t> number(day_widths * intervals.classes.count(), 0);
  for (RowId row = 0; row < right_table_.size(); ++row) {
    const auto day = reader_.day(right_table_, row);
    if (!day) continue;
    const auto width = static_cast<std::size_t>(day->width);
    const std::uint32_t interval = intervals.classes.of(row);
    std::uint32_t& n = number[width * intervals.classes.count() + interval];
    if (n == 0) {
      times.push_back({width, interval});
      n = static_cast<std::uint32_t>(times.size());
    }
    right_[row].anchor = day->anchor;
    right_[row].time = n;
  }
  std::array<std::vector<RowId>, day_widths> of_width;
  for (RowId row = 0; row < left_table_.size(); ++row)
    if (const auto day = reader_.day(left_table_, row)) {
      left_[row].anchor = day->anchor;
      left_[row].width = static_cast<std::uint32_t>(day->width);
      left_[row].time = true;
      of_width[left_[row].width].push_back(row);
    }

  const std::vector<double> any_interval(interval_cells, 1.0);
  const double least_period = p["dates.least_period"] * found.typical();
  for (std::size_t w = 0; w < day_widths; ++w) {
    if (of_width[w].empty()) continue;
    const DayBoxes before = sum_of(errors, negated(reader_.boxes(static_cast<DayWidth>(w))));
    // Z(E): how much of the chain the period of the store's finds can hold.
    const LagGrid& grid = LagGrid::instance();
    std::vector<double> whole(grid.count(), 0);
    for (const LagDensity& density : chain.densities(any_interval, before))
      for (std::size_t c = 0; c < grid.count(); ++c) whole[c] += density.at(c);
    const LagDensity lag{std::move(whole)};
    for (const RowId row : of_width[w])
      left_[row].period = static_cast<float>(
          (1 - unrelated_) / std::max(found.expectation(lag, left_[row].anchor), least_period));
    for (std::size_t t = 0; t < times.size(); ++t) {
      std::vector<double> relative = any_interval;
      if (times[t].interval != 0) {
        relative = intervals.likelihood[times[t].interval];
        const double mean = dot(chain.shares(), relative);
        for (double& l : relative) l /= mean;
      }
      const DayBoxes& after = reader_.boxes(static_cast<DayWidth>(times[t].width));
      fill_block(w, t, chain.densities(relative, sum_of(before, after)));
    }
  }
}

Finding IdentityDates::explain(RowId left, RowId right) const {
  Finding finding =
      observed_finding(left_table_, left, left_traits, right_table_, right, right_traits);
  append_observations(finding.right, right_table_, right, shown_traits);
  const Left& l = left_[left];
  const Right& r = right_[right];
  const bool times = l.time && r.time;
  if (!times && !compares_births(l, r) && !(l.age && r.age))
    return missing(std::move(finding), !(l.time && r.time) ? Trait::event_date : Trait::age);
  finding.score = score(l, r);
  finding.reason = leaning("dates", finding.score);
  if (times) explain_times(finding, left, right);
  explain_ages(finding, left, right);
  return finding;
}

void IdentityDates::explain_times(Finding& whole, RowId left, RowId right) const {
  Finding time;
  const Left& l = left_[left];
  const Right& r = right_[right];
  time.score = Score::from_log10(quick_log10(chain(l, r, any_age.data())));
  append_observations(time.left, left_table_, left, std::span{left_traits}.first(2));
  append_observations(time.right, right_table_, right, std::span{right_traits}.first(4));
  const std::int64_t apart = std::int64_t{r.anchor} - l.anchor;
  time.arguments = {iso_date(l.anchor), iso_date(r.anchor),
                    std::to_string(apart < 0 ? -apart : apart)};
  time.reason = apart < 0 ? "dates.found_before" : "dates.interval";
  whole.details.push_back(std::move(time));
}

void IdentityDates::explain_ages(Finding& whole, RowId left, RowId right) const {
  const Left& l = left_[left];
  const Right& r = right_[right];
  Finding age;
  append_observations(age.left, left_table_, left, std::span{left_traits}.last(3));
  append_observations(age.right, right_table_, right, std::span{right_traits}.last(2));
  if (compares_births(l, r)) {
    age.score = Score::from_log10(quick_log10(births_.ratio(l.birth, r.birth)));
    age.reason = "dates.birth";
    age.arguments = {iso_date(l.birth), iso_date(r.birth)};
  } else if (l.age && r.age) {
    age.score = Score::from_log10(quick_log10(ages(l, r)[bands]));
    age.reason = "dates.age";
    const auto method = right_table_.code(right, Trait::age_method);
    age.arguments = {age_text(left_table_, left), age_text(right_table_, right),
                     word_argument(Trait::age_method, method.empty() ? "unknown_method" : method)};
  } else {
    return;
  }
  whole.details.push_back(std::move(age));
}

}  // namespace

std::unique_ptr<Evidence> identity_dates(const Preparation& preparation) {
  return std::make_unique<IdentityDates>(preparation);
}

}  // namespace confronta
