// Tattoos, scars and other marks on the body: the likelihood ratio of two lists of marks, summed
// over all the ways in which they may be the same marks. docs/method/marks.md has the formulas.

#include <algorithm>
#include <array>

#include "models/evidence/common/mark_model.h"
#include "models/evidence/common/missing.h"
#include "models/evidence/common/recorded_sex.h"
#include "models/registry.h"
#include "models/stats/quick_log10.h"

namespace confronta {
namespace {

ItemSide read_side(const TraitTable& table, const RemainsViews& views, MarkIndex& index) {
  ItemSide side;
  for (RowId row = 0; row < table.size(); ++row) {
    const MarkList list = marks_of(table, row);
    const std::uint32_t view = views.of(row);
    std::vector<std::uint32_t> items;
    for (const Observation* o : list.marks)
      items.push_back(index.add(std::get<Mark>(o->value), views.all()[view].condition,
                                recorded_sex(table, row)));
    side.add_row(list.says, items, view);
  }
  return side;
}

// What a mark shows, for a sentence: its text, else its first motif.
std::string content_argument(const Mark& mark) {
  if (!mark.inscription.empty()) return "\"" + mark.inscription + "\"";
  return mark.motifs.empty() ? "@marks.undescribed" : "@motif." + mark.motifs.front();
}

std::vector<std::string> describe(const Mark& mark) {
  return {mark.type.empty() ? "@mark_type.other" : "@mark_type." + mark.type,
          mark.region.empty() ? "@marks.no_region" : "@region." + mark.region,
          mark.side.empty() ? "@marks.no_side" : "@side." + mark.side, content_argument(mark)};
}

std::string agreement_reason(ContentLevel level) {
  switch (level) {
    case ContentLevel::text_equal: return "marks.text_equal";
    case ContentLevel::text_near: return "marks.text_near";
    case ContentLevel::text_word: return "marks.text_word";
    case ContentLevel::same_motifs: return "marks.same_motifs";
    case ContentLevel::undescribed: return "marks.same_kind";
    default: return "marks.shared_motif";
  }
}

Score score_of(double lr) { return Score::from_log10(quick_log10(lr)); }

class MarksEvidence final : public Evidence {
 public:
  explicit MarksEvidence(const Preparation& in)
      : MarksEvidence(in, RemainsViews{in.left}, RemainsViews{in.right}) {}

  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override {
    if (!comparison_.left().says(left)) return;
    static thread_local ItemComparison::Scratch scratch;
    comparison_.begin(model_, left, right.size(), scratch);
    for (std::size_t k = 0; k < right.size(); ++k)
      if (comparison_.right().says(right[k]))
        sum[k] += score_of(comparison_.lr(model_, right[k], scratch));
  }

  Finding explain(RowId left, RowId right) const override;

 private:
  MarksEvidence(const Preparation& in, const RemainsViews& left, const RemainsViews& right)
      : left_table_(in.left),
        right_table_(in.right),
        comparison_(read_side(in.left, left, left_index_),
                    read_side(in.right, right, right_index_)),
        model_(in, left_index_, right_index_, right.all()) {}

  Finding unmatched(const Observation* mark, std::uint32_t item, RowId right) const;

  const TraitTable& left_table_;
  const TraitTable& right_table_;
  MarkIndex left_index_;
  MarkIndex right_index_;
  ItemComparison comparison_;
  MarkModel model_;
};

Finding MarksEvidence::unmatched(const Observation* mark, std::uint32_t item, RowId right) const {
  const double found = model_.found(item, comparison_.right().view(right));
  Finding part;
  part.score = score_of(1 - found);
  part.left = {mark};
  part.reason = found > 0 ? "marks.not_found" : "marks.not_observable";
  if (found == 0) part.state = ObservationState::not_observable;
  part.arguments = describe(std::get<Mark>(mark->value));
  return part;
}

Finding MarksEvidence::explain(RowId left, RowId right) const {
  if (!comparison_.left().says(left) || !comparison_.right().says(right))
    return missing_finding(left_table_, left, right_table_, right, Trait::mark);
  ItemComparison::Scratch scratch;
  comparison_.begin(model_, left, 1, scratch);
  const auto as = comparison_.left().items(left);
  const auto ps = comparison_.right().items(right);
  auto best = comparison_.best(model_, right, scratch);
  for (std::size_t a = 0; a < as.size(); ++a)  // two designs are not drawn as one mark
    if (best[a] >= 0 && model_.content_level(as[a], ps[static_cast<std::size_t>(best[a])]) ==
                            ContentLevel::contradictory)
      best[a] = -1;
  Finding finding;
  finding.score = score_of(comparison_.lr(model_, right, scratch));
  finding.left = marks_of(left_table_, left).marks;
  finding.right = marks_of(right_table_, right).marks;

  std::vector<bool> taken(ps.size(), false);
  int matched = 0;
  int observable = 0;
  for (std::size_t a = 0; a < as.size(); ++a) {
    if (model_.found(as[a], comparison_.right().view(right)) > 0) ++observable;
    if (best[a] < 0) continue;
    const auto p = static_cast<std::size_t>(best[a]);
    taken[p] = true;
    ++matched;
    Finding part;
    part.score = score_of(static_cast<double>(model_.ratio(as[a], ps[p])));
    part.left = {finding.left[a]};
    part.right = {finding.right[p]};
    part.reason = agreement_reason(model_.content_level(as[a], ps[p]));
    part.arguments = describe(std::get<Mark>(finding.left[a]->value));
    part.arguments.push_back(content_argument(std::get<Mark>(finding.right[p]->value)));
    finding.details.push_back(std::move(part));
  }
  for (std::size_t a = 0; a < as.size(); ++a) {
    if (best[a] >= 0) continue;
    Finding part = unmatched(finding.left[a], as[a], right);
    for (std::size_t p = 0; p < ps.size() && part.reason == "marks.not_found"; ++p)
      if (!taken[p] && model_.same_place(as[a], ps[p]) &&
          model_.content_level(as[a], ps[p]) == ContentLevel::contradictory) {
        part.reason = "marks.other_design";
        part.right = {finding.right[p]};
        part.arguments.push_back(content_argument(std::get<Mark>(finding.right[p]->value)));
        taken[p] = true;
      }
    finding.details.push_back(std::move(part));
  }
  for (std::size_t p = 0; p < ps.size(); ++p) {
    if (taken[p]) continue;
    Finding part;
    part.right = {finding.right[p]};
    part.reason = "marks.unmentioned";
    part.arguments = describe(std::get<Mark>(finding.right[p]->value));
    finding.details.push_back(std::move(part));
  }
  if (!as.empty() && observable == 0) {
    finding.state = ObservationState::not_observable;
    finding.reason = "marks.none_observable";
  } else {
    finding.reason = as.empty() && ps.empty() ? "marks.none_on_either" : "marks.compared";
  }
  finding.arguments = {std::to_string(matched), std::to_string(as.size()),
                       std::to_string(ps.size())};
  return finding;
}

std::unique_ptr<Evidence> prepare(const Preparation& in) {
  return std::make_unique<MarksEvidence>(in);
}

}  // namespace

ModelFactory marks_model() { return {&estimate_marks, &prepare}; }

}  // namespace confronta
