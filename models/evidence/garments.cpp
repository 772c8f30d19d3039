// Clothing and belongings: two lists as with marks, and the chance that the person had changed
// since they were last seen. docs/method/garments.md has the formulas.

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "models/evidence/common/garment_kinds.h"
#include "models/evidence/common/garment_model.h"
#include "models/evidence/common/missing.h"
#include "models/evidence/common/recorded_sex.h"
#include "models/registry.h"
#include "models/stats/portable_math.h"
#include "models/stats/quick_log10.h"

namespace confronta {
namespace {

// Days from last seen to death, in bands; the last: not known.
constexpr std::array<double, 3> band_ends{3, 30, 180};
constexpr std::array<std::string_view, 5> band_names{"days", "weeks", "months", "longer",
                                                     "unknown"};
constexpr std::size_t unknown_band = band_names.size() - 1;

struct Days {
  double day = 0;
  bool exact = false;  // the day itself, else the latest that it can be
};

std::optional<Days> last_seen(const TraitTable& table, RowId row) {
  const auto* days = table.value<DateInterval>(row, Trait::event_date);
  if (!days) return std::nullopt;
  return Days{static_cast<double>(days->to), true};
}

// When the person died, as far as the record of the remains tells.
std::optional<Days> death(const TraitTable& table, RowId row) {
  if (const auto* days = table.value<DateInterval>(row, Trait::death_date))
    return Days{(static_cast<double>(days->from) + days->to) / 2, true};
  for (Trait trait : {Trait::found_date, Trait::intake_date})
    if (const auto* days = table.value<DateInterval>(row, trait)) {
      const auto* interval = table.value<Interval>(row, Trait::post_mortem_interval);
      if (!interval) return Days{static_cast<double>(days->to), false};
      return Days{days->to - (interval->low + interval->high) / 2, true};
    }
  return std::nullopt;
}

// A body found within days was alive no longer; one found after years may have died at once.
std::size_t gap_band(const std::optional<Days>& seen, const std::optional<Days>& died) {
  if (!seen || !died) return unknown_band;
  const double gap = died->day - seen->day;
  std::size_t band = 0;
  for (const double end : band_ends) band += gap > end ? 1 : 0;
  return died->exact || band < 2 ? band : unknown_band;
}

// One sort of things, clothing or belongings.
class Sort {
 public:
  Sort(const Preparation& in, const RemainsViews& left_views, const RemainsViews& right_views,
       bool belongings)
      : Sort(in, read(in, left_views, right_views, belongings), right_views, belongings) {}

  struct Sides {
    ItemSide left;
    ItemSide right;
    GarmentIndex index;
  };

  const ItemComparison& lists() const { return lists_; }
  const GarmentModel& model() const { return model_; }
  double kept(std::size_t band) const { return kept_[band]; }

 private:
  Sort(const Preparation& in, Sides sides, const RemainsViews& right_views, bool belongings)
      : lists_(std::move(sides.left), std::move(sides.right)),
        model_(in, std::move(sides.index), right_views.all(), belongings) {
    const std::string sort = belongings ? "garments.belongings_kept." : "garments.clothing_kept.";
    for (std::size_t band = 0; band < band_names.size(); ++band)
      kept_[band] = in.relation == Relation::identity
                        ? in.parameters[sort + std::string{band_names[band]}]
                        : in.parameters["garments.same_outfit"];
  }

  static ItemSide read_side(const TraitTable& table, const RemainsViews& views, bool belongings,
                            GarmentIndex& index, std::vector<GarmentClass>& classes) {
    std::map<GarmentClass, std::uint32_t> numbers;
    ItemSide side;
    for (RowId row = 0; row < table.size(); ++row) {
      std::vector<std::uint32_t> items;
      for (const Observation* o : garments_of(table, row, belongings)) {
        const Garment& g = std::get<Garment>(o->value);
        const GarmentClass c{index.items.number(g.item),   index.colours.number(g.colour),
                             index.brands.number(g.brand), index.materials.number(g.material),
                             index.sizes.number(g.size),   index.texts.number(engraving_of(g)),
                             recorded_sex(table, row)};
        const auto [at, is_new] = numbers.emplace(c, static_cast<std::uint32_t>(classes.size()));
        if (is_new) classes.push_back(c);
        items.push_back(at->second);
      }
      side.add_row(!items.empty(), items, views.of(row));
    }
    return side;
  }

