// Two records of one table. Reports: two dates of one event, two statements of one birth. Remains:
// two dates of one finding (or of the findings of two parts), two opinions on one death and age.
//   LR = [(1-u) f(|x|) G / sqrt(w(l) w(r)) + u] x [births or ages],
// f the density of the distance x of two records of one date, w that of such dates in the store, u
// the share of pairs whose dates have nothing to do with each other.

#include <algorithm>
#include <array>
#include <cmath>

#include "models/domain/number_text.h"
#include "models/evidence/common/findings.h"
#include "models/evidence/dates_model.h"
#include "models/stats/latent_truth.h"
#include "models/stats/quick_log10.h"

namespace confronta {
namespace {

// Distances at which the time since death of two finds is compared: up to a day, week, month,
// quarter, year, and beyond; and the days taken for each.
constexpr std::array<std::size_t, 5> shift_ends{1, 7, 31, 92, 366};
constexpr std::array<double, 6> shift_days{0, 4, 16, 60, 180, 730};
constexpr std::size_t shifts = shift_days.size();

constexpr std::array<Trait, 4> report_traits{Trait::event_date, Trait::birth_date, Trait::age,
                                             Trait::age_at_report};
constexpr std::array<Trait, 6> remains_traits{Trait::found_date, Trait::intake_date,
                                              Trait::death_date, Trait::post_mortem_interval,
                                              Trait::birth_date, Trait::age};

/// sum_t P(t) L_a(t) L_b(t + shift) / (D_a D_b) for all pairs of classes; 1 where one is class 0.
std::vector<float> pair_ratios(const SeenRows& rows, const std::vector<double>& shares,
                               const std::vector<std::size_t>& shifted) {
  const std::size_t count = rows.classes.count();
  std::vector<std::vector<double>> relative(count);
  std::vector<std::vector<double>> moved(count);
  for (std::size_t c = 1; c < count; ++c) {
    relative[c] = rows.likelihood[c];
    const double mean = dot(shares, relative[c]);
    for (double& l : relative[c]) l /= mean;
    for (const std::size_t to : shifted) moved[c].push_back(relative[c][to]);
    for (std::size_t t = 0; t < shares.size(); ++t) relative[c][t] *= shares[t];
  }
  std::vector<float> ratios(count * count, 1.0F);
  for (std::size_t a = 1; a < count; ++a)
    for (std::size_t b = 1; b < count; ++b)
      ratios[a * count + b] = static_cast<float>(dot(relative[a], moved[b]));
  return ratios;
}

std::vector<std::size_t> in_place(std::size_t count) {
  std::vector<std::size_t> same(count);
  for (std::size_t t = 0; t < count; ++t) same[t] = t;
  return same;
}

/// The cell in which each interval lies `days` later.
std::vector<std::size_t> later(double days) {
  const auto edges = interval_edges();
  std::vector<std::size_t> cells;
  for (std::size_t c = 0; c < interval_cells; ++c) {
    const double then = (edges[c] + edges[c + 1] - 1) / 2 + days;
    std::size_t to = c;
    while (to + 1 < interval_cells && edges[to + 1] <= then) ++to;
    cells.push_back(to);
  }
  return cells;
}

class SymmetricDates final : public Evidence {
 public:
  explicit SymmetricDates(const Preparation& preparation)
      : table_(preparation.left),
        reader_(preparation.parameters),
        births_(preparation),
        reports_(preparation.relation == Relation::duplicate),
        rows_(table_.size()) {
    prepare_ages(preparation);
    prepare_days(preparation);
    if (!reports_) prepare_intervals(preparation);
  }

  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override {
    const Row& l = rows_[left];
    if (!l.dated && !l.age && l.birth == no_day) return;
    for (std::size_t k = 0; k < right.size(); ++k) sum[k] += score(l, rows_[right[k]]);
  }

  Finding explain(RowId left, RowId right) const override;

