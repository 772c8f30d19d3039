#include "models/evidence/common/outfit_kept.h"

#include <algorithm>
#include <optional>

#include "models/evidence/dates_model.h"
#include "models/stats/day_lags.h"
#include "models/stats/latent_truth.h"

namespace confronta {
namespace {

constexpr std::array<double, OutfitKept::bands - 1> band_ends{3, 30, 180};  // days

std::size_t band_of(double days) {
  std::size_t band = 0;
  for (const double end : band_ends) band += days > end ? 1 : 0;
  return band;
}

/// The middle of a day that is known to a quarter of a year.
std::optional<Day> middle(const DatesReader& reader, const TraitTable& table, RowId row) {
  const auto day = reader.day(table, row);
  if (!day) return std::nullopt;
  const bool near = day->width <= DayWidth::quarter || day->width >= DayWidth::reported;
  if (!near) return std::nullopt;
  if (day->width >= DayWidth::reported) return day->anchor;
  const DayBox& box = reader.boxes(day->width).front();
  return day->anchor + static_cast<Day>((box.low + box.high) / 2);
}

}  // namespace

OutfitKept::OutfitKept(const Preparation& in, const ByBand& clothing, const ByBand& belongings)
    : kept_{clothing, belongings}, alive_(in.parameters), cells_(LagGrid::instance().count()) {
  const DatesReader reader{in.parameters};
  for (std::size_t band = 0; band < bands; ++band) {
    std::array<double, bands> certain{};
    certain[band] = 1;
    lived_[band] = chances(certain);
  }
  std::array<double, bands> anyone{};
  for (const TimeAlive::Point& point : alive_.points()) anyone[band_of(point.days)] += point.weight;
  any_ = chances(anyone);

  for (RowId row = 0; row < in.left.size(); ++row) {
    const auto day = middle(reader, in.left, row);
    seen_.push_back({day.has_value(), day.value_or(0)});
  }
  const SeenRows intervals = seen_intervals(in.right, reader);
  for (RowId row = 0; row < in.right.size(); ++row) {
    const auto death = observed_date(in.right, row, Trait::death_date);
    const auto day = middle(reader, in.right, row);
    if (death)
      found_.push_back({0, true, true, death->from + (death->to - death->from) / 2});
    else
      found_.push_back({intervals.classes.of(row), day.has_value(), false, day.value_or(0)});
  }
  const auto shares =
      reference_numbers(in.reference.find(table_name(in.relation, "dates.interval")),
                        interval_names(), reader.intervals().fallback());
  by_lag_.resize(intervals.classes.count() * cells_);
  for (std::uint32_t c = 0; c < intervals.classes.count(); ++c)
    tabulate(c, shares,
             c == 0 ? std::vector<double>(interval_cells, 1.0) : intervals.likelihood[c]);
}

OutfitKept::Chances OutfitKept::chances(const std::array<double, bands>& weights) const {
  Chances result{};
  double all = 0;
  for (const double w : weights) all += w;
  for (std::size_t sort = 0; sort < result.size(); ++sort) {
    for (std::size_t band = 0; band < bands; ++band)
      result[sort] += weights[band] * kept_[sort][band];
    result[sort] /= all;
  }
  return result;
}

void OutfitKept::tabulate(std::uint32_t interval, const std::vector<double>& shares,
                          const std::vector<double>& likelihood) {
  const LagGrid& grid = LagGrid::instance();
  const auto edges = interval_edges();
  for (std::size_t c = 0; c < cells_; ++c) {
    std::array<double, bands> weights{};
    const double lag = (grid.edge(c) + grid.edge(c + 1) - 1) / 2.0;
    double all = 0;
    for (const TimeAlive::Point& point : alive_.points()) {
      if (point.days > lag) break;
      const auto* const after =
          std::upper_bound(edges.data(), edges.data() + edges.size(), lag - point.days);
      const auto p = std::min<std::size_t>(static_cast<std::size_t>(after - edges.data()) - 1,
                                           interval_cells - 1);
      const double w = point.weight * shares[p] * likelihood[p] / (edges[p + 1] - edges[p]);
      weights[band_of(point.days)] += w;
      all += w;
    }
    by_lag_[interval * cells_ + c] = all > 0 ? chances(weights) : any_;
  }
}

const OutfitKept::Chances& OutfitKept::of(RowId left, RowId right) const {
  const Seen& l = seen_[left];
  const Found& r = found_[right];
  if (!l.known || !r.known) return any_;
  const std::int64_t lag = std::int64_t{r.day} - l.day;
  if (r.died) return lag < 0 ? any_ : lived_[band_of(static_cast<double>(lag))];
  const std::size_t cell = LagGrid::instance().cell(
      static_cast<std::int32_t>(std::clamp<std::int64_t>(lag, -100000, 100000)));
  return cell < cells_ ? by_lag_[r.interval * cells_ + cell] : any_;
}

}  // namespace confronta
