// DNA of one person twice: a sample of the missing person's own (a toothbrush, a milk tooth, a
// biopsy) and remains; or two remains. docs/method/dna.md.

#include <array>

#include "models/evidence/common/findings.h"
#include "models/evidence/dna/direct_ratio.h"
#include "models/evidence/dna/figures.h"
#include "models/registry.h"
#include "models/stats/portable_math.h"

namespace confronta {
ModelFactory direct_model();
namespace {

constexpr std::array<Trait, 1> traits{Trait::genotypes};

class Direct final : public Evidence {
 public:
  explicit Direct(const Preparation& p)
      : left_table_(p.left),
        right_table_(p.right),
        symmetric_(is_symmetric(p.relation)),
        population_(p.parameters, p.reference),
        dropout_(p.parameters),
        profiles_(tables(p), population_, dropout_),
        mistyping_(p.parameters["genetics.mistyping"]),
        ratio_(profiles_, population_.founders().theta, mistyping_),
        wrong_(p.parameters["genetics.wrong_sample"] +
               p.parameters[symmetric_ ? "genetics.wrong_sample" : "genetics.wrong_own_sample"]) {}

  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override {
    const auto mine = profiles_.profile_of(0, left);
    if (!mine) return;
    for (std::size_t k = 0; k < right.size(); ++k)
      if (const auto theirs = of_right(right[k])) sum[k] += score(*mine, *theirs);
  }

  Finding explain(RowId left, RowId right) const override;

 private:
  static std::vector<const TraitTable*> tables(const Preparation& p) {
    if (is_symmetric(p.relation)) return {&p.left};
    return {&p.left, &p.right};
  }
  std::optional<std::size_t> of_right(RowId row) const {
    return profiles_.profile_of(symmetric_ ? 0 : 1, row);
  }
  /// No locus in common says nothing.
  Score score(std::size_t mine, std::size_t theirs) const {
    return ratio_.compared(mine, theirs) == 0 ? Score{}
                                              : unless_wrong(ratio_.total(mine, theirs), wrong_);
  }

  const TraitTable& left_table_;
  const TraitTable& right_table_;
  bool symmetric_;
  MatchPopulation population_;
  genetics::DropoutModel dropout_;
  CodedProfiles profiles_;
  double mistyping_;
  DirectRatio ratio_;
  double wrong_;
};

Finding Direct::explain(RowId left, RowId right) const {
  Finding finding = observed_finding(left_table_, left, traits, right_table_, right, traits);
  const auto mine = profiles_.profile_of(0, left);
  const auto theirs = of_right(right);
  if (!mine || !theirs) return missing(std::move(finding), Trait::genotypes);
  finding.score = score(*mine, *theirs);
  const std::size_t compared = ratio_.compared(*mine, *theirs);
  if (compared == 0) {
    finding.reason = "direct.no_locus";
    return finding;
  }
  const Typing own = typing_of(left_table_, left, dropout_);
  const Typing other = typing_of(right_table_, right, dropout_);
  std::size_t differ = 0;
  std::string on_x;
  const genetics::ProfileClasses& classes = profiles_.classes();
  for (std::size_t at = 0; at < classes.loci(); ++at) {
    const std::size_t a = classes.codes(at)[*mine], b = classes.codes(at)[*theirs];
    if (a == genetics::ProfileClasses::not_typed || b == genetics::ProfileClasses::not_typed)
      continue;
    const std::string& name = classes.locus(at).name();
    const double ratio = ratio_.locus(at, a, b);
    Finding detail;
    detail.reason = ratio == 0 ? "direct.locus_differs" : "direct.locus";
    if (ratio == 0) ++differ;
    if (population_.on_x(name)) on_x += (on_x.empty() ? "" : ", ") + name;
    detail.score = Score::from_log10(ratio == 0 ? -Score::limit_bans : portable_log10(ratio));
    detail.arguments = {name, call_text(*own.at(name)), call_text(*other.at(name))};
    finding.details.push_back(std::move(detail));
  }
  Finding assumptions;
  assumptions.reason = "direct.assumptions";
  assumptions.arguments = {population_.name(), three_figures(population_.founders().theta),
                           three_figures(mistyping_), three_figures(wrong_)};
  finding.details.push_back(std::move(assumptions));
  if (!on_x.empty()) {
    Finding note;
    note.reason = "kinship.x_loci";
    note.arguments = {on_x};
    finding.details.push_back(std::move(note));
  }
  finding.reason = differ == 0 ? "direct.same" : "direct.differs";
  finding.arguments = {std::to_string(compared), std::to_string(differ)};
  return finding;
}

/// Nothing is counted: the frequencies are those of a table, shipped or given.
void estimate(const Estimation& /*estimation*/, ReferenceSet& /*reference*/) {}

std::unique_ptr<Evidence> prepare(const Preparation& p) { return std::make_unique<Direct>(p); }

}  // namespace

ModelFactory direct_model() { return {estimate, prepare}; }

}  // namespace confronta
