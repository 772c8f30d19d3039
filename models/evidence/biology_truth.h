#pragma once
// The hidden truth of the biological profile: sex and living stature, as reports and remains show
// them. docs/method/biology.md.

#include <array>
#include <optional>

#include "models/evidence/common/latent.h"
#include "models/stats/long_bones.h"
#include "models/stats/osteometric_sex.h"

namespace confronta {

class BiologyTruth final : public LatentTruth {
 public:
  explicit BiologyTruth(const Parameters& parameters);

  std::vector<std::string> truths() const override;
  std::vector<double> fallback(bool remains) const override;
  std::size_t scale() const override;  // statures, of each sex
  std::string key(const TraitTable& table, RowId row) const override;
  std::vector<double> likelihood(const TraitTable& table, RowId row) const override;

  /// The parts of the likelihood, over the same truths; all 1 where nothing is known.
  std::vector<double> by_sex(const TraitTable& table, RowId row) const;
  std::vector<double> by_stature(const TraitTable& table, RowId row) const;

  /// The bone measurements that speak of sex and of stature, where they are used.
  std::optional<OsteometricSex> osteometrics(const TraitTable& table, RowId row) const;
  std::optional<LongBone> long_bone(const TraitTable& table, RowId row) const;
  /// The statures that are stated, none of a growing child.
  static std::vector<const Interval*> statures(const TraitTable& table, RowId row);
  /// Whether the sex that was written down counts beside the osteometrics.
  bool counts_sex(const TraitTable& table, RowId row) const;

 private:
  /// P(called the other sex | sex).
  struct SexError {
    double female;
    double male;
  };
  struct Body {
    double mean;
    double sd;
  };
  /// How a stature was obtained: bias by sex (stated minus true), least SD, and whether it is a
  /// regression's posterior, which already contains the population.
  struct StatureSight {
    double bias_female;
    double bias_male;
    double sd;
    bool regression;
  };

  SexError sex_error(const TraitTable& table, RowId row) const;
  StatureSight sight(const TraitTable& table, RowId row) const;
  void add_stated(std::vector<double>& sum, const Interval& stature, const StatureSight& sight,
                  double weight) const;
  double estimate_density(double truth, double estimate, double sd, const Body& body) const;
  std::vector<double> from_bone(const LongBone& bone) const;

  std::array<double, 2> male_share_;  // among reports, among remains
  double minors_;                     // their share,
  double least_minor_, most_minor_;   // of any stature in between, cm
  Body female_;
  Body male_;
  double register_error_;
  double tissue_error_;
  double unstated_error_;
  double bones_error_;
  double pelvis_error_;
  SexError skull_error_;
  double dna_error_;
  double osteometric_error_;
  double migrant_factor_;
  double most_error_;
  StatureSight stated_;
  StatureSight document_;
  StatureSight measured_;
  StatureSight body_length_;
  StatureSight bones_;
  StatureSight unknown_;
  double stature_outliers_, outlier_spread_;
  double prediction_factor_;
};

}  // namespace confronta
