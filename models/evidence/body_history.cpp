// Implants, old fractures and operations: lists as with marks. docs/method/body_history.md has the
// formulas.

#include <algorithm>
#include <map>

#include "models/evidence/common/item_lists.h"
#include "models/evidence/common/listed_once.h"
#include "models/evidence/common/missing.h"
#include "models/evidence/common/remains_view.h"
#include "models/evidence/common/value_agreement.h"
#include "models/registry.h"
#include "models/stats/list_counts.h"
#include "models/stats/quick_log10.h"
#include "models/stats/text_agreement.h"

namespace confronta {
namespace {

constexpr std::size_t other_kind = 1;    // level of kinds that differ
constexpr std::size_t other_serial = 2;  // level of serial numbers that differ by more than a slip
constexpr double most_certain = 0.98;

const BodyHistory& history_in(const Observation* o) { return std::get<BodyHistory>(o->value); }

int weight(const BodyHistory& h) {
  return (h.serial.empty() ? 0 : 4) + (h.detail.empty() ? 0 : 2) + (h.region.empty() ? 0 : 1);
}

bool same(const BodyHistory& a, const BodyHistory& b) {
  return a.kind == b.kind && a.region == b.region && a.side == b.side &&
         (a.serial == b.serial || a.serial.empty() || b.serial.empty());
}

std::vector<const Observation*> histories_of(const TraitTable& table, RowId row) {
  std::vector<const Observation*> all;
  for (const Observation& o : table.observations(row, Trait::body_history)) {
    const auto* history = std::get_if<BodyHistory>(&o.value);
    if (history && !history->kind.empty()) all.push_back(&o);
  }
  return listed_once<BodyHistory>(std::move(all), weight, same);
}

std::size_t serial_level(std::string_view a, std::string_view p) {
  const PreparedText x{a};
  const PreparedText y{p};
  if (x.letters == y.letters) return 0;
  const bool slip =
      std::min(x.letters.size(), y.letters.size()) >= 5 && within_edits(x.letters, y.letters, 1);
  return slip ? 1 : other_serial;
}

void estimate(const Estimation& in, ReferenceSet& reference) {
  const auto table = [&](std::string_view name) -> ReferenceTable& {
    ReferenceTable& t =
        reference.table(table_name(in.relation, "body_history." + std::string{name}));
    t.origin = "counted";
    return t;
  };
  for (std::string_view name : {"kind", "place", "detail", "serial"}) table(name);
  const auto count = [&](std::string_view name, const std::string& key) {
    table(name).numbers[key] += 1;
    table(name).count += 1;
  };
  for (RowId row = 0; row < in.right.size(); ++row)
    for (const Observation* o : histories_of(in.right, row)) {
      const BodyHistory& h = history_in(o);
      count("kind", "any." + h.kind);
      if (const PlaceCode place = place_code(h.region, h.side)) count("place", place_key(place));
      if (!h.detail.empty()) count("detail", h.kind + "." + printable(h.detail));
      if (!h.serial.empty()) count("serial", "any." + printable(h.serial));
    }
}

struct HistoryClass {
  std::uint32_t kind = 0;
  std::uint32_t detail = 0;
  std::uint32_t serial = 0;
  PlaceCode place = 0;
  auto operator<=>(const HistoryClass&) const = default;
};

struct HistoryIndex {
  WordNumbers kinds, details, serials;
  std::vector<HistoryClass> left, right;
};

class HistoryModel final : public ItemModel {
 public:
  HistoryModel(const Preparation& in, HistoryIndex index, std::vector<RemainsView> views)
      : index_(std::move(index)),
        views_(std::move(views)),
        on_bodies_(in.relation != Relation::duplicate),
        partly_there_(in.parameters["remains_view.partly_there"]) {
    const Parameters& parameters = in.parameters;
    const auto counts = [&](std::string_view name) -> const ReferenceTable& {
      return in.reference.find(table_name(in.relation, "body_history." + std::string{name}));
    };
    const double pseudo = parameters["body_history.pseudo"];
    const auto agreement = [&](const std::string& name) {
      const double same = parameters["body_history." + name + "_same"];
      return std::vector<double>{same, 1 - same};
    };
    kind_ = ValueAgreement{counts("kind"),
                           index_.kinds.words(),
                           {"any"},
                           {agreement("kind"), pseudo, parameters["body_history.kind_prior"]},
                           only_equal};
    detail_ = ValueAgreement{counts("detail"),
                             index_.details.words(),
                             index_.kinds.words(),
                             {agreement("detail"), pseudo, parameters["body_history.detail_prior"]},
                             only_equal};
    const double same = parameters["body_history.serial_same"];
    const double slip = parameters["body_history.serial_slip"];
    serial_ =
        ValueAgreement{counts("serial"),
                       index_.serials.words(),
                       {"any"},
                       {{same, slip, 1 - same - slip}, 1, parameters["body_history.serial_prior"]},
                       by_pairs(serial_level, other_serial)};
    place_ = PlaceAgreement{counts("place"), pseudo, parameters};
    for (const std::string& kind : index_.kinds.words())
      recorded_.push_back(kind == "implant"    ? parameters["body_history.recorded.implant"]
                          : kind == "fracture" ? parameters["body_history.recorded.fracture"]
                                               : parameters["body_history.recorded.surgery"]);
    for (const RemainsView& view : views_)
      scars_.push_back(skin_legible(view.condition, parameters));
  }

