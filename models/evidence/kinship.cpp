// DNA of relatives: how much better a profile of remains fits the missing person's place in the
// pedigree than somebody unrelated. docs/method/dna.md.

#include <algorithm>
#include <array>

#include "models/evidence/common/findings.h"
#include "models/evidence/dna/direct_ratio.h"
#include "models/evidence/dna/kinship_groups.h"
#include "models/evidence/dna/kinship_notes.h"
#include "models/evidence/dna/row_places.h"
#include "models/evidence/dna/shared_relatives.h"
#include "models/registry.h"
#include "models/stats/portable_math.h"

namespace confronta {
ModelFactory kinship_model();
namespace {

constexpr std::array<Trait, 1> traits{Trait::genotypes};

class Kinship final : public Evidence {
 public:
  explicit Kinship(const Preparation& p)
      : tables_(p.tables),
        left_table_(p.left),
        right_table_(p.right),
        parameters_(p.parameters),
        population_(p.parameters, p.reference),
        dropout_(p.parameters),
        profiles_(std::array{&p.left, &p.right}, population_, dropout_),
        direct_(profiles_, population_.founders().theta, p.parameters["genetics.mistyping"]),
        wrong_own_(p.parameters["genetics.wrong_own_sample"] +
                   p.parameters["genetics.wrong_sample"]) {
    places_.reserve(p.left.size());
    for (RowId row = 0; row < p.left.size(); ++row)
      places_.push_back(
          speaking_place(places_of(p.families, p.left, row), population_, dropout_, parameters_));
    groups_.emplace(places_, right_table_, population_, dropout_, parameters_);
  }

  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override;
  Finding explain(RowId left, RowId right) const override;
  const GroupEvidence* groups() const override { return &*groups_; }

 private:
  FamilyCase case_of(const genetics::FamilyPlace& place) const {
    return {place, population_, dropout_, parameters_, tables_};
  }
  /// What the relatives add to the missing person's own sample: with that sample wrong, and only
  /// then, the family's LR counts. Without such a sample the family's LR.
  Score beside_own(RowId left, std::size_t profile, Score family) const {
    const auto own = profiles_.profile_of(0, left);
    if (!own || direct_.compared(*own, profile) == 0) return family;
    const Score direct = direct_.total(*own, profile);
    const double shift = std::max({direct.log10(), family.log10(), 0.0});
    const double right = (1 - wrong_own_) * portable_pow(10, direct.log10() - shift);
    const double with = right + wrong_own_ * portable_pow(10, family.log10() - shift);
    const double without = right + wrong_own_ * portable_pow(10, -shift);
    return Score::from_log10(portable_log10(with / without));
  }

