#include "models/evidence/common/outward.h"

#include <array>
#include <utility>

#include "models/evidence/common/findings.h"
#include "models/stats/latent_truth.h"

namespace confronta {
namespace {

constexpr std::array<Trait, 2> seen_through{Trait::condition, Trait::part_kind};

}  // namespace

std::string OutwardTruth::key_of(const TraitTable& table, RowId row,
                                 const std::string& what) const {
  const SoftTissue seen = soft_tissue(table, row);
  if (seen.weight == 0) return {};
  const bool remains = table.row(row).kind == SubjectKind::remains;
  return (remains ? "remains" + seen.code : std::string{"report"}) + '|' + what;
}

void OutwardTruth::fade(const TraitTable& table, RowId row, const std::vector<double>& among,
                        std::vector<double>& likelihood) const {
  const double clear = soft_tissue(table, row).weight;
  const double anybody = dot(among, likelihood);
  for (double& l : likelihood) l = clear * l + (1 - clear) * anybody;
}

OutwardEvidence::OutwardEvidence(const Preparation& preparation,
                                 std::unique_ptr<const OutwardTruth> truth, std::string_view model,
                                 std::span<const Trait> traits)
    : LatentEvidence(preparation, std::move(truth), model), model_(model), traits_(traits) {}

Finding OutwardEvidence::explain_whole(RowId left, RowId right) const {
  Finding finding = observed_finding(left_table(), left, traits_, right_table(), right, traits_);
  append_observations(finding.right, right_table(), right, seen_through);
  if (speaks(left, right)) {
    const Ratio whole = ratio(left, right);
    finding.score = score(left, right);
    finding.p_h1 = whole.h1;
    finding.p_h2 = whole.h2;
    finding.reason = leaning(model_, finding.score);
    return finding;
  }
  if (!hidden(left, right)) return missing(std::move(finding), traits_.front());
  finding.state = ObservationState::not_observable;
  finding.reason = model_ + ".not_observable";
  finding.arguments = {most_hidden(left, right).code};
  return finding;
}

Finding OutwardEvidence::explain_part(RowId left, RowId right, const Trait& trait,
                                      std::vector<double> seen_left,
                                      const std::vector<double>& seen_right) const {
  const std::span<const Trait> alone{&trait, 1};
  Finding part = observed_finding(left_table(), left, alone, right_table(), right, alone);
  const Ratio one = ratio(std::move(seen_left), seen_right);
  part.score = Score::from_log10(one.log10());
  part.p_h1 = one.h1;
  part.p_h2 = one.h2;
  return part;
}

bool OutwardEvidence::hidden(RowId left, RowId right) const {
  return most_hidden(left, right).weight == 0;
}

SoftTissue OutwardEvidence::most_hidden(RowId left, RowId right) const {
  SoftTissue of_left = soft_tissue(left_table(), left);
  return of_left.weight == 0 ? of_left : soft_tissue(right_table(), right);
}

SoftTissue OutwardEvidence::soft_tissue(const TraitTable& table, RowId row) const {
  return static_cast<const OutwardTruth&>(truth()).soft_tissue(table, row);
}

}  // namespace confronta
