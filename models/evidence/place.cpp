// Place: where a person was last seen against where remains were found. docs/method/place.md.

#include <array>
#include <cmath>
#include <map>

#include "models/data/municipality.h"
#include "models/evidence/common/findings.h"
#include "models/evidence/common/tabulated.h"
#include "models/evidence/place/geography.h"
#include "models/evidence/place/kernel.h"
#include "models/evidence/place/linked_pairs.h"
#include "models/registry.h"
#include "models/stats/portable_math.h"

namespace confronta {
ModelFactory place_model();
namespace {

/// The best known place of a row, and the observation that says so.
struct Known {
  std::string key;
  const Observation* observation = nullptr;
};

Known best_of(const TraitTable& table, RowId row, Trait trait) {
  Known best;
  for (const Observation& o : table.observations(row, trait)) {
    const Place* place = std::get_if<Place>(&o.value);
    if (o.state != ObservationState::observed || !place) continue;
    std::string key = place_key(*place);
    if (best.key.empty() || (is_state_key(best.key) && !key.empty() && !is_state_key(key)))
      best = {std::move(key), &o};
  }
  return best;
}

bool is_found_side(Relation relation, bool is_left) {
  if (relation == Relation::identity) return !is_left;
  return relation != Relation::duplicate;
}

std::span<const Trait> traits_of(bool found_side) {
  static constexpr std::array found{Trait::place_found};
  static constexpr std::array lost{Trait::place_last_seen, Trait::place_residence};
  return found_side ? std::span<const Trait>{found} : std::span<const Trait>{lost};
}

Known place_of(const TraitTable& table, RowId row, bool found_side) {
  if (found_side) return best_of(table, row, Trait::place_found);
  Known seen = best_of(table, row, Trait::place_last_seen);
  return seen.key.empty() ? best_of(table, row, Trait::place_residence) : seen;
}

std::vector<std::string> keys_of(const TraitTable& table, bool found_side) {
  std::vector<std::string> keys(table.size());
  for (RowId row = 0; row < table.size(); ++row) keys[row] = place_of(table, row, found_side).key;
  return keys;
}

/// `records`: of the reference. A place with a handful of its remains is covered by the store,
/// however small a share they are.
PlaceKernel kernel_of(const Parameters& p, const std::string& name, bool identity, double records) {
  PlaceKernel kernel;
  for (std::size_t c = 0; c < place_parts; ++c)
    kernel.shares[c] = p["place." + name + '_' + std::string{place_part_names[c]}];
  kernel.range_km = p["place." + name + "_range"];
  kernel.least_place = kernel.least_region = p["place.smallest_share"];
  kernel.rescaled = identity;
  if (!identity) return kernel;
  const auto least = [&](const std::string& what) {
    const double share = p["place.least_" + what];
    const double of_records = p["place.least_" + what + "_records"] / std::max(records, 1.0);
    return std::max(p["place.smallest_share"], std::min(share, of_records));
  };
  kernel.least_place = least("place");
  kernel.least_region = least("region");
  kernel.least_covered = p["place.least_covered"];
  return kernel;
}

/// Between registers the shares are assumed; in identity the store's own linked pairs refine them.
PlaceKernel settled_kernel(const Parameters& p, Relation relation, const ReferenceTable& fitted,
                           double records) {
  PlaceKernel kernel =
      kernel_of(p, std::string{relation_name(relation)}, relation == Relation::identity, records);
  if (!fitted.numbers.empty())
    for (std::size_t c = 0; c < place_parts; ++c)
      kernel.shares[c] = fitted.at(place_part_names[c], kernel.shares[c]);
  return kernel;
}

class PlaceEvidence final : public TabulatedEvidence {
 public:
  PlaceEvidence(const Preparation& p, std::vector<std::string> left, std::vector<std::string> right)
      : TabulatedEvidence(left_classes(p, left),
                          RowClasses(p.right, [&](RowId r) { return right[r]; })),
        left_table_(p.left),
        right_table_(p.right),
        relation_(p.relation),
        left_(std::move(left)),
        right_(std::move(right)),
        geography_(shares(p, "place.lost_share"), shares(p, "place.found_share"), all_keys()),
        settled_(settled_kernel(p.parameters, p.relation,
                                p.reference.find(table_name(p.relation, "place.kernel")),
                                found_records(p))),
        migrant_(kernel_of(p.parameters, "migrant", true, found_records(p))) {
    std::map<std::pair<std::string, bool>, std::size_t> known;
    kernels_of_.resize(left_.size());
    for (RowId row = 0; row < left_.size(); ++row) {
      if (left_[row].empty()) continue;
      const bool migrant = is_migrant(p, row);
      const auto [at, is_new] = known.emplace(std::pair{left_[row], migrant}, kernels_.size());
      if (is_new) add_kernels(left_[row], migrant ? migrant_ : settled_);
      kernels_of_[row] = at->second;
    }
    tabulate();
  }