  FamilyTables* tables_;
  const TraitTable& left_table_;
  const TraitTable& right_table_;
  Parameters parameters_;
  MatchPopulation population_;
  genetics::DropoutModel dropout_;
  CodedProfiles profiles_;
  DirectRatio direct_;
  double wrong_own_;
  std::vector<std::optional<genetics::FamilyPlace>> places_;  // by left row
  std::optional<KinshipGroups> groups_;                       // refers to the members above
};

void Kinship::add(RowId left, std::span<const RowId> right, std::span<Score> sum) const {
  if (!places_[left]) return;
  std::vector<std::pair<std::size_t, std::size_t>> typed;  // place in `right`, profile
  for (std::size_t k = 0; k < right.size(); ++k)
    if (const auto profile = profiles_.profile_of(1, right[k])) typed.emplace_back(k, *profile);
  if (typed.empty()) return;
  FamilyCase family = case_of(*places_[left]);
  family.weigh();
  const auto scans = family.scan(profiles_);
  if (!scans) return;
  const std::size_t first = typed.front().second, count = typed.back().second - first + 1;
  std::vector<std::vector<Score>> totals;  // by hypothesis, of all profiles between
  for (const genetics::FamilyScan& scan : scans.value())
    scan.totals(first, totals.emplace_back(count));
  std::vector<Score> each(totals.size());
  for (const auto& [k, profile] : typed) {
    for (std::size_t h = 0; h < totals.size(); ++h) each[h] = totals[h][profile - first];
    sum[k] += beside_own(left, profile, family.together(each));
  }
}

std::string relatives_text(const FamilyCase& family, const std::string& locus) {
  std::string text;
  for (std::size_t p = 0; p < family.typings().size(); ++p)
    if (const LocusCall* call = family.typings()[p].at(locus))
      text += (text.empty() ? "" : ", ") + family.place().family->members[p].name + ' ' +
              call_text(*call);
  return text;
}

Finding Kinship::explain(RowId left, RowId right) const {
  Finding finding = observed_finding(left_table_, left, {}, right_table_, right, traits);
  finding.state = right_table_.state(right, Trait::genotypes);
  const auto profile = profiles_.profile_of(1, right);
  if (!places_[left]) {
    if (finding.state == ObservationState::observed) finding.state = ObservationState::not_recorded;
    finding.reason = "kinship.no_family";
    return finding;
  }
  if (!profile) return missing(std::move(finding), Trait::genotypes);
  add(left, std::span<const RowId>{&right, 1}, std::span<Score>{&finding.score, 1});
  FamilyCase family = case_of(*places_[left]);
  family.weigh();
  const Typing remains = typing_of(right_table_, right, dropout_);
  const KinshipAccount account =
      account_of(family, remains, parameters_["genetics.linked_recombination"]);
  std::size_t mutations = 0;
  for (const LocusAccount& line : account.loci) {
    Finding detail;
    detail.score = Score::from_log10(line.log10_lr);
    detail.reason = line.needs_mutation  ? "kinship.locus_mutation"
                    : line.may_have_lost ? "kinship.locus_dropout"
                                         : "kinship.at_locus";
    detail.arguments = {line.locus, relatives_text(family, line.locus), call_text(line.remains)};
    mutations += line.needs_mutation;
    finding.details.push_back(std::move(detail));
  }
  for (const auto& conflict : remains.conflicts) {
    Finding detail;
    detail.reason = "kinship.locus_conflict";
    detail.arguments = {conflict.locus};
    finding.details.push_back(std::move(detail));
  }
  if (account.loci.empty()) {
    finding.reason = "kinship.no_locus";
    for (Finding& gap : gaps_of(family, account)) finding.details.push_back(std::move(gap));
    return finding;
  }
  finding.reason =
      profiles_.profile_of(0, left) ? "kinship.beside_own" : leaning("kinship", finding.score);
  finding.arguments = {family.place().family->id, std::to_string(account.loci.size()),
                       std::to_string(family.typed_people()), std::to_string(mutations)};
  for (Finding& note : notes_on(family, account, remains, finding.score.log10()))
    finding.details.push_back(std::move(note));
  return finding;
}

/// Duplicate reports: by the families that look for them. Two who are missing from one family are
/// two people, however alike their reports.
class SharedFamily final : public Evidence {
 public:
  explicit SharedFamily(const Preparation& p)
      : relatives_(p.families, genetics::DropoutModel{p.parameters}),
        wrong_(score(p.parameters["genetics.wrong_relationship"])),
        shared_(
            score(p.parameters["genetics.shared_if_one"] / p.parameters["genetics.shared_if_two"])),
        apart_(score((1 - p.parameters["genetics.shared_if_one"]) /
                     (1 - p.parameters["genetics.shared_if_two"]))) {
    for (RowId row = 0; row < p.left.size(); ++row)
      places_.push_back(places_of(p.families, p.left, row));
  }
  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override {
    if (places_[left].empty()) return;
    for (std::size_t k = 0; k < right.size(); ++k)
      if (!places_[right[k]].empty()) sum[k] += of(tie(left, right[k]));
  }
  Finding explain(RowId left, RowId right) const override {
    Finding finding;
    const FamilyTie both = tie(left, right);
    finding.score = of(both);
    switch (both) {
      case FamilyTie::unknown:
        finding.state = ObservationState::not_recorded;
        finding.reason = "kinship.no_families";
        break;
      case FamilyTie::none: finding.reason = "kinship.no_shared_relative"; break;
      case FamilyTie::shared: finding.reason = "kinship.shared_relative"; break;
      case FamilyTie::different_people: finding.reason = "kinship.different_people"; break;
    }
    return finding;
  }

 private:
  static Score score(double ratio) { return Score::from_log10(portable_log10(ratio)); }
  FamilyTie tie(RowId left, RowId right) const {
    return relatives_.tie(places_[left], places_[right]);
  }
  Score of(FamilyTie tie) const {
    switch (tie) {
      case FamilyTie::none: return apart_;
      case FamilyTie::shared: return shared_;
      case FamilyTie::different_people: return wrong_;
      case FamilyTie::unknown: break;
    }
    return {};
  }

  SharedRelatives relatives_;
  Score wrong_, shared_, apart_;
  std::vector<std::vector<genetics::FamilyPlace>> places_;  // by row
};

/// Nothing is counted: the frequencies are those of a table, shipped or given.
void estimate(const Estimation& /*estimation*/, ReferenceSet& /*reference*/) {}

std::unique_ptr<Evidence> prepare(const Preparation& p) {
  if (p.relation == Relation::duplicate) return std::make_unique<SharedFamily>(p);
  return std::make_unique<Kinship>(p);
}

}  // namespace

ModelFactory kinship_model() { return {estimate, prepare}; }

}  // namespace confronta
