// Clothing and belongings: place by place on the body, and the chance that the person had changed
// since they were last seen. docs/method/garments.md has the formulas.

#include <algorithm>
#include <array>
#include <optional>

#include "models/domain/number_text.h"
#include "models/evidence/common/garment_model.h"
#include "models/evidence/common/missing.h"
#include "models/evidence/common/outfit_kept.h"
#include "models/registry.h"
#include "models/stats/portable_math.h"
#include "models/stats/quick_log10.h"

namespace confronta {
namespace {

constexpr std::size_t sort_count = 2;  // clothing, belongings

OutfitKept::ByBand kept_by_band(const Parameters& parameters, const std::string& sort) {
  OutfitKept::ByBand kept;
  std::size_t band = 0;
  for (const char* lived : {"days", "weeks", "months", "longer"})
    kept[band++] = parameters["garments." + sort + "_kept." + lived];
  return kept;
}

class GarmentsEvidence final : public Evidence {
 public:
  explicit GarmentsEvidence(const Preparation& in);

  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override;
  Finding explain(RowId left, RowId right) const override;

 private:
  using Scratches = std::array<GarmentModel::Scratch, sort_count>;

  bool says(RowId left) const { return sorts_[0].left().says(left) || sorts_[1].left().says(left); }
  bool comparable(RowId left, RowId right) const;
  void begin(RowId left, std::size_t pairs, Scratches& scratches) const;
  OutfitKept::Chances kept(RowId left, RowId right) const;
  Score score(RowId left, RowId right, const Scratches& scratches) const;
  Finding part_of(const Observation* l, const Observation* r, Score score,
                  std::string reason) const;
  int explain_sort(std::size_t sort, RowId left, RowId right, Finding& finding) const;

  const TraitTable& left_table_;
  const TraitTable& right_table_;
  std::array<GarmentModel, sort_count> sorts_;
  std::optional<OutfitKept> kept_;  // of reports and remains; between two registers no time passes
  double same_outfit_;
  double cap_;  // greatest LR
};

GarmentsEvidence::GarmentsEvidence(const Preparation& in)
    : left_table_(in.left),
      right_table_(in.right),
      sorts_{GarmentModel{in, false}, GarmentModel{in, true}},
      same_outfit_(in.parameters["garments.same_outfit"]),
      cap_(portable_pow(10, in.parameters["garments.cap"])) {
  if (in.relation == Relation::identity)
    kept_.emplace(in, kept_by_band(in.parameters, "clothing"),
                  kept_by_band(in.parameters, "belongings"));
}

bool GarmentsEvidence::comparable(RowId left, RowId right) const {
  return std::any_of(sorts_.begin(), sorts_.end(), [&](const GarmentModel& sort) {
    return sort.left().says(left) && sort.right().says(right);
  });
}

void GarmentsEvidence::begin(RowId left, std::size_t pairs, Scratches& scratches) const {
  for (std::size_t s = 0; s < sort_count; ++s) sorts_[s].begin(left, pairs, scratches[s]);
}

OutfitKept::Chances GarmentsEvidence::kept(RowId left, RowId right) const {
  return kept_ ? kept_->of(left, right) : OutfitKept::Chances{same_outfit_, same_outfit_};
}

// Of each sort: what was last seen was kept (the lists compare), or it was changed (they do not).
Score GarmentsEvidence::score(RowId left, RowId right, const Scratches& scratches) const {
  const OutfitKept::Chances kept = this->kept(left, right);
  double lr = 1;
  for (std::size_t s = 0; s < sort_count; ++s)
    if (sorts_[s].left().says(left) && sorts_[s].right().says(right))
      lr *= kept[s] * sorts_[s].lr(right, scratches[s]) + (1 - kept[s]);
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
  if (l && r && part.reason == "garments.another") part.arguments.push_back(item_argument(r));
  if (l && r) part.arguments.push_back(features(r));
  return part;
}

/// The details of one sort; how many things have a like on the other side.
int GarmentsEvidence::explain_sort(std::size_t sort, RowId left, RowId right,
                                   Finding& finding) const {
  const auto as = garments_of(left_table_, left, sort == 1);
  const auto ps = garments_of(right_table_, right, sort == 1);
  finding.left.insert(finding.left.end(), as.begin(), as.end());
  finding.right.insert(finding.right.end(), ps.begin(), ps.end());
  std::vector<bool> taken(ps.size(), false);
  int alike = 0;
  for (const GarmentModel::Match& match : sorts_[sort].matches(left, right)) {
    const Score score = Score::from_log10(portable_log10(match.ratio));
    const Observation* l = as[match.left->at];
    const Observation* r = match.right ? ps[match.right->at] : nullptr;
    if (r) taken[match.right->at] = true;
    if (r && match.ratio >= 1) ++alike;
    finding.details.push_back(part_of(l, r, score,
                                      !r                 ? "garments.not_found"
                                      : match.ratio >= 1 ? "garments.alike"
                                                         : "garments.another"));
  }
  for (std::size_t p = 0; p < ps.size(); ++p)
    if (!taken[p])
      finding.details.push_back(part_of(nullptr, ps[p], Score{}, "garments.unmentioned"));
  return alike;
}

Finding GarmentsEvidence::explain(RowId left, RowId right) const {
  if (!comparable(left, right))
    return missing_finding(left_table_, left, right_table_, right, Trait::garment);
  Scratches scratches;
  begin(left, 1, scratches);
  Finding finding;
  finding.score = score(left, right, scratches);
  int alike = 0;
  for (std::size_t s = 0; s < sort_count; ++s)
    if (sorts_[s].left().says(left) && sorts_[s].right().says(right))
      alike += explain_sort(s, left, right, finding);
  finding.reason = "garments.compared";
  finding.arguments = {std::to_string(alike), std::to_string(finding.left.size()),
                       std::to_string(finding.right.size())};
  if (kept_) {
    finding.reason = "garments.compared_over_time";
    for (const double chance : kept(left, right))
      finding.arguments.push_back(fixed_text(100 * chance, 0));
  }
  return finding;
}

std::unique_ptr<Evidence> prepare(const Preparation& in) {
  return std::make_unique<GarmentsEvidence>(in);
}

}  // namespace

ModelFactory garments_model() { return {&estimate_garments, &prepare}; }

}  // namespace confronta