  // Bone and metal last; the scar of an operation goes with the skin.
  double found(std::uint32_t left, std::uint32_t view) const override {
    const HistoryClass& a = index_.left[left];
    double d = recorded_[a.kind];
    if (!on_bodies_) return d;
    if (index_.kinds.words()[a.kind] == "surgery") d *= scars_[view];
    return std::min(most_certain, d * region_present(views_[view], a.place, partly_there_));
  }

  // Another kind of thing, or another serial number, is another thing or a mix-up: then nothing
  // else of it counts.
  float ratio(std::uint32_t left, std::uint32_t right) const override {
    const HistoryClass& a = index_.left[left];
    const HistoryClass& p = index_.right[right];
    const float kind = kind_.ratio(0, a.kind, p.kind);
    if (kind_.level(a.kind, p.kind) == other_kind) return kind;
    const float serial = serial_.ratio(0, a.serial, p.serial);
    if (a.serial != 0 && p.serial != 0 && serial_.level(a.serial, p.serial) == other_serial)
      return serial;
    return kind * serial * place_.ratio(a.place, p.place) *
           detail_.ratio(p.kind, a.detail, p.detail);
  }

  void ratios(std::uint32_t left, std::span<float> row) const override {
    for (std::uint32_t p = 0; p < row.size(); ++p) row[p] = ratio(left, p);
  }

  void size_weights(std::span<const double> found, std::uint32_t, int count,
                    double* weights) const override {
    size_weights_given_length(found, count, weights);
  }

  bool same_serial(std::uint32_t left, std::uint32_t right) const {
    const std::uint32_t a = index_.left[left].serial;
    const std::uint32_t p = index_.right[right].serial;
    return a != 0 && p != 0 && serial_.level(a, p) < other_serial;
  }

