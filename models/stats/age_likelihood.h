#pragma once
// How likely a statement about age is, for each true age in completed years from 0 to 109. Each
// vector is a likelihood up to a factor of its own.

#include <string_view>
#include <vector>

#include "models/parameters.h"

namespace confronta {

inline constexpr int age_count = 110;

class AgeLikelihood {
 public:
  explicit AgeLikelihood(const Parameters& parameters);

  /// A stated age n, or a stated range of completed years ("18 a 20"): the recorded age minus the
  /// true one follows the differences measured in DOMAIN's CNB list (85 % none, older more often
  /// than younger), with a floor for any age at all.
  std::vector<double> stated(double low, double high) const;
  /// An age from `low` to `high` that follows from a birth date, itself wrong at times.
  std::vector<double> born_between(double low, double high) const;
  /// An examiner's range of completed years: soft edges and some mass outside. The standard
  /// deviation about its middle is at least 8 years for skeletal and unstated methods (less for
  /// growing children, whose bones and teeth say more). A range that is the published one of a
  /// Suchey-Brooks phase is read as that phase.
  std::vector<double> opinion(std::string_view method, double low, double high) const;

  /// Ages at the event among reports, or at death among remains, where the store says nothing.
  std::vector<double> fallback() const;

  /// P(recorded age - true age); 0 beyond 20 years.
  double difference(int recorded_minus_true) const;

 private:
  double least_sd(std::string_view method, double middle) const;

  double same_, plus_one_, minus_one_, two_, three_four_, older_, younger_;
  double birth_wrong_;
  double outside_, outside_sd_;
  double sd_skeletal_, sd_soft_tissue_, sd_auricular_, sd_teeth_;
  double grown_, edge_growth_;
  double mean_, sd_, any_age_;
};

/// Suchey-Brooks pubic symphysis phases (Brooks & Suchey 1990; figures not verified at the source):
/// L(age) = f(age | phase) / f(age in the reference sample), which undoes age mimicry: a phase's
/// mean and SD describe the ages of that sample's people in the phase. The sample is taken as
/// evenly spread over the six phases (assumption). Empty for a range that is no phase's.
std::vector<double> suchey_brooks(double low, double high, double outside);

}  // namespace confronta