 private:
  struct Row {
    std::int64_t middle = 0;  // twice the middle day, so that it is whole
    bool dated = false;
    std::uint32_t width = 0;
    float rarity = 1;  // 1 / sqrt(density of such dates)
    std::uint32_t interval = 0;
    std::uint32_t age = 0;  // or class of birth
    Day birth = no_day;
  };

  void prepare_ages(const Preparation& preparation);
  void prepare_days(const Preparation& preparation);
  void prepare_intervals(const Preparation& preparation);

  static std::size_t days_apart(const Row& l, const Row& r) {
    const std::int64_t twice = l.middle < r.middle ? r.middle - l.middle : l.middle - r.middle;
    return static_cast<std::size_t>(twice / 2);
  }
  double days_ratio(const Row& l, const Row& r) const {
    if (!l.dated || !r.dated) return 1;
    const std::size_t apart = days_apart(l, r);
    const auto& density = distances_[l.width * day_widths + r.width];
    const double near = apart < density.size() ? density[apart] : 0;
    double chain = near * l.rarity * r.rarity;
    if (l.interval && r.interval) {
      std::size_t shift = 0;
      while (shift < shift_ends.size() && apart > shift_ends[shift]) ++shift;
      const bool in_order = l.middle <= r.middle;
      const std::size_t first = in_order ? l.interval : r.interval;
      const std::size_t second = in_order ? r.interval : l.interval;
      chain *= intervals_[shift][first * interval_classes_ + second];
    }
    return (1 - unrelated_) * chain + unrelated_;
  }
  double ages_ratio(const Row& l, const Row& r) const {
    if (l.birth != no_day && r.birth != no_day) return births_.ratio(l.birth, r.birth);
    return ages_[l.age * age_classes_ + r.age];
  }
  bool speaks(const Row& l, const Row& r) const {
    return (l.dated && r.dated) || (l.age && r.age) || (l.birth != no_day && r.birth != no_day);
  }
  Score score(const Row& l, const Row& r) const {
    if (!speaks(l, r)) return Score{};
    return Score::from_log10(quick_log10(days_ratio(l, r) * ages_ratio(l, r)));
  }

