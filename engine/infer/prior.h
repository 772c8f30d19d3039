#pragma once
// What is held of a pair before its evidence is weighed: stated, settable, apart from the LR.

#include <cstdint>
#include <string_view>
#include <vector>

#include "models/domain/relation.h"
#include "models/domain/trait_table.h"
#include "models/parameters.h"

namespace confronta {

/// The prior of identity over partial matchings (METHOD: sum rho = sum sigma = kappa). A row's
/// chance of a partner in the store is its weight (1, unless its status says that the person was
/// found or the body identified) times a common share:
///   kappa = min(remains_with_report * sum of the remains' weights, report_with_remains * sum of
///   the reports' weights).
/// A lot with several individuals has so many places, each with the chance sigma.
struct IdentityPrior {
  double kappa = 0;                   // expected number of pairs that are one person
  std::vector<double> rho;            // P(the person's remains are in the store), by report
  std::vector<double> sigma;          // P(the person is reported in the store), by remains, a place
  std::vector<std::uint32_t> places;  // of remains; 1 except for lots

  /// lambda = rho sigma / (kappa (1 - rho) (1 - sigma)), for one place: the factor of a pair in the
  /// weight of a matching.
  double lambda(RowId left, RowId right) const;
  /// rho sigma / kappa x places: P(this pair) before evidence.
  double pair(RowId left, RowId right) const;
  /// rho / (1 - rho) and sigma / (1 - sigma): lambda is their product over kappa.
  std::vector<double> left_odds() const;
  std::vector<double> right_odds() const;
};

IdentityPrior identity_prior(const TraitTable& reports, const TraitTable& remains,
                             const Parameters& parameters);

/// How many people a remains row takes: its minimum number of individuals, at least 1.
std::uint32_t places_of(const TraitTable& remains, RowId row, const Parameters& parameters);

/// The source in an id "SOURCE:ID".
std::string_view source_of(std::string_view id);

/// The prior odds of two rows of one side. A share of rows has a partner in another source, another
/// share one in its own; either is spread over the rows that it may be, by their weights:
///   odds(a, b) = share w_a w_b / (W - w), W the sum of the weights of the rows it may be, itself
///   included, w the lesser of the two.
/// Weights are 1, except for *part*, where a record that is a part has 1, one that does not say
/// what it is less, a whole body little, and a lot of several individuals none.
class WithinSidePrior {
 public:
  WithinSidePrior(Relation relation, const TraitTable& table, const Parameters& parameters);
  double odds(RowId left, RowId right) const;
  /// No pair has greater odds.
  double greatest() const { return greatest_; }
  const std::vector<double>& weights() const { return weight_; }
  /// The mean, over all other rows by their weights, of the row's odds with a row of weight 1:
  /// times the sum of weight x LR of some of its pairs it estimates the sum of their odds x LR.
  double mean_odds(RowId row) const;

 private:
  std::vector<std::uint32_t> source_;  // of each row
  std::vector<double> weight_;         // of each row
  std::vector<double> in_source_;      // sum of the weights of each source
  double in_all_ = 0;
  double across_ = 0;
  double within_ = 0;
  double greatest_ = 0;

  double odds_between(std::uint32_t a, double weight_a, std::uint32_t b, double weight_b) const;
};

}  // namespace confronta