  Finding explain(RowId left, RowId right) const override;

 protected:
  double log10_lr(RowId left, RowId right) const override {
    return portable_log10(ratio(left, right));
  }

 private:
  struct Weighted {
    double share;
    LocalKernel kernel;
  };

  static bool is_migrant(const Preparation& p, RowId row) {
    return p.relation == Relation::identity && p.left.code(row, Trait::migrant) == "yes";
  }
  static RowClasses left_classes(const Preparation& p, const std::vector<std::string>& keys) {
    return {p.left, [&](RowId row) {
              return keys[row].empty() || !is_migrant(p, row) ? keys[row] : keys[row] + "|migrant";
            }};
  }
  static ReferenceTable shares(const Preparation& p, std::string_view name) {
    const ReferenceTable& table = p.reference.find(table_name(p.relation, name));
    return table.numbers.empty() ? place_shares({}, 0) : table;
  }
  static double found_records(const Preparation& p) {
    return p.reference.find(table_name(p.relation, "place.found_share")).count;
  }
  std::vector<std::string> all_keys() const {
    std::vector<std::string> keys = left_;
    keys.insert(keys.end(), right_.begin(), right_.end());
    return keys;
  }

  void add_kernels(const std::string& key, const PlaceKernel& kernel) {
    const auto here = geography_.of(key);
    double all = 0;
    for (const Site& site : here) all += site.lost;
    std::vector<Weighted>& group = kernels_.emplace_back();
    for (const Site& site : here) {
      const double share = here.size() == 1 ? 1 : site.lost / all;
      if (share > 0) group.push_back({share, LocalKernel(kernel, site, geography_.sites())});
    }
  }

  /// sum_l q(l) sum_m v(m) LR(l, m): where only the state is known, q and v are the shares of its
  /// municipalities among people lost and remains found.
  double ratio(RowId left, RowId right) const {
    const auto there = geography_.of(right_[right]);
    double sum = 0;
    double all = 0;
    for (const Site& m : there) {
      const double weight = there.size() == 1 ? 1 : m.found;
      if (weight == 0) continue;
      all += weight;
      for (const Weighted& l : kernels_[kernels_of_[left]])
        sum += weight * l.share * l.kernel.at(m);
    }
    return sum / all;
  }

