#pragma once
// Founders who share ancestors (theta > 0): alleles drawn from one urn.

#include <optional>
#include <span>
#include <vector>

#include "models/stats/genetics/factor_graph.h"

namespace confronta::genetics {

/// The urn of one locus. Alleles that are known are drawn first: the order does not matter. What
/// remains are variables, each with one state a class.
///
/// A further draw is a copy of each earlier *unknown* one with weight theta, or new with the
/// weights base_a = n_a theta + (1 - theta) p_a, n_a counting the known ones. The unknown draws
/// thus fall into blocks of copies, and the likelihood is a sum over the set partitions of the
/// unknown alleles of theta^(u - blocks) prod (size - 1)! / prod_{j < u} (1 + (n + j - 1) theta)
/// times the likelihood with the alleles of each block made one, new from base. It is exact for any
/// mutation model and any number of alleles (Balding & Nichols 1994; the copying is Blackwell &
/// MacQueen's (1973) reading of the urn).
class Urn {
 public:
  /// theta in (0, 1); the classes' frequencies.
  Urn(double theta, std::vector<double> frequencies);

  /// Draws a known allele: its probability given what was drawn before.
  double draw(int allele_class);
  /// An allele that is a variable of the graph.
  void add_unknown(int variable) { unknown_.push_back(variable); }
  /// An allele of which nothing is asked. It is drawn last, and is worth 1 unless the frequencies
  /// do not sum to 1.
  void add_idle() { ++idle_; }

  double theta() const { return theta_; }
  const std::vector<double>& base() const { return base_; }
  int drawn() const { return drawn_; }
  std::span<const int> unknown() const { return unknown_; }
  /// 1 + (n - 1) theta: what the weights are divided by after n draws.
  double denominator(int n) const { return 1 + (n - 1) * theta_; }
  /// The probability of all idle draws.
  double idle_probability() const;

 private:
  double theta_;
  double new_weight_;  // (1 - theta) sum p
  std::vector<double> base_;
  int drawn_ = 0;
  int idle_ = 0;
  std::vector<int> unknown_;
};

/// Values over the kept variables, in their order, each with an exponent of its own.
using ScaledTable = std::vector<ScaledNumber>;

/// The sum over the graph and over all partitions of every urn's unknown alleles. Without urns: the
/// plain sum. Kept variables that are tied to nothing but the one urn (an unrelated person's) do
/// not add to the partitions. One partition after the other or, where that is less work, by
/// ConditionedSum, for which `parting` names the variables (none: it is not to be had). Nothing if
/// it would take more than `most_work` products.
std::optional<ScaledTable> sum_over_urns(const FactorGraph& graph, std::span<const Urn> urns,
                                         std::span<const int> kept,
                                         const std::optional<std::vector<int>>& parting,
                                         double most_work);

}  // namespace confronta::genetics
