#include "models/evidence/biology_truth.h"

#include <algorithm>
#include <cmath>

#include "models/domain/number_text.h"
#include "models/evidence/common/growing.h"
#include "models/evidence/common/observed.h"
#include "models/stats/latent_truth.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

// Cells of 2 cm from 40 to 220 cm, for each sex.
constexpr double cell_cm = 2;
constexpr double first_cm = 41;
constexpr std::size_t cells = 90;
double centimetres(std::size_t cell) { return first_cm + cell_cm * static_cast<double>(cell); }

bool is_remains(const TraitTable& table, RowId row) {
  return table.row(row).kind == SubjectKind::remains;
}

/// Whether sex had to be read from bones.
bool is_skeletal(const TraitTable& table, RowId row) {
  const auto condition = table.code(row, Trait::condition);
  const auto part = table.code(row, Trait::part_kind);
  return condition == "mummified" || condition == "skeletonized_articulated" ||
         condition == "skeletonized" || condition == "degraded_bone" || condition == "burnt" ||
         part == "skeleton" || part == "bone" || part == "fragment";
}

bool is_unstated(std::string_view method) { return method.empty() || method == "unknown_method"; }

std::vector<const BoneMeasure*> bones_of(const TraitTable& table, RowId row) {
  return observed_values<BoneMeasure>(table, row, Trait::bone_measure);
}

/// What the model reads of a number: whole centimetres, as in the key.
double whole(double number) { return std::nearbyint(number); }

}  // namespace

BiologyTruth::BiologyTruth(const Parameters& p)
    : male_share_{p["biology.male_share_reports"], p["biology.male_share_remains"]},
      minors_(p["biology.minors_share"]),
      least_minor_(p["biology.minor_stature_least"]),
      most_minor_(p["biology.minor_stature_most"]),
      female_{p["biology.stature_mean_female"], p["biology.stature_sd_female"]},
      male_{p["biology.stature_mean_male"], p["biology.stature_sd_male"]},
      register_error_(p["biology.sex_error_register"]),
      tissue_error_(p["biology.sex_error_soft_tissue"]),
      unstated_error_(p["biology.sex_error_unstated"]),
      bones_error_(p["biology.sex_error_bones"]),
      pelvis_error_(p["biology.sex_error_pelvis"]),
      skull_error_{p["biology.sex_error_skull_female"], p["biology.sex_error_skull_male"]},
      dna_error_(p["biology.sex_error_dna"]),
      osteometric_error_(p["biology.osteometric_error"]),
      migrant_factor_(p["biology.migrant_sex_error_factor"]),
      most_error_(p["biology.most_sex_error"]),
      stated_{p["biology.stature_bias_female"], p["biology.stature_bias_male"],
              p["biology.stature_sd_stated"], false},
      document_{p["biology.stature_bias_female"], p["biology.stature_bias_male"],
                p["biology.stature_sd_document"], false},
      measured_{0, 0, p["biology.stature_sd_measured"], false},
      body_length_{p["biology.body_length_bias"], p["biology.body_length_bias"],
                   p["biology.stature_sd_body_length"], false},
      bones_{0, 0, p["biology.stature_sd_bones"], true},
      unknown_{0, 0, p["biology.stature_sd_unstated"], false},
      stature_outliers_(p["biology.stature_outliers"]),
      outlier_spread_(p["biology.stature_outlier_spread"]),
      prediction_factor_(p["biology.prediction_factor"]) {}

std::vector<std::string> BiologyTruth::truths() const {
  std::vector<std::string> names;
  for (const char* sex : {"female.", "male."})
    for (std::size_t c = 0; c < cells; ++c) names.push_back(sex + fixed_text(centimetres(c), 0));
  return names;
}

std::size_t BiologyTruth::scale() const { return cells; }

std::vector<double> BiologyTruth::fallback(bool remains) const {
  std::vector<double> share;
  const double male = male_share_[remains ? 1 : 0];
  for (const bool is_male : {false, true}) {
    const Body& body = is_male ? male_ : female_;
    for (std::size_t c = 0; c < cells; ++c) {
      const double cm = centimetres(c);
      const double minor =
          cm > least_minor_ && cm < most_minor_ ? cell_cm / (most_minor_ - least_minor_) : 0;
      const double adult = cell_cm * normal_density(cm, body.mean, body.sd);
      share.push_back((is_male ? male : 1 - male) *
                      ((1 - minors_) * adult + minors_ * minor + 1e-9));
    }
  }
  normalise(share);
  return share;
}

