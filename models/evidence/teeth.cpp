// Two dental charts: tooth by tooth what an earlier chart became against what mouths at large look
// like, with the mouth's kind as a common cause. docs/method/teeth.md has the formulas.

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "models/evidence/common/missing.h"
#include "models/evidence/common/mouths.h"
#include "models/evidence/common/tooth_changes.h"
#include "models/evidence/common/tooth_surfaces.h"
#include "models/registry.h"
#include "models/stats/portable_math.h"
#include "models/stats/quick_log10.h"

namespace confronta {
namespace {

constexpr std::size_t teeth = 32;
constexpr std::size_t states = static_cast<std::size_t>(ToothState::count);
constexpr std::size_t mouths = mouth_kinds.size();
// Years between two charts, in bands, and the years that stand for each; the last: not known.
constexpr std::size_t year_bands = 5;
constexpr std::array<double, 3> band_ends{1, 3, 7};
constexpr std::array<double, year_bands - 1> band_years{0.5, 2, 5, 12};

// The chart of a row: of several the one with most teeth, the first of equals.
const Observation* chart_of(const TraitTable& table, RowId row) {
  const Observation* best = nullptr;
  std::ptrdiff_t most = 0;
  for (const Observation& o : table.observations(row, Trait::teeth)) {
    const auto* chart = std::get_if<ToothChart>(&o.value);
    if (!chart) continue;
    const auto known =
        static_cast<std::ptrdiff_t>(teeth) -
        std::count(chart->state.begin(), chart->state.end(), ToothState::no_information);
    if (known > most) {
      best = &o;
      most = known;
    }
  }
  return best;
}

std::optional<double> middle_day(const TraitTable& table, RowId row,
                                 std::initializer_list<Trait> traits) {
  for (Trait trait : traits)
    if (const auto* days = table.value<DateInterval>(row, trait))
      return (static_cast<double>(days->from) + days->to) / 2;
  return std::nullopt;
}

AgeBand age_band(const TraitTable& table, RowId row, double adult_from) {
  const auto* age = table.value<Interval>(row, Trait::age);
  if (!age) return AgeBand::unknown;
  return (age->low + age->high) / 2 < adult_from ? AgeBand::young : AgeBand::adult;
}

// When a chart was made, or the last day on which its person's teeth could change.
std::optional<double> chart_day(const TraitTable& table, RowId row) {
  return table.row(row).kind == SubjectKind::remains
             ? middle_day(table, row, {Trait::death_date, Trait::found_date, Trait::intake_date})
             : middle_day(table, row, {Trait::teeth_date});
}

std::vector<Mouths::Charted> charts_of(const TraitTable& table, const Parameters& parameters) {
  const double adult_from = parameters["teeth.adult_from"];
  std::vector<Mouths::Charted> charts;
  for (RowId row = 0; row < table.size(); ++row)
    if (const Observation* o = chart_of(table, row))
      charts.push_back({&std::get<ToothChart>(o->value), age_band(table, row, adult_from)});
  return charts;
}

void estimate(const Estimation& in, ReferenceSet& reference) {
  const auto charts = charts_of(in.right, in.parameters);
  const auto table = [&](std::string_view name) -> ReferenceTable& {
    ReferenceTable& t = reference.table(table_name(in.relation, "teeth." + std::string{name}));
    t.count = static_cast<double>(charts.size());
    t.origin = charts.empty() ? "fallback" : "estimated";
    return t;
  };
  Mouths population{in.parameters};
  population.fit(charts, in.parameters);
  population.write(table("mouths"), table("states"));
  ReferenceTable& surfaces = table("surfaces");
  for (const Mouths::Charted& charted : charts) ToothSurfaces::count(*charted.chart, surfaces);
}

class TeethEvidence final : public Evidence {
 public:
  explicit TeethEvidence(const Preparation& in);
  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override;
  Finding explain(RowId left, RowId right) const override;

 private:
  struct Side {
    const Observation* observation = nullptr;
    const ToothChart* chart = nullptr;
    AgeBand age = AgeBand::unknown;
    std::optional<double> day;
  };
  struct RightSide : Side {
    std::array<double, mouths> p_h2{};  // P(chart | kind of mouth)
    double mixed_h2 = 0;
  };
  // P(later state | earlier state, kind of mouth) by tooth, for one left row.
  using Expectation = std::array<std::array<std::array<double, states>, teeth>, mouths>;
  struct Scratch {
    std::uint64_t turn = 0;
    std::array<double, mouths> belongs{};
    std::array<std::uint64_t, year_bands * age_band_count> ready{};
    std::array<Expectation, year_bands * age_band_count> expected;
  };

