#pragma once
// How many things of a kind (marks, implants) a record lists, under both propositions.
//
// A person carries Poisson(lambda) of them, lambda ~ Gamma(shape, mean): some people have none and
// some have many. A report lists each with probability `listed`, the remains show and list each
// with their own probability. Given a report of m things, lambda ~ Gamma(shape + m, ...), and the
// remains list, beside those of the report that are found again, a negative binomial number of
// others:
//   mean (shape + m) (1 - listed) mu / (shape + listed Lambda),   size shape + m,
// with mu the mean on remains of this kind and Lambda the mean of what a person carries. Where
// people hardly differ (shape -> infinity) this is the Poisson pair nu1 = (1 - listed) mu, nu0 =
// mu.
//
// A record that says nothing is missing; but a record of none is often left blank, so that "blank"
// depends on the number. `zero_written` is the probability that none is written down as none; both
// propositions are conditioned on the record saying something.

#include <array>
#include <span>
#include <vector>

#include "models/stats/matching_sum.h"

namespace confronta {

/// What the records of one kind of remains list: how many records there are, and how many of them
/// list 0, 1, ... things (most_listed stands for "that or more").
struct ListCensus {
  double records = 0;
  std::array<double, most_listed + 1> listing{};
};

/// What is assumed where the census is thin. `prevalence`: share of remains with at least one;
/// `mean_if_any`: mean number where there is one; `pseudo_records`: the weight of both.
struct ListAssumptions {
  double prevalence = 0;
  double mean_if_any = 1;
  double pseudo_records = 1;
};

class ListCounts {
 public:
  /// The published prevalence is held within what the census allows: if blank meant "not known" it
  /// would be the share among the records that say something, if blank meant "none" the share among
  /// all. The shape follows from prevalence and mean; P(number | H2) is the census, smoothed by the
  /// model with pseudo_records.
  ListCounts(const ListCensus& census, const ListAssumptions& assumptions);

  double mean() const { return mean_; }
  double shape() const { return shape_; }
  double zero_written() const { return zero_written_; }
  /// P(k listed | H2, the record says something); k = most_listed stands for "that or more".
  double p_h2(int k) const { return p_h2_[static_cast<std::size_t>(k)]; }

  /// Weights for matching_sum over odds d f / ((1 - d) u): for a record of k things, those of the
  /// matchings with r pairs, into weights[r], r = 0..min(found.size(), k). `found` holds d of each
  /// thing of the report, `listed` and `carried` (Lambda) are as above.
  void size_weights(std::span<const double> found, double listed, double carried, int k,
                    double* weights) const;

 private:
  double mean_ = 0;
  double shape_ = 1;
  double zero_written_ = 1;
  std::array<double, most_listed + 1> p_h2_{};
};

/// Weights for matching_sum where the number of things listed is left out of the evidence: given a
/// record of k things, r of which are those of the report,
///   w(r) = product(1 - d) (k - r)! / k! / P(at most k are found).
/// Whatever k, the mean over what the k things are is then 1.
void size_weights_given_length(std::span<const double> found, int k, double* weights);

/// P(0), ..., P(most_listed - 1), P(>= most_listed) of the negative binomial. size > 0, mean >= 0.
std::array<double, most_listed + 1> negative_binomial(double size, double mean);

}  // namespace confronta
