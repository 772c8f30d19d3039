// Blood group: ABO and Rh(D), typed on one side and stated by a family or typed on the other. The
// truth is one of eight groups; either side may be wrong. docs/method/blood.md.

#include <array>

#include "models/evidence/common/findings.h"
#include "models/evidence/common/latent.h"
#include "models/evidence/common/observed.h"

namespace confronta {
ModelFactory blood_model();
namespace {

constexpr std::array<std::string_view, 4> groups{"O", "A", "B", "AB"};
constexpr std::array<std::string_view, 2> factors{"positive", "negative"};
constexpr std::array<Trait, 2> traits{Trait::blood_group, Trait::rhesus};

/// P(word | truth), averaged over what several sources say: right with 1 - error, else any other.
double chance(const std::vector<std::string_view>& words, std::string_view truth, double error,
              std::size_t choices) {
  if (words.empty()) return 1;
  double sum = 0;
  for (const std::string_view word : words)
    sum += word == truth ? 1 - error : error / static_cast<double>(choices - 1);
  return sum / static_cast<double>(words.size());
}

class BloodTruth final : public LatentTruth {
 public:
  explicit BloodTruth(const Parameters& parameters)
      : error_report_{parameters["blood.abo_error_report"], parameters["blood.rh_error_report"]},
        error_remains_{parameters["blood.abo_error_remains"], parameters["blood.rh_error_remains"]},
        group_{parameters["blood.frequency_o"], parameters["blood.frequency_a"],
               parameters["blood.frequency_b"], parameters["blood.frequency_ab"]},
        positive_(parameters["blood.frequency_rh_positive"]) {}

  std::vector<std::string> truths() const override {
    std::vector<std::string> names;
    for (const auto group : groups)
      for (const auto factor : factors)
        names.push_back(std::string{group} + '.' + std::string{factor});
    return names;
  }
  std::vector<double> fallback(bool /*remains*/) const override {
    std::vector<double> share;
    for (const double group : group_)
      for (const double factor : {positive_, 1 - positive_}) share.push_back(group * factor);
    return share;
  }
  std::string key(const TraitTable& table, RowId row) const override {
    const auto group = observed_words(table, row, Trait::blood_group);
    const auto factor = observed_words(table, row, Trait::rhesus);
    if (group.empty() && factor.empty()) return {};
    std::string key = table.row(row).kind == SubjectKind::remains ? "remains|" : "report|";
    append_words(key, group);
    append_words(key, factor);
    return key;
  }
  std::vector<double> likelihood(const TraitTable& table, RowId row) const override {
    const auto group = observed_words(table, row, Trait::blood_group);
    const auto factor = observed_words(table, row, Trait::rhesus);
    const Errors& error =
        table.row(row).kind == SubjectKind::remains ? error_remains_ : error_report_;
    std::vector<double> likelihood;
    for (const auto g : groups)
      for (const auto f : factors)
        likelihood.push_back(chance(group, g, error.abo, groups.size()) *
                             chance(factor, f, error.rh, factors.size()));
    return likelihood;
  }

 private:
  struct Errors {
    double abo;
    double rh;
  };
  Errors error_report_;
  Errors error_remains_;
  std::array<double, 4> group_;
  double positive_;
};

class BloodEvidence final : public LatentEvidence {
 public:
  explicit BloodEvidence(const Preparation& preparation)
      : LatentEvidence(preparation, std::make_unique<BloodTruth>(preparation.parameters), "blood") {
  }

  Finding explain(RowId left, RowId right) const override {
    Finding finding = observed_finding(left_table(), left, traits, right_table(), right, traits);
    if (!speaks(left, right)) return missing(std::move(finding), Trait::blood_group);
    const Ratio both = ratio(left, right);
    finding.score = score(left, right);
    finding.p_h1 = both.h1;
    finding.p_h2 = both.h2;
    finding.reason = leaning("blood", finding.score);
    return finding;
  }
};

void estimate(const Estimation& estimation, ReferenceSet& reference) {
  estimate_latent(estimation, BloodTruth{estimation.parameters}, "blood", reference);
}
std::unique_ptr<Evidence> prepare(const Preparation& preparation) {
  return std::make_unique<BloodEvidence>(preparation);
}

}  // namespace

ModelFactory blood_model() { return {estimate, prepare}; }

}  // namespace confronta
