// Build and weight: one truth, the body's weight, of which "robust" and "85 kg" are two sights.
// Fades with decomposition. docs/method/build.md.

#include <array>
#include <cmath>

#include "models/domain/number_text.h"
#include "models/evidence/common/findings.h"
#include "models/evidence/common/growing.h"
#include "models/evidence/common/observed.h"
#include "models/evidence/common/outward.h"
#include "models/stats/latent_truth.h"
#include "models/stats/portable_math.h"

namespace confronta {
ModelFactory build_model();
namespace {

constexpr std::array<Trait, 2> traits{Trait::build, Trait::weight};
constexpr std::array<std::string_view, 6> builds{"thin",   "medium",     "athletic",
                                                 "robust", "overweight", "obese"};

// The grid of weights: cells of 5 kg from 10 to 180 kg.
constexpr double cell_kg = 5;
constexpr double first_kg = 12.5;
constexpr std::size_t cells = 34;
double kilograms(std::size_t cell) { return first_kg + cell_kg * static_cast<double>(cell); }

class BuildTruth final : public OutwardTruth {
 public:
  explicit BuildTruth(const Parameters& p)
      : OutwardTruth(p),
        scatter_(p["build.build_scatter"]),
        any_word_(p["build.word_error"]),
        sd_report_(p["build.weight_sd_report"]),
        sd_remains_(p["build.weight_sd_remains"]),
        outliers_(p["build.weight_outliers"]) {
    for (std::size_t b = 0; b < builds.size(); ++b) {
      const std::string stem = "build." + std::string{builds[b]};
      centre_[b] = p[stem + "_centre"];
      share_[b] = p[stem + "_share"];
    }
    for (std::size_t c = 0; c < cells; ++c)
      fallback_.push_back(
          normal_density(kilograms(c), p["build.weight_mean"], p["build.weight_sd"]) + 1e-4);
    normalise(fallback_);
  }

  std::vector<std::string> truths() const override {
    std::vector<std::string> names;
    for (std::size_t c = 0; c < cells; ++c) names.push_back(fixed_text(kilograms(c), 1));
    return names;
  }
  std::vector<double> fallback(bool /*remains*/) const override { return fallback_; }
  std::size_t scale() const override { return cells; }

  std::string key(const TraitTable& table, RowId row) const override {
    const auto words = observed_words(table, row, Trait::build);
    const auto weights = weights_of(table, row);
    if (words.empty() && weights.empty()) return {};
    std::string what;
    append_words(what, words);
    for (const Interval* weight : weights)
      what += fixed_text(weight->low, 0) + '-' + fixed_text(weight->high, 0) + ',';
    return key_of(table, row, what);
  }
  std::vector<double> likelihood(const TraitTable& table, RowId row) const override {
    return seen(table, row, true, true);
  }

  std::vector<double> seen(const TraitTable& table, RowId row, bool build, bool weight) const {
    std::vector<double> likelihood(cells, 1.0);
    const bool remains = table.row(row).kind == SubjectKind::remains;
    if (build) by_words(observed_words(table, row, Trait::build), likelihood);
    if (weight) by_weights(weights_of(table, row), remains ? sd_remains_ : sd_report_, likelihood);
    fade(table, row, fallback_, likelihood);
    return likelihood;
  }