std::optional<OsteometricSex> BiologyTruth::osteometrics(const TraitTable& table, RowId row) const {
  if (!is_remains(table, row)) return std::nullopt;
  return osteometric_sex(bones_of(table, row));
}

std::optional<LongBone> BiologyTruth::long_bone(const TraitTable& table, RowId row) const {
  if (!is_remains(table, row) || is_growing(table, row)) return std::nullopt;
  return best_long_bone(bones_of(table, row));
}

// A sex that was read from the same bones is not a second witness: their measures speak of it.
bool BiologyTruth::counts_sex(const TraitTable& table, RowId row) const {
  if (!osteometrics(table, row) && !long_bone(table, row)) return true;
  const auto method = table.code(row, Trait::sex_method);
  return !(method == "osteometric" || method == "long_bones" ||
           (is_unstated(method) && is_skeletal(table, row)));
}

BiologyTruth::SexError BiologyTruth::sex_error(const TraitTable& table, RowId row) const {
  if (!is_remains(table, row)) return {register_error_, register_error_};
  const auto method = table.code(row, Trait::sex_method);
  const bool skeletal = is_unstated(method) && is_skeletal(table, row);
  const bool by_bones = skeletal || method == "pelvis" || method == "skull" ||
                        method == "long_bones" || method == "osteometric";
  SexError error{unstated_error_, unstated_error_};
  if (method == "pelvis")
    error = {pelvis_error_, pelvis_error_};
  else if (method == "skull")
    error = skull_error_;
  else if (by_bones)
    error = {bones_error_, bones_error_};
  else if (method == "dna")
    error = {dna_error_, dna_error_};
  else if (!is_unstated(method))
    error = {tissue_error_, tissue_error_};
  if (by_bones && table.code(row, Trait::migrant) == "yes") {
    error.female = std::min(most_error_, error.female * migrant_factor_);
    error.male = std::min(most_error_, error.male * migrant_factor_);
  }
  // Then somebody writes it down, and may err in turn.
  const auto written = [&](double e) { return e + register_error_ - 2 * e * register_error_; };
  return {written(error.female), written(error.male)};
}

std::vector<double> BiologyTruth::by_sex(const TraitTable& table, RowId row) const {
  const SexError error = sex_error(table, row);
  double female = 1;
  double male = 1;
  const auto words = observed_words(table, row, Trait::sex);
  if (!words.empty() && counts_sex(table, row)) {
    female = male = 0;
    for (const std::string_view word : words) {
      female += word == "female" ? 1 - error.female : error.female;
      male += word == "male" ? 1 - error.male : error.male;
    }
  }
  if (const auto bones = osteometrics(table, row)) {
    const bool migrant = table.code(row, Trait::migrant) == "yes";
    const double wrong = osteometric_error_ * (migrant ? migrant_factor_ : 1);
    const double p = male_probability(bones->score, wrong);
    female *= 1 - p;
    male *= p;
  }
  std::vector<double> likelihood(2 * cells, female);
  std::fill(likelihood.begin() + cells, likelihood.end(), male);
  return likelihood;
}

BiologyTruth::StatureSight BiologyTruth::sight(const TraitTable& table, RowId row) const {
  const auto method = table.code(row, Trait::stature_method);
  if (method == "measured") return measured_;
  if (method == "document") return document_;
  if (method == "stated" || !is_remains(table, row)) return stated_;
  if (method == "body_length") return body_length_;
  if (method == "bones") return bones_;
  return is_skeletal(table, row) ? bones_ : unknown_;
}

/// A regression's answer is a posterior in its reference sample, N(truth; estimate, sd), so it has
/// to be turned round: the estimates of people of one stature are drawn towards the mean of their
/// sex by r^2 = 1 - sd^2 / population variance, and spread by r sd. A density of the estimate, the
/// same scale for both sexes: an estimate that no woman would give says that it is a man's.
double BiologyTruth::estimate_density(double truth, double estimate, double sd,
                                      const Body& body) const {
  const double r2 = 1 - sd * sd / (body.sd * body.sd);
  return (1 - stature_outliers_) *
             normal_density(estimate, body.mean + r2 * (truth - body.mean), std::sqrt(r2) * sd) +
         stature_outliers_ * normal_density(estimate, body.mean, outlier_spread_ * body.sd);
}