 private:
  HistoryIndex index_;
  std::vector<RemainsView> views_;
  bool on_bodies_;
  double partly_there_;
  ValueAgreement kind_, detail_, serial_;
  PlaceAgreement place_;
  std::vector<double> recorded_;  // by kind
  std::vector<double> scars_;     // by view
};

struct Sides {
  ItemSide left;
  ItemSide right;
  HistoryIndex index;
};

ItemSide read_side(const TraitTable& table, const RemainsViews& views, HistoryIndex& index,
                   std::vector<HistoryClass>& classes) {
  std::map<HistoryClass, std::uint32_t> numbers;
  ItemSide side;
  for (RowId row = 0; row < table.size(); ++row) {
    std::vector<std::uint32_t> items;
    for (const Observation* o : histories_of(table, row)) {
      const BodyHistory& h = history_in(o);
      const HistoryClass c{index.kinds.number(h.kind), index.details.number(h.detail),
                           index.serials.number(h.serial), place_code(h.region, h.side)};
      const auto [at, is_new] = numbers.emplace(c, static_cast<std::uint32_t>(classes.size()));
      if (is_new) classes.push_back(c);
      items.push_back(at->second);
    }
    side.add_row(!items.empty(), items, views.of(row));
  }
  return side;
}

Sides read(const Preparation& in, const RemainsViews& left, const RemainsViews& right) {
  Sides sides;
  sides.left = read_side(in.left, left, sides.index, sides.index.left);
  sides.right = read_side(in.right, right, sides.index, sides.index.right);
  return sides;
}

Score score_of(double lr) { return Score::from_log10(quick_log10(lr)); }

std::vector<std::string> describe(const Observation* o) {
  const BodyHistory& h = history_in(o);
  return {"@history." + h.kind, h.region.empty() ? "@marks.no_region" : "@region." + h.region,
          h.side.empty() ? "@marks.no_side" : "@side." + h.side};
}

class BodyHistoryEvidence final : public Evidence {
 public:
  explicit BodyHistoryEvidence(const Preparation& in)
      : BodyHistoryEvidence(in, RemainsViews{in.left}, RemainsViews{in.right}) {}

  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override {
    if (!lists_.left().says(left)) return;
    static thread_local ItemComparison::Scratch scratch;
    lists_.begin(model_, left, right.size(), scratch);
    for (std::size_t k = 0; k < right.size(); ++k)
      if (lists_.right().says(right[k])) sum[k] += score_of(lists_.lr(model_, right[k], scratch));
  }

  Finding explain(RowId left, RowId right) const override;

 private:
  BodyHistoryEvidence(const Preparation& in, const RemainsViews& left, const RemainsViews& right)
      : BodyHistoryEvidence(in, read(in, left, right), right) {}
  BodyHistoryEvidence(const Preparation& in, Sides sides, const RemainsViews& right)
      : left_table_(in.left),
        right_table_(in.right),
        lists_(std::move(sides.left), std::move(sides.right)),
        model_(in, std::move(sides.index), right.all()) {}

  const TraitTable& left_table_;
  const TraitTable& right_table_;
  ItemComparison lists_;
  HistoryModel model_;
};

Finding BodyHistoryEvidence::explain(RowId left, RowId right) const {
  if (!lists_.left().says(left) || !lists_.right().says(right))
    return missing_finding(left_table_, left, right_table_, right, Trait::body_history);
  ItemComparison::Scratch scratch;
  lists_.begin(model_, left, 1, scratch);
  Finding finding;
  finding.score = score_of(lists_.lr(model_, right, scratch));
  finding.left = histories_of(left_table_, left);
  finding.right = histories_of(right_table_, right);
  const auto as = lists_.left().items(left);
  const auto ps = lists_.right().items(right);
  const auto best = lists_.best(model_, right, scratch);
  int matched = 0;
  for (std::size_t a = 0; a < as.size(); ++a) {
    Finding part;
    part.left = {finding.left[a]};
    part.arguments = describe(finding.left[a]);
    const auto p = static_cast<std::size_t>(std::max(best[a], 0));
    const double ratio = best[a] < 0 ? 0 : static_cast<double>(model_.ratio(as[a], ps[p]));
    const double found = model_.found(as[a], lists_.right().view(right));
    if (ratio >= 1) {
      ++matched;
      part.score = score_of(ratio);
      part.right = {finding.right[p]};
      part.reason =
          model_.same_serial(as[a], ps[p]) ? "body_history.same_serial" : "body_history.alike";
      if (part.reason == "body_history.same_serial")
        part.arguments = {history_in(finding.left[a]).serial, history_in(finding.right[p]).serial};
    } else {
      part.score = score_of(1 - found);
      part.reason = found > 0 ? "body_history.not_found" : "body_history.not_observable";
      if (found == 0) part.state = ObservationState::not_observable;
    }
    finding.details.push_back(std::move(part));
  }
  finding.reason = "body_history.compared";
  finding.arguments = {std::to_string(matched), std::to_string(as.size()),
                       std::to_string(ps.size())};
  return finding;
}

std::unique_ptr<Evidence> prepare(const Preparation& in) {
  return std::make_unique<BodyHistoryEvidence>(in);
}

}  // namespace

ModelFactory body_history_model() { return {&estimate, &prepare}; }

}  // namespace confronta