 private:
  /// The weights that are stated, none of a growing child: they follow its age.
  static std::vector<const Interval*> weights_of(const TraitTable& table, RowId row) {
    if (is_growing(table, row)) return {};
    return observed_values<Interval>(table, row, Trait::weight);
  }
  /// P(word | weight): each word's share times a bell around its centre, over the sum of all six.
  void by_words(const std::vector<std::string_view>& words, std::vector<double>& likelihood) const {
    if (words.empty()) return;
    for (std::size_t c = 0; c < cells; ++c) {
      double all = 0;
      double these = 0;
      for (std::size_t b = 0; b < builds.size(); ++b) {
        const double bell = share_[b] * normal_density(kilograms(c), centre_[b], scatter_);
        all += bell;
        for (const std::string_view word : words)
          if (word == builds[b]) these += bell / static_cast<double>(words.size());
      }
      likelihood[c] *= (1 - any_word_) * these / all + any_word_ / builds.size();
    }
  }
  void by_weights(const std::vector<const Interval*>& weights, double sd,
                  std::vector<double>& likelihood) const {
    if (weights.empty()) return;
    for (std::size_t c = 0; c < cells; ++c) {
      double sum = 0;
      for (const Interval* weight : weights) {
        // What a row is read as is what its key says: whole kilograms.
        const double low = *parse_number(fixed_text(weight->low, 0));
        const double high = *parse_number(fixed_text(weight->high, 0));
        const double width = (high - low) / 3.92;  // a range is read as 95 % of a normal
        const double spread = std::sqrt(sd * sd + width * width);
        sum += (1 - outliers_) * normal_density((low + high) / 2, kilograms(c), spread) +
               outliers_ * normal_density((low + high) / 2, kilograms(c), 4 * spread);
      }
      likelihood[c] *= sum / static_cast<double>(weights.size());
    }
  }

  double scatter_;
  double any_word_;
  double sd_report_;
  double sd_remains_;
  double outliers_;
  std::array<double, builds.size()> centre_{};
  std::array<double, builds.size()> share_{};
  std::vector<double> fallback_;
};

std::string kilograms_text(const Interval& weight) {
  const std::string low = fixed_text(weight.low, 0);
  const std::string high = fixed_text(weight.high, 0);
  return low == high ? low : low + '-' + high;
}

class BuildEvidence final : public OutwardEvidence {
 public:
  explicit BuildEvidence(const Preparation& preparation)
      : OutwardEvidence(preparation, std::make_unique<BuildTruth>(preparation.parameters), "build",
                        traits) {}

  Finding explain(RowId left, RowId right) const override {
    Finding finding = explain_whole(left, right);
    if (hidden(left, right)) return finding;
    add_build(finding, left, right);
    add_weight(finding, left, right);
    return finding;
  }

 private:
  const BuildTruth& body() const { return static_cast<const BuildTruth&>(truth()); }

  Finding part(RowId left, RowId right, const Trait& trait) const {
    const bool build = trait == Trait::build;
    return explain_part(left, right, trait, body().seen(left_table(), left, build, !build),
                        body().seen(right_table(), right, build, !build));
  }
  void add_build(Finding& whole, RowId left, RowId right) const {
    const auto l = left_table().code(left, Trait::build);
    const auto r = right_table().code(right, Trait::build);
    if (l.empty() || r.empty()) return;
    Finding build = part(left, right, traits[0]);
    build.reason = "build.build";
    build.arguments = {word_argument(Trait::build, l), word_argument(Trait::build, r)};
    whole.details.push_back(std::move(build));
  }
  void add_weight(Finding& whole, RowId left, RowId right) const {
    const auto* l = left_table().value<Interval>(left, Trait::weight);
    const auto* r = right_table().value<Interval>(right, Trait::weight);
    if (!l || !r) return;
    if (is_growing(left_table(), left) || is_growing(right_table(), right)) {
      Finding growing = observed_finding(left_table(), left, std::span{traits}.last(1),
                                         right_table(), right, std::span{traits}.last(1));
      growing.reason = "build.growing";
      whole.details.push_back(std::move(growing));
      return;
    }
    Finding weight = part(left, right, traits[1]);
    weight.reason = "build.weight";
    weight.arguments = {kilograms_text(*l), kilograms_text(*r)};
    whole.details.push_back(std::move(weight));
  }
};

void estimate(const Estimation& estimation, ReferenceSet& reference) {
  estimate_latent(estimation, BuildTruth{estimation.parameters}, "build", reference);
}
std::unique_ptr<Evidence> prepare(const Preparation& preparation) {
  return std::make_unique<BuildEvidence>(preparation);
}

}  // namespace

ModelFactory build_model() { return {estimate, prepare}; }

}  // namespace confronta
