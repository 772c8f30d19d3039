#include "bench/world/oracle/marks.h"

#include <algorithm>

#include "bench/world/rates.h"
#include "bench/world/trait_model.h"
#include "models/stats/portable_math.h"

namespace confronta::world {
namespace {

double rate(int type, int state) {
  return std::max(0.005, expected_marks(type, state / age_group_count, state % age_group_count));
}

// P(written region, side, content of both | one mark) over the product of their frequencies.
double likeness(const MarkNote& r, const MarkNote& m) {
  double ratio = 1;
  if (r.region != none && m.region != none) {
    const auto p = region_probabilities(r.type);
    const double e = rates::mark_region_error;
    const double both = both_written(p, p, e, e, r.region, m.region);
    ratio *= both / (p[r.region] * p[m.region]);
  }
  if (r.side != none && r.side != 0 && m.side != none && m.side != 0) {
    constexpr std::array<double, 2> even{0.5, 0.5};
    const double e = rates::mark_side_error;
    ratio *= both_written(even, even, e, e, r.side - 1, m.side - 1) / 0.25;
  }
  if (r.content != none && m.content != none) {
    const ContentRange range = contents_of(r.type);
    const double e = rates::mark_content_error, habit = 1.0 / range.count;
    const double p_r = contents()[r.content].probability, p_m = contents()[m.content].probability;
    const double seen_r = (1 - e) * p_r + e * habit, seen_m = (1 - e) * p_m + e * habit;
    const double same = r.content == m.content ? (1 - e) * (1 - e) * p_r : 0;
    const double both = same + (1 - e) * e * habit * (p_r + p_m) + e * e * habit * habit;
    ratio *= both / (seen_r * seen_m);
  }
  return ratio;
}

// Coefficients of nu^-k: the sum over matchings of k pairs. `left` marks, at most 12 `right` ones.
std::vector<double> matchings(const std::vector<MarkNote>& left, const std::vector<MarkNote>& right,
                              const std::vector<double>& seen, double told, double scale) {
  const std::size_t n = std::min<std::size_t>(right.size(), 12);
  std::vector<double> sum(std::size_t{1} << n);
  sum[0] = 1;
  for (std::size_t i = 0; i < left.size(); ++i) {
    std::vector<double> next(sum.size());
    for (std::size_t mask = 0; mask < sum.size(); ++mask) {
      if (sum[mask] == 0) continue;
      next[mask] += sum[mask] * (1 - seen[i]);
      if (seen[i] > 0)
        for (std::size_t j = 0; j < n; ++j)
          if ((mask >> j & 1) == 0)
            next[mask | std::size_t{1} << j] += sum[mask] * scale * likeness(left[i], right[j]);
    }
    sum = std::move(next);
  }
  std::vector<double> by_pairs(std::min(left.size(), n) + 1);
  for (std::size_t mask = 0; mask < sum.size(); ++mask) {
    if (sum[mask] == 0) continue;
    std::size_t pairs = 0;
    double rest = 1;
    for (std::size_t j = 0; j < n; ++j)
      (mask >> j & 1) != 0 ? void(++pairs) : void(rest *= 1 - told);
    by_pairs[pairs] += sum[mask] * rest;
  }
  return by_pairs;
}

double visible_half(int type, int portion) {
  if (portion == whole) return 1;
  double p = 0;
  for (std::size_t i = 0; i < regions().size(); ++i)
    if (regions()[i].half == portion) p += region_probabilities(type)[i];
  return p;
}

}  // namespace

MarkOracle::MarkOracle(const OracleRecords& records, const DateOracle& dates) {
  for (const auto& note : records.reports) {
    Side& side = reports_.emplace_back();
    side.told = note.marks_told;
    for (const auto& mark : note.marks) side.marks[mark.type].push_back(mark);
  }
  for (std::size_t i = 0; i < records.remains.size(); ++i) {
    const auto& note = records.remains[i];
    Side& side = remains_.emplace_back();
    side.told = note.marks_told;
    side.portion = note.portion;
    double all = 0;
    for (int c = 0; c < 9; ++c)
      if (rates::skin_left[c] > 0) {  // told: there was skin
        side.skin += dates.condition(i)[c] * rates::skin_left[c];
        all += dates.condition(i)[c];
      }
    if (all > 0) side.skin /= all;
    for (const auto& mark : note.marks) side.marks[mark.type].push_back(mark);
    for (int type = 0; type < mark_type_count; ++type) {
      const double seen = rates::mark_examined[type] * side.skin * visible_half(type, side.portion);
      for (int k = 0; k < group_states; ++k)
        side.unmatched[k] *= portable_exp(rate(type, k) * rates::mark_reported[type] * seen);
    }
  }
}

void MarkOracle::report_emission(std::size_t report, PerGroup& p) const {
  const Side& side = reports_[report];
  if (!side.told) return;
  for (int type = 0; type < mark_type_count; ++type)
    for (int i = 0; i < group_states; ++i) {
      const double nu = rate(type, i) * rates::mark_reported[type];
      p[i] *= portable_exp(-nu);
      for (std::size_t k = 0; k < side.marks[type].size(); ++k) p[i] *= nu;
    }
}

void MarkOracle::remains_emission(std::size_t remains, PerGroup& p) const {
  const Side& side = remains_[remains];
  if (!side.told) return;
  for (int type = 0; type < mark_type_count; ++type) {
    const double d = rates::mark_examined[type] * side.skin * visible_half(type, side.portion);
    const double stains = type == scar ? rates::mark_clutter * side.skin : 0;
    for (int i = 0; i < group_states; ++i) {
      const double nu = rate(type, i) * d + stains;
      p[i] *= portable_exp(-nu);
      for (std::size_t k = 0; k < side.marks[type].size(); ++k) p[i] *= nu;
    }
  }
}

void MarkOracle::couple(std::size_t report, std::size_t remains, PerGroup& c) const {
  const Side& left = reports_[report];
  const Side& right = remains_[remains];
  if (!left.told || !right.told) return;
  for (int i = 0; i < group_states; ++i) c[i] *= right.unmatched[i];
  for (int type = 0; type < mark_type_count; ++type) {
    if (left.marks[type].empty() && right.marks[type].empty()) continue;
    const double examined = rates::mark_examined[type] * right.skin;
    const double told = rates::mark_reported[type];
    std::vector<double> seen;
    for (const auto& mark : left.marks[type]) {
      const bool hidden = right.portion != whole && mark.region != none &&
                          regions()[mark.region].half != right.portion;
      seen.push_back(hidden ? 0 : examined);
    }
    const double shown = rates::scars * examined;
    const double own = type == scar ? shown / (shown + rates::mark_clutter * right.skin) : 1;
    const auto by_pairs = matchings(left.marks[type], right.marks[type], seen, told * own, own);
    for (int i = 0; i < group_states; ++i) {
      const double nu = rate(type, i);
      double sum = 0;
      for (std::size_t k = by_pairs.size(); k-- > 0;) sum = sum / nu + by_pairs[k];
      c[i] *= sum;
    }
  }
}

}  // namespace confronta::world
