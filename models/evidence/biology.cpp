// The biological profile: sex, stature, long bones and osteometrics, with sex and stature as one
// hidden truth. biology_truth.h says what each side shows of it; docs/method/biology.md.

#include <array>

#include "models/domain/number_text.h"
#include "models/evidence/biology_truth.h"
#include "models/evidence/common/findings.h"
#include "models/evidence/common/growing.h"

namespace confronta {
ModelFactory biology_model();
namespace {

constexpr std::array<Trait, 3> traits{Trait::sex, Trait::stature, Trait::bone_measure};
constexpr std::array<Trait, 1> sex_trait{Trait::sex};
constexpr std::array<Trait, 2> stature_traits{Trait::stature, Trait::bone_measure};
constexpr std::array<Trait, 3> methods{Trait::sex_method, Trait::stature_method, Trait::condition};

class BiologyEvidence final : public LatentEvidence {
 public:
  explicit BiologyEvidence(const Preparation& preparation)
      : LatentEvidence(preparation, std::make_unique<BiologyTruth>(preparation.parameters),
                       "biology") {}

  Finding explain(RowId left, RowId right) const override {
    Finding finding = observed_finding(left_table(), left, traits, right_table(), right, traits);
    append_observations(finding.left, left_table(), left, methods);
    append_observations(finding.right, right_table(), right, methods);
    if (!speaks(left, right)) return missing(std::move(finding), Trait::sex);
    finding.score = score(left, right);
    finding.reason = leaning("biology", finding.score);
    add_sex(finding, left, right);
    add_stature(finding, left, right);
    return finding;
  }

 private:
  const BiologyTruth& body() const { return static_cast<const BiologyTruth&>(truth()); }

  /// What a side shows of sex: the word that was written down, else what its bones say.
  std::string sex_argument(const TraitTable& table, RowId row) const {
    if (const auto word = table.code(row, Trait::sex);
        !word.empty() && body().counts_sex(table, row))
      return word_argument(Trait::sex, word);
    if (const auto bones = body().osteometrics(table, row))
      return word_argument(Trait::sex, bones->score > 0 ? "male" : "female");
    return {};
  }
  void add_sex(Finding& whole, RowId left, RowId right) const {
    const std::string l = sex_argument(left_table(), left);
    const std::string r = sex_argument(right_table(), right);
    if (l.empty() || r.empty()) return;
    Finding sex = observed_finding(left_table(), left, sex_trait, right_table(), right, sex_trait);
    const Ratio one = ratio(body().by_sex(left_table(), left), body().by_sex(right_table(), right));
    sex.score = Score::from_log10(one.log10());
    sex.p_h1 = one.h1;
    sex.p_h2 = one.h2;
    sex.reason = "biology.sex";
    sex.arguments = {l, r};
    add_osteometrics(sex, left_table(), left);
    add_osteometrics(sex, right_table(), right);
    whole.details.push_back(std::move(sex));
  }
  /// Which bone a sex was read from; its weight is inside that of sex.
  void add_osteometrics(Finding& sex, const TraitTable& table, RowId row) const {
    const auto bones = body().osteometrics(table, row);
    if (!bones) return;
    Finding finding;
    finding.reason = "biology.osteometric";
    finding.arguments = {"@biology.bone." + std::string{bones->bone},
                         fixed_text(100 * male_probability(bones->score, 0), 0)};
    append_observations(&table == &left_table() ? finding.left : finding.right, table, row,
                        std::span{&stature_traits[1], 1});
    sex.details.push_back(std::move(finding));
  }

  std::string stature_argument(const TraitTable& table, RowId row) const {
    if (const auto bone = body().long_bone(table, row)) {
      const auto male = stature_from_bone(bone->bone, bone->millimetres, true);
      const auto female = stature_from_bone(bone->bone, bone->millimetres, false);
      const auto word = table.code(row, Trait::sex);
      const bool is_female = word == "female" && body().counts_sex(table, row);
      return fixed_text(is_female ? female->centimetres : male->centimetres, 0);
    }
    const auto statures = BiologyTruth::statures(table, row);
    if (statures.empty()) return {};
    const Interval* stature = statures.front();
    const std::string low = fixed_text(stature->low, 0);
    const std::string high = fixed_text(stature->high, 0);
    return low == high ? low : low + '-' + high;
  }
  /// Why the statures of both sides are not compared.
  void add_growing(Finding& whole, RowId left, RowId right) const {
    if (!is_growing(left_table(), left) && !is_growing(right_table(), right)) return;
    Finding growing =
        observed_finding(left_table(), left, stature_traits, right_table(), right, stature_traits);
    if (growing.state != ObservationState::observed) return;
    growing.reason = "biology.growing";
    whole.details.push_back(std::move(growing));
  }
  void add_stature(Finding& whole, RowId left, RowId right) const {
    const std::string l = stature_argument(left_table(), left);
    const std::string r = stature_argument(right_table(), right);
    if (l.empty() || r.empty()) return add_growing(whole, left, right);
    Finding stature =
        observed_finding(left_table(), left, stature_traits, right_table(), right, stature_traits);
    // Within the sexes that both sides leave possible: what stature adds to sex.
    const double log10_lr =
        score(left, right).log10() -
        ratio(body().by_sex(left_table(), left), body().by_sex(right_table(), right)).log10();
    stature.score = Score::from_log10(log10_lr);
    stature.arguments = {l, r};
    stature.reason = "biology.stature";
    if (const auto bone = body().long_bone(right_table(), right)) {
      stature.reason = "biology.stature_bone";
      stature.arguments.push_back("@biology.bone." + std::string{bone->bone});
      stature.arguments.push_back(fixed_text(bone->millimetres, 0));
    }
    whole.details.push_back(std::move(stature));
  }
};

void estimate(const Estimation& estimation, ReferenceSet& reference) {
  estimate_latent(estimation, BiologyTruth{estimation.parameters}, "biology", reference);
}
std::unique_ptr<Evidence> prepare(const Preparation& preparation) {
  return std::make_unique<BiologyEvidence>(preparation);
}

}  // namespace

ModelFactory biology_model() { return {estimate, prepare}; }

}  // namespace confronta