  const TraitTable& table_;
  DatesReader reader_;
  BirthDates births_;
  bool reports_;
  double unrelated_ = 0;
  std::vector<Row> rows_;
  std::size_t age_classes_ = 1;
  std::vector<float> ages_;
  std::size_t interval_classes_ = 1;
  std::array<std::vector<float>, shifts> intervals_;
  std::array<std::vector<double>, day_widths * day_widths> distances_;
};

void SymmetricDates::prepare_ages(const Preparation& preparation) {
  const auto table = [&](std::string_view name) -> const ReferenceTable& {
    return preparation.reference.find(table_name(preparation.relation, name));
  };
  const SeenRows seen = reports_ ? seen_births(table_, reader_) : seen_ages(table_, reader_);
  const auto shares =
      reports_ ? reference_numbers(table("dates.birth_cells"), birth_names(),
                                   std::vector<double>(DatesReader::birth_cells, 1.0))
               : reference_numbers(table("dates.ages"), age_names(), reader_.ages().fallback());
  age_classes_ = seen.classes.count();
  ages_ = pair_ratios(seen, shares, in_place(shares.size()));
  for (RowId row = 0; row < table_.size(); ++row) {
    rows_[row].age = seen.classes.of(row);
    rows_[row].birth = reader_.birth_day(table_, row).value_or(no_day);
  }
}

void SymmetricDates::prepare_days(const Preparation& preparation) {
  const Parameters& p = preparation.parameters;
  const std::string stem = preparation.relation == Relation::duplicate   ? "dates.event_"
                           : preparation.relation == Relation::same_body ? "dates.body_"
                                                                         : "dates.part_";
  const DayBoxes spread =
      DateSpread{p[stem + "same_day"], p[stem + "one_day"], p[stem + "one_week"],
                 p[stem + "one_month"], p[stem + "one_year"]}
          .boxes();
  unrelated_ = p[stem + "unrelated"];
  const QuarterDensity density = reference_quarters(
      preparation.reference.find(table_name(preparation.relation, "dates.days")), p);
  // An intake stands for the finding to about a week; a date of report for nothing here.
  const auto boxes = [&](std::size_t width) {
    const auto known = static_cast<DayWidth>(width);
    const DayBoxes even = reader_.boxes(known == DayWidth::intake ? DayWidth::week : known);
    const double middle = (even.front().low + even.front().high) / 2;
    return DayBoxes{{-std::floor(middle), std::ceil(middle), 1}};
  };
  std::array<bool, day_widths> occurs{};
  for (RowId row = 0; row < table_.size(); ++row) {
    const auto day = reader_.day(table_, row);
    if (!day || day->width == DayWidth::reported) continue;
    Row& r = rows_[row];
    r.width = static_cast<std::uint32_t>(day->width);
    const DayBoxes& own = reader_.boxes(day->width);
    const double span = day->width == DayWidth::intake ? 0 : own.front().low + own.front().high;
    r.middle = 2 * std::int64_t{day->anchor} + static_cast<std::int64_t>(span);
    r.dated = true;
    r.rarity = static_cast<float>(1 / std::sqrt(density.at(static_cast<Day>(r.middle / 2))));
    occurs[r.width] = true;
  }
  for (std::size_t a = 0; a < day_widths; ++a)
    for (std::size_t b = 0; b < day_widths; ++b)
      if (occurs[a] && occurs[b])
        distances_[a * day_widths + b] =
            distance_density(sum_of(spread, sum_of(boxes(a), boxes(b))));
}

void SymmetricDates::prepare_intervals(const Preparation& preparation) {
  const SeenRows seen = seen_intervals(table_, reader_);
  const auto shares = reference_numbers(
      preparation.reference.find(table_name(preparation.relation, "dates.interval")),
      interval_names(), reader_.intervals().fallback());
  interval_classes_ = seen.classes.count();
  for (std::size_t s = 0; s < shifts; ++s)
    intervals_[s] = pair_ratios(seen, shares, later(shift_days[s]));
  for (RowId row = 0; row < table_.size(); ++row) rows_[row].interval = seen.classes.of(row);
}

Finding SymmetricDates::explain(RowId left, RowId right) const {
  const std::span<const Trait> traits =
      reports_ ? std::span<const Trait>{report_traits} : std::span<const Trait>{remains_traits};
  Finding finding = observed_finding(table_, left, traits, table_, right, traits);
  const Row& l = rows_[left];
  const Row& r = rows_[right];
  if (!speaks(l, r))
    return missing(std::move(finding), reports_ ? Trait::event_date : Trait::found_date);
  finding.score = score(l, r);
  finding.reason = leaning("dates", finding.score);
  if (l.dated && r.dated) {
    Finding days;
    days.score = Score::from_log10(quick_log10(days_ratio(l, r)));
    days.reason = reports_ ? "dates.two_events" : "dates.two_finds";
    days.arguments = {iso_date(static_cast<Day>(l.middle / 2)),
                      iso_date(static_cast<Day>(r.middle / 2)), std::to_string(days_apart(l, r))};
    finding.details.push_back(std::move(days));
  }
  if (l.birth != no_day && r.birth != no_day) {
    Finding birth;
    birth.score = Score::from_log10(quick_log10(ages_ratio(l, r)));
    birth.reason = "dates.birth";
    birth.arguments = {iso_date(l.birth), iso_date(r.birth)};
    finding.details.push_back(std::move(birth));
  } else if (l.age && r.age) {
    Finding age;
    age.score = Score::from_log10(quick_log10(ages_ratio(l, r)));
    age.reason = "dates.two_ages";
    age.arguments = {age_text(table_, left), age_text(table_, right)};
    finding.details.push_back(std::move(age));
  }
  return finding;
}

}  // namespace

std::unique_ptr<Evidence> symmetric_dates(const Preparation& preparation) {
  return std::make_unique<SymmetricDates>(preparation);
}

}  // namespace confronta
