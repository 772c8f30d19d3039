#pragma once
// Evidence through a hidden truth: with t the truth that both sides saw, each with its own errors,
//   LR = sum_t P(t | left) L_right(t) / sum_t P(t) L_right(t),   P(t | left) ~ P(t) L_left(t).
// P is the truth's distribution among the remains of the store (the right side), estimated into the
// ReferenceSet by fit_truth: the sum of w_j LR(i, j) over that reference is 1. It stands for both
// sides, since a person whose remains these are is one of those found dead: reports at large, most
// of them of the living, are not the people that a report is to be read against. So a feature that
// one side leaves out says exactly nothing, and the formula is that of two independent sights of
// one individual, the same in either order.
//
// Where the assumed errors do not fit the store (a rare colour that is seen less often than errors
// alone would make it), the sum falls short of 1 for some reports. Identity therefore divides by
// sum_t P(t | report) coverage(t), with coverage(t) = sum_j w_j L_j(t) / sum_t' P(t') L_j(t') from
// the ReferenceSet, but never by less than 1/2: a report unlike any remains fits none of them.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "models/evidence/common/tabulated.h"
#include "models/registry.h"

namespace confronta {

/// What a model says of its truths. Pure functions of their arguments; safe to share.
class LatentTruth {
 public:
  virtual ~LatentTruth() = default;
  /// The truths by name, in the order of every vector below. Names are keys of a ReferenceTable.
  virtual std::vector<std::string> truths() const = 0;
  /// P(truth) where the store says nothing. `remains`: among remains, else among reports (what
  /// duplicates are compared within).
  virtual std::vector<double> fallback(bool remains) const = 0;
  /// As in fit_truth: truths are scales of so many cells each; 0: classes.
  virtual std::size_t scale() const { return 0; }
  /// What the model reads of a row, coarsened: rows of one key are one to it. Empty: it reads
  /// nothing.
  virtual std::string key(const TraitTable& table, RowId row) const = 0;
  /// P(row | truth) up to a factor; for rows whose key is not empty. Never all 0.
  virtual std::vector<double> likelihood(const TraitTable& table, RowId row) const = 0;
};

/// Writes RELATION/MODEL.truth, and for identity .coverage.
void estimate_latent(const Estimation& estimation, const LatentTruth& truth, std::string_view model,
                     ReferenceSet& reference);

/// A table of scores over the classes of both sides. Derived classes explain.
class LatentEvidence : public TabulatedEvidence {
 protected:
  LatentEvidence(const Preparation& preparation, std::unique_ptr<const LatentTruth> truth,
                 std::string_view model);

  /// The probabilities of the right side under both propositions.
  struct Ratio {
    double h1;
    double h2;
    double log10() const;
  };
  /// For any two vectors of likelihoods: the whole model's, or those of one part of it.
  Ratio ratio(std::vector<double> left, const std::vector<double>& right) const;
  Ratio ratio(RowId left, RowId right) const;

  const LatentTruth& truth() const { return *truth_; }
  bool speaks(RowId left, RowId right) const;
  const TraitTable& left_table() const { return left_table_; }
  const TraitTable& right_table() const { return right_table_; }

 private:
  double log10_lr(RowId left, RowId right) const final;
  /// P(t | left) over its coverage.
  std::vector<double> posterior(std::vector<double> left) const;

  const TraitTable& left_table_;
  const TraitTable& right_table_;
  std::unique_ptr<const LatentTruth> truth_;
  std::vector<double> among_;  // P(t)
  std::vector<double> coverage_;
  std::vector<std::vector<double>> posteriors_;  // of each left class
  std::vector<std::vector<double>> relative_;    // L_right(t) / sum_t P(t) L_right(t)
};

}  // namespace confronta