  static Sides read(const Preparation& in, const RemainsViews& left_views,
                    const RemainsViews& right_views, bool belongings) {
    Sides sides;
    sides.left = read_side(in.left, left_views, belongings, sides.index, sides.index.left);
    sides.right = read_side(in.right, right_views, belongings, sides.index, sides.index.right);
    return sides;
  }

  ItemComparison lists_;
  GarmentModel model_;
  std::array<double, band_names.size()> kept_{};
};

class GarmentsEvidence final : public Evidence {
 public:
  explicit GarmentsEvidence(const Preparation& in)
      : GarmentsEvidence(in, RemainsViews{in.left}, RemainsViews{in.right}) {}

  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override;
  Finding explain(RowId left, RowId right) const override;

 private:
  GarmentsEvidence(const Preparation& in, const RemainsViews& left_views,
                   const RemainsViews& right_views);
  static constexpr std::size_t sort_count = 2;
  using Scratches = std::array<ItemComparison::Scratch, sort_count>;

  bool says(RowId left) const {
    return sorts_[0].lists().left().says(left) || sorts_[1].lists().left().says(left);
  }
  bool comparable(RowId left, RowId right) const;
  void begin(RowId left, std::size_t pairs, Scratches& scratches) const;
  Score score(RowId left, RowId right, Scratches& scratches) const;
  Finding part_of(const Observation* l, const Observation* r, Score score,
                  std::string reason) const;

