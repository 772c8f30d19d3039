#pragma once
// The urn by conditioning: fast where few persons are typed.

#include <span>
#include <vector>

#include "models/stats/genetics/coancestry.h"

namespace confronta::genetics {

/// With the choices of all meioses and the phases of the typed known, every allele descends from
/// one founder's allele k alone, and what is known of its descendants is a function h_k of it. Over
/// one such case the sum over the partitions of the urn's unknown alleles is then a sum over
/// subsets,
///   Z(S) = sum over B in S with S's first of theta^(|B| - 1) (|B| - 1)! c(B) Z(S without B),
///   c(B) = sum_a base_a prod_{k in B} h_k(a),
/// and the whole is the sum over the cases. Exact, as the sum over partitions is.
class ConditionedSum {
 public:
  /// `conditioned`: the variables that part the founders' alleles from each other.
  ConditionedSum(const FactorGraph& graph, std::span<const Urn> urns,
                 std::span<const int> conditioned);

  /// About how many products run() takes.
  double work() const;
  ScaledNumber run() const;

 private:
  ScaledNumber one_case(std::span<const int> value) const;

  const FactorGraph& graph_;
  std::span<const Urn> urns_;
  std::span<const int> conditioned_;
  std::vector<int> unknown_;  // of all urns, one after the other
};

}  // namespace confronta::genetics