  void read(const TraitTable& table, RowId row, Side& side, double adult_from) const;
  std::size_t years_band(const Side& left, const Side& right) const;
  void begin(const Side& left, Scratch& scratch) const;
  const Expectation& expectation(const Side& left, const Side& right, Scratch& scratch) const;
  void expect(const Side& left, AgeBand age, std::size_t band, Expectation& expected) const;
  double lr(const Side& left, const RightSide& right, Scratch& scratch) const;
  Finding tooth_finding(std::size_t tooth, const Side& left, const RightSide& right,
                        Scratch& scratch) const;

  const TraitTable& left_table_;
  const TraitTable& right_table_;
  Mouths population_;
  ToothSurfaces surfaces_;
  double error_;     // of one of the two charts at one tooth
  double mixed_up_;  // the chart is another person's
  std::array<std::array<ToothChanges, 2>, year_bands> changes_{};  // [band][third molar]
  std::vector<Side> left_;
  std::vector<RightSide> right_;
};

TeethEvidence::TeethEvidence(const Preparation& in)
    : left_table_(in.left),
      right_table_(in.right),
      population_(in.reference.find(table_name(in.relation, "teeth.mouths")),
                  in.reference.find(table_name(in.relation, "teeth.states")), in.parameters),
      surfaces_(in.reference.find(table_name(in.relation, "teeth.surfaces")), in.parameters),
      mixed_up_(in.parameters["teeth.mixed_up"]),
      left_(in.left.size()),
      right_(in.right.size()) {
  const double error = in.parameters["teeth.charting_error"];
  error_ = 1 - (1 - error) * (1 - error);
  for (std::size_t band = 0; band < year_bands; ++band) {
    const double years =
        band < band_years.size() ? band_years[band] : in.parameters["teeth.years_unknown"];
    for (const bool third : {false, true})
      changes_[band][third ? 1 : 0] = tooth_changes(years, third, in.parameters);
  }
  const double adult_from = in.parameters["teeth.adult_from"];
  for (RowId row = 0; row < in.left.size(); ++row) read(in.left, row, left_[row], adult_from);
  for (RowId row = 0; row < in.right.size(); ++row) {
    RightSide& side = right_[row];
    read(in.right, row, side, adult_from);
    if (!side.chart) continue;
    for (std::size_t m = 0; m < mouths; ++m) {
      side.p_h2[m] = population_.probability({side.chart, side.age}, m);
      side.mixed_h2 += population_.share(m) * side.p_h2[m];
    }
  }
}

void TeethEvidence::read(const TraitTable& table, RowId row, Side& side, double adult_from) const {
  side.observation = chart_of(table, row);
  if (!side.observation) return;
  side.chart = &std::get<ToothChart>(side.observation->value);
  side.age = age_band(table, row, adult_from);
  side.day = chart_day(table, row);
}

std::size_t TeethEvidence::years_band(const Side& left, const Side& right) const {
  if (!left.day || !right.day) return year_bands - 1;
  const double years = std::fabs(*right.day - *left.day) / days_per_year;
  return static_cast<std::size_t>(std::upper_bound(band_ends.begin(), band_ends.end(), years) -
                                  band_ends.begin());
}

// Which kind of mouth the left chart belongs to.
void TeethEvidence::begin(const Side& left, Scratch& scratch) const {
  ++scratch.turn;
  double all = 0;
  for (std::size_t m = 0; m < mouths; ++m)
    all += scratch.belongs[m] =
        population_.share(m) * population_.probability({left.chart, left.age}, m);
  for (double& p : scratch.belongs) p /= all;
}

// P(later state) = sum over truths before of P(before | charted) x [(1 - error) P(after | before) +
// error P(after)]: an error puts any tooth of such a mouth there.
void TeethEvidence::expect(const Side& left, AgeBand age, std::size_t band,
                           Expectation& expected) const {
  for (std::size_t m = 0; m < mouths; ++m)
    for (std::size_t tooth = 0; tooth < teeth; ++tooth) {
      const std::size_t kind = tooth_kind(tooth, age);
      const TruthShares& shares = population_.truths(m, kind);
      const ToothState charted = left.chart->state[tooth];
      TruthShares later = shares;
      if (charted != ToothState::no_information) {
        const std::uint32_t set = truths_of(charted);
        const double in_set = share_of(shares, set);
        const ToothChanges& changes = changes_[band][kind >= 4 ? 1 : 0];
        for (std::size_t after = 0; after < truth_count; ++after) {
          double p = 0;
          for (std::size_t before = 0; before < truth_count; ++before)
            if (set >> before & 1U) p += shares[before] / in_set * changes[before][after];
          later[after] = (1 - error_) * p + error_ * shares[after];
        }
      }
      for (std::size_t s = 0; s < states; ++s)
        expected[m][tooth][s] = s == static_cast<std::size_t>(ToothState::no_information)
                                    ? 1
                                    : share_of(later, truths_of(static_cast<ToothState>(s)));
    }
}

const TeethEvidence::Expectation& TeethEvidence::expectation(const Side& left, const Side& right,
                                                             Scratch& scratch) const {
  const std::size_t band = years_band(left, right);
  const std::size_t at = band * age_band_count + static_cast<std::size_t>(right.age);
  if (scratch.ready[at] != scratch.turn) {
    expect(left, right.age, band, scratch.expected[at]);
    scratch.ready[at] = scratch.turn;
  }
  return scratch.expected[at];
}

double TeethEvidence::lr(const Side& left, const RightSide& right, Scratch& scratch) const {
  const Expectation& expected = expectation(left, right, scratch);
  double h1 = 0;
  for (std::size_t m = 0; m < mouths; ++m) {
    double p = scratch.belongs[m];
    for (std::size_t tooth = 0; tooth < teeth; ++tooth)
      p *= expected[m][tooth][static_cast<std::size_t>(right.chart->state[tooth])];
    h1 += p;
  }
  const double surfaces = surfaces_.ratio(*left.chart, *right.chart);
  return (1 - mixed_up_) * h1 / right.mixed_h2 * surfaces + mixed_up_;
}

void TeethEvidence::add(RowId left, std::span<const RowId> right, std::span<Score> sum) const {
  if (!left_[left].chart) return;
  static thread_local Scratch scratch;
  begin(left_[left], scratch);
  for (std::size_t k = 0; k < right.size(); ++k)
    if (right_[right[k]].chart)
      sum[k] += Score::from_log10(quick_log10(lr(left_[left], right_[right[k]], scratch)));
}

std::string word_of(ToothState state) { return "@tooth." + std::string{tooth_state_name(state)}; }

enum class Comparison { same, change, contradiction };

Comparison compare(ToothState before, ToothState after) {
  const std::uint32_t from = truths_of(before);
  const std::uint32_t to = truths_of(after);
  if ((from & to) != 0) return Comparison::same;
  for (std::size_t b = 0; b < truth_count; ++b)
    for (std::size_t a = 0; a < truth_count; ++a)
      if ((from >> b & 1U) && (to >> a & 1U) && is_explainable(b, a)) return Comparison::change;
  return Comparison::contradiction;
}

Finding TeethEvidence::tooth_finding(std::size_t tooth, const Side& left, const RightSide& right,
                                     Scratch& scratch) const {
  const Expectation& expected = expectation(left, right, scratch);
  const ToothState before = left.chart->state[tooth];
  const ToothState after = right.chart->state[tooth];
  double h1 = 0;
  double h2 = 0;
  for (std::size_t m = 0; m < mouths; ++m) {
    h1 += scratch.belongs[m] * expected[m][tooth][static_cast<std::size_t>(after)];
    h2 += population_.share(m) *
          share_of(population_.truths(m, tooth_kind(tooth, right.age)), truths_of(after));
  }
  Finding finding;
  finding.score = Score::from_log10(portable_log10(h1 / h2));
  finding.p_h1 = h1;
  finding.p_h2 = h2;
  switch (compare(before, after)) {
    case Comparison::same: finding.reason = "teeth.tooth_same"; break;
    case Comparison::change: finding.reason = "teeth.tooth_changed"; break;
    case Comparison::contradiction: finding.reason = "teeth.tooth_contradiction"; break;
  }
  finding.arguments = {std::to_string(fdi_number(static_cast<int>(tooth))), word_of(before),
                       word_of(after)};
  return finding;
}

Finding TeethEvidence::explain(RowId left, RowId right) const {
  const Side& l = left_[left];
  const RightSide& r = right_[right];
  if (!l.chart || !r.chart)
    return missing_finding(left_table_, left, right_table_, right, Trait::teeth);
  const auto scratch = std::make_unique<Scratch>();
  begin(l, *scratch);
  Finding finding;
  finding.score = Score::from_log10(quick_log10(lr(l, r, *scratch)));
  finding.left = {l.observation};
  finding.right = {r.observation};
  int compared = 0;
  std::array<int, 3> number{};
  for (std::size_t tooth = 0; tooth < teeth; ++tooth) {
    const ToothState before = l.chart->state[tooth];
    const ToothState after = r.chart->state[tooth];
    if (before == ToothState::no_information || after == ToothState::no_information) continue;
    ++compared;
    ++number[static_cast<std::size_t>(compare(before, after))];
    finding.details.push_back(tooth_finding(tooth, l, r, *scratch));
  }
  finding.reason = compared == 0 ? "teeth.no_tooth_in_common" : "teeth.compared";
  finding.arguments = {std::to_string(compared), std::to_string(number[0]),
                       std::to_string(number[1]), std::to_string(number[2])};
  return finding;
}

std::unique_ptr<Evidence> prepare(const Preparation& in) {
  return std::make_unique<TeethEvidence>(in);
}

}  // namespace

ModelFactory teeth_model() { return {&estimate, &prepare}; }

}  // namespace confronta