void BiologyTruth::add_stated(std::vector<double>& sum, const Interval& stature,
                              const StatureSight& sight, double weight) const {
  const double low = whole(stature.low);
  const double high = whole(stature.high);
  const double width = (high - low) / 3.92;  // a range is read as 95 % of a normal
  const double middle = (low + high) / 2;
  for (const bool male : {false, true}) {
    const Body& body = male ? male_ : female_;
    const double own = std::sqrt(sight.sd * sight.sd + width * width);
    // A posterior is narrower than the population that it contains.
    const double sd = sight.regression ? std::min(own, 0.9 * body.sd) : own;
    const double estimate = middle - (male ? sight.bias_male : sight.bias_female);
    double* out = sum.data() + (male ? cells : 0);
    for (std::size_t c = 0; c < cells; ++c) {
      const double cm = centimetres(c);
      const double density =
          sight.regression
              ? estimate_density(cm, estimate, sd, body)
              : (1 - stature_outliers_) * normal_density(estimate, cm, sd) +
                    stature_outliers_ * normal_density(estimate, cm, outlier_spread_ * sd);
      out[c] += weight * density;
    }
  }
}

std::vector<double> BiologyTruth::from_bone(const LongBone& bone) const {
  std::vector<double> likelihood(2 * cells);
  for (const bool male : {false, true}) {
    const Body& body = male ? male_ : female_;
    const auto estimate = stature_from_bone(bone.bone, bone.millimetres, male);
    const double sd = std::min(estimate->standard_error * prediction_factor_, 0.9 * body.sd);
    // A density of lengths: centimetres of stature to a millimetre of bone differ by sex.
    const double per_mm = stature_from_bone(bone.bone, bone.millimetres + 1, male)->centimetres -
                          estimate->centimetres;
    for (std::size_t c = 0; c < cells; ++c)
      likelihood[(male ? cells : 0) + c] =
          per_mm * estimate_density(centimetres(c), estimate->centimetres, sd, body);
  }
  return likelihood;
}

std::vector<const Interval*> BiologyTruth::statures(const TraitTable& table, RowId row) {
  if (is_growing(table, row)) return {};
  return observed_values<Interval>(table, row, Trait::stature);
}

std::vector<double> BiologyTruth::by_stature(const TraitTable& table, RowId row) const {
  if (const auto bone = long_bone(table, row)) return from_bone(*bone);
  const auto statures = BiologyTruth::statures(table, row);
  if (statures.empty()) return std::vector<double>(2 * cells, 1.0);
  std::vector<double> sum(2 * cells, 0.0);
  for (const Interval* stature : statures)
    add_stated(sum, *stature, sight(table, row), 1.0 / static_cast<double>(statures.size()));
  return sum;
}

std::vector<double> BiologyTruth::likelihood(const TraitTable& table, RowId row) const {
  auto likelihood = by_sex(table, row);
  const auto stature = by_stature(table, row);
  for (std::size_t t = 0; t < likelihood.size(); ++t) likelihood[t] *= stature[t];
  return likelihood;
}

std::string BiologyTruth::key(const TraitTable& table, RowId row) const {
  std::string key;
  const auto words = observed_words(table, row, Trait::sex);
  if (!words.empty() && counts_sex(table, row)) {
    const SexError error = sex_error(table, row);
    append_words(key, words);
    key += fixed_text(error.female, 4) + '/' + fixed_text(error.male, 4);
  }
  if (const auto sex = osteometrics(table, row))
    key += ";o" + fixed_text(sex->score, 1) + (table.code(row, Trait::migrant) == "yes" ? "m" : "");
  if (const auto bone = long_bone(table, row)) {
    key += ';' + std::string{bone->bone} + fixed_text(bone->millimetres, 0);
    return key;
  }
  const auto statures = BiologyTruth::statures(table, row);
  if (statures.empty()) return key;
  const StatureSight how = sight(table, row);
  key += ";s" + fixed_text(how.sd, 2) + '/' + fixed_text(how.bias_male, 2) +
         (how.regression ? "r" : "");
  for (const Interval* stature : statures)
    key += '|' + fixed_text(whole(stature->low), 0) + '-' + fixed_text(whole(stature->high), 0);
  return key;
}

}  // namespace confronta