  const TraitTable& left_table_;
  const TraitTable& right_table_;
  std::array<Sort, sort_count> sorts_;
  bool identity_;
  double cap_;  // greatest LR
  std::vector<std::optional<Days>> seen_;
  std::vector<std::optional<Days>> died_;
};

GarmentsEvidence::GarmentsEvidence(const Preparation& in, const RemainsViews& left_views,
                                   const RemainsViews& right_views)
    : left_table_(in.left),
      right_table_(in.right),
      sorts_{Sort{in, left_views, right_views, false}, Sort{in, left_views, right_views, true}},
      identity_(in.relation == Relation::identity),
      cap_(portable_pow(10, in.parameters["garments.cap"])) {
  for (RowId row = 0; row < in.left.size(); ++row) seen_.push_back(last_seen(in.left, row));
  for (RowId row = 0; row < in.right.size(); ++row) died_.push_back(death(in.right, row));
}

bool GarmentsEvidence::comparable(RowId left, RowId right) const {
  return std::any_of(sorts_.begin(), sorts_.end(), [&](const Sort& sort) {
    return sort.lists().left().says(left) && sort.lists().right().says(right);
  });
}

void GarmentsEvidence::begin(RowId left, std::size_t pairs, Scratches& scratches) const {
  for (std::size_t s = 0; s < sort_count; ++s)
    if (sorts_[s].lists().left().says(left))
      sorts_[s].lists().begin(sorts_[s].model(), left, pairs, scratches[s]);
}

// Of each sort: what was last seen was kept (the lists compare), or it was changed (they do not).
Score GarmentsEvidence::score(RowId left, RowId right, Scratches& scratches) const {
  const std::size_t band = gap_band(seen_[left], died_[right]);
  double lr = 1;
  for (std::size_t s = 0; s < sort_count; ++s) {
    const Sort& sort = sorts_[s];
    if (!sort.lists().left().says(left) || !sort.lists().right().says(right)) continue;
    const double kept = sort.kept(band);
    lr *= kept * sort.lists().lr(sort.model(), right, scratches[s]) + (1 - kept);
  }
  return Score::from_log10(quick_log10(std::min(lr, cap_)));
}

void GarmentsEvidence::add(RowId left, std::span<const RowId> right, std::span<Score> sum) const {
  if (!says(left)) return;
  static thread_local Scratches scratches;
  begin(left, right.size(), scratches);
  for (std::size_t k = 0; k < right.size(); ++k)
    if (comparable(left, right[k])) sum[k] += score(left, right[k], scratches);
}

std::string item_argument(const Observation* o) {
  return "@item." + std::get<Garment>(o->value).item;
}

// What is known of a garment beside its item, in the source's words where there are any.
std::string features(const Observation* o) {
  const Garment& g = std::get<Garment>(o->value);
  if (!g.description.empty()) return "\"" + g.description + "\"";
  if (!g.brand.empty()) return g.brand;
  return g.colour.empty() ? "@garments.undescribed" : "@colour." + g.colour;
}

Finding GarmentsEvidence::part_of(const Observation* l, const Observation* r, Score score,
                                  std::string reason) const {
  Finding part;
  part.score = score;
  part.reason = std::move(reason);
  part.arguments = {item_argument(l ? l : r), features(l ? l : r)};
  if (l) part.left = {l};
  if (r) part.right = {r};
  if (l && r) part.arguments.push_back(features(r));
  return part;
}

Finding GarmentsEvidence::explain(RowId left, RowId right) const {
  if (!comparable(left, right))
    return missing_finding(left_table_, left, right_table_, right, Trait::garment);
  Scratches scratches;
  begin(left, 1, scratches);
  Finding finding;
  finding.score = score(left, right, scratches);
  int matched = 0;
  for (std::size_t s = 0; s < sort_count; ++s) {
    const Sort& sort = sorts_[s];
    if (!sort.lists().left().says(left) || !sort.lists().right().says(right)) continue;
    const auto as = garments_of(left_table_, left, s == 1);
    const auto ps = garments_of(right_table_, right, s == 1);
    finding.left.insert(finding.left.end(), as.begin(), as.end());
    finding.right.insert(finding.right.end(), ps.begin(), ps.end());
    const auto best = sort.lists().best(sort.model(), right, scratches[s]);
    const auto left_items = sort.lists().left().items(left);
    const auto right_items = sort.lists().right().items(right);
    std::vector<bool> taken(ps.size(), false);
    for (std::size_t a = 0; a < as.size(); ++a) {
      const double ratio =
          best[a] < 0 ? 0
                      : static_cast<double>(sort.model().ratio(
                            left_items[a], right_items[static_cast<std::size_t>(best[a])]));
      if (ratio < 1) {  // nothing that would be drawn as the same garment
        const double found = sort.model().found(left_items[a], sort.lists().right().view(right));
        finding.details.push_back(part_of(
            as[a], nullptr, Score::from_log10(portable_log10(1 - found)), "garments.not_found"));
        continue;
      }
      const auto p = static_cast<std::size_t>(best[a]);
      taken[p] = true;
      ++matched;
      finding.details.push_back(
          part_of(as[a], ps[p], Score::from_log10(portable_log10(ratio)), "garments.alike"));
    }
    for (std::size_t p = 0; p < ps.size(); ++p)
      if (!taken[p])
        finding.details.push_back(part_of(nullptr, ps[p], Score{}, "garments.unmentioned"));
  }
  finding.reason = "garments.compared";
  if (identity_)  // between two registers no time passes
    finding.reason += '.' + std::string{band_names[gap_band(seen_[left], died_[right])]};
  finding.arguments = {std::to_string(matched), std::to_string(finding.left.size()),
                       std::to_string(finding.right.size())};
  return finding;
}

std::unique_ptr<Evidence> prepare(const Preparation& in) {
  return std::make_unique<GarmentsEvidence>(in);
}

}  // namespace

ModelFactory garments_model() { return {&estimate_garments, &prepare}; }

}  // namespace confronta