  const TraitTable& left_table_;
  const TraitTable& right_table_;
  Relation relation_;
  std::vector<std::string> left_;  // keys of rows
  std::vector<std::string> right_;
  Geography geography_;
  PlaceKernel settled_;
  PlaceKernel migrant_;
  std::vector<std::vector<Weighted>> kernels_;  // by distinct left place
  std::vector<std::size_t> kernels_of_;
};

std::string name_of(std::string_view key) {
  if (const Municipality* m = find_municipality(key)) return std::string{m->name};
  return std::string{find_state(key)->name};
}

Finding PlaceEvidence::explain(RowId left, RowId right) const {
  const auto left_traits = traits_of(is_found_side(relation_, true));
  const auto right_traits = traits_of(is_found_side(relation_, false));
  Finding finding =
      observed_finding(left_table_, left, left_traits, right_table_, right, right_traits);
  const Known a = place_of(left_table_, left, is_found_side(relation_, true));
  const Known b = place_of(right_table_, right, is_found_side(relation_, false));
  for (auto [known, traits, table, row] : {std::tuple{&a, left_traits, &left_table_, left},
                                           std::tuple{&b, right_traits, &right_table_, right}}) {
    if (!known->key.empty()) continue;
    finding = missing(std::move(finding), traits.front());
    if (traits.front() != Trait::place_found || !table->value<Place>(row, Trait::place_held))
      return finding;
    finding.reason = "place.only_held";
    finding.arguments.clear();
    return finding;
  }
  finding.score = score(left, right);
  const auto here = geography_.of(a.key);
  const auto there = geography_.of(b.key);
  double share = 0;
  for (const Site& m : there) share += m.found;
  if (share > 0) {
    finding.p_h2 = share;
    finding.p_h1 = share * ratio(left, right);
  }
  const bool one_state = here.front().state >= 0 && here.front().state == there.front().state;
  if (is_state_key(a.key) || is_state_key(b.key)) {
    finding.reason = one_state ? "place.state_only" : "place.state_only_other";
    if (one_state) finding.arguments = {name_of(a.key.substr(0, 2))};
  } else if (a.key == b.key) {
    finding.reason = here.front().state >= 0 ? "place.same_municipality" : "place.same_square";
    if (here.front().state >= 0) finding.arguments = {name_of(a.key)};
  } else {
    const bool known = here.front().state >= 0 && there.front().state >= 0;
    finding.reason = one_state ? "place.same_state" : known ? "place.elsewhere" : "place.apart";
    const double km = distance_km(here.front(), there.front());
    finding.arguments = {std::to_string(static_cast<int>(std::nearbyint(km)))};
  }
  const auto remark = [&](const char* reason) {
    Finding detail;
    detail.reason = reason;
    detail.left = finding.left;
    finding.details.push_back(std::move(detail));
  };
  if (a.observation->trait == Trait::place_residence) remark("place.residence");
  if (relation_ == Relation::identity && left_table_.code(left, Trait::migrant) == "yes")
    remark("place.migrant");
  return finding;
}

/// How far apart linked pairs lie, as shares of the kernel's parts: "place.kernel".
ReferenceTable fitted_kernel(const Estimation& e, const Geography& geography, double records,
                             const std::vector<std::string>& left,
                             const std::vector<std::string>& right) {
  const PlaceKernel prior = kernel_of(e.parameters, "identity", true, records);
  std::vector<std::array<double, place_parts>> pairs;
  for (const auto& [l, r] : linked_pairs(e.left, e.right)) {
    if (e.left.code(l, Trait::migrant) == "yes") continue;
    std::array<double, place_parts> mean{};
    for (const Site& here : geography.of(left[l])) {
      if (here.lost == 0) continue;
      const LocalKernel local{prior, here, geography.sites()};
      for (const Site& there : geography.of(right[r])) {
        const auto parts = local.parts_at(there);
        for (std::size_t c = 0; c < place_parts; ++c) mean[c] += here.lost * there.found * parts[c];
      }
    }
    if (!left[l].empty() && !right[r].empty()) pairs.push_back(mean);
  }
  const auto shares = fitted_shares(pairs, prior.shares, e.parameters["place.pseudo_pairs"]);
  ReferenceTable table;
  for (std::size_t c = 0; c < place_parts; ++c)
    table.numbers[std::string{place_part_names[c]}] = shares[c];
  table.count = static_cast<double>(pairs.size());
  table.origin = pairs.empty() ? "fallback" : "estimated";
  return table;
}

void estimate(const Estimation& e, ReferenceSet& reference) {
  const double smoothing = e.parameters["place.smoothing"];
  const auto left = keys_of(e.left, is_found_side(e.relation, true));
  const auto right = keys_of(e.right, is_found_side(e.relation, false));
  ReferenceTable& lost = reference.table(table_name(e.relation, "place.lost_share"));
  lost = place_shares(left, smoothing);
  ReferenceTable& found = reference.table(table_name(e.relation, "place.found_share"));
  found = place_shares(right, smoothing);
  if (e.relation != Relation::identity) return;
  std::vector<std::string> keys = left;
  keys.insert(keys.end(), right.begin(), right.end());
  reference.table(table_name(e.relation, "place.kernel")) =
      fitted_kernel(e, Geography{lost, found, keys}, found.count, left, right);
}

std::unique_ptr<Evidence> prepare(const Preparation& p) {
  return std::make_unique<PlaceEvidence>(p, keys_of(p.left, is_found_side(p.relation, true)),
                                         keys_of(p.right, is_found_side(p.relation, false)));
}

}  // namespace

ModelFactory place_model() { return {estimate, prepare}; }

}  // namespace confronta
