#pragma once
// Y-STR haplotypes of two men of one line.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/result.h"

namespace confronta::genetics {

/// Repeats by locus.
using YHaplotype = std::map<std::string, double, std::less<>>;

/// How several mutations of one locus are counted.
enum class YSteps {
  /// At most one in all meioses: difference 0: (1 - mu)^k; 1: k (mu/2) (1 - mu)^(k - 1); more: not
  /// defined
  first_order,
  /// A walk of k steps, each +1 or -1 with mu/2 and 0 with 1 - mu:
  /// sum_j k! / (j! (j + |d|)! (k - 2j - |d|)!) (mu/2)^(2j + |d|) (1 - mu)^(k - 2j - |d|)
  walk,
};

/// P(difference | k meioses, mu). mu/2 and not mu: the direction is part of what was seen. A
/// difference that is no whole number of repeats is not reached by steps: not defined in first
/// order, 0 by walking.
std::optional<double> y_step_probability(double difference, int meioses, double rate, YSteps steps);

struct YMatch {
  std::vector<std::string> loci;  // typed in both
  std::optional<double>
      probability;  // of the one haplotype given the other; first order may be none
};

/// Over the loci typed in both. The frequency in the LR's denominator must count the haplotype at
/// these loci. Errors: "genetics.y_rate" (a compared locus without a rate, or outside [0, 1]),
/// "genetics.meioses" (negative).
Result<YMatch> y_match(const YHaplotype& one, const YHaplotype& other, int meioses,
                       const std::map<std::string, double, std::less<>>& rates, YSteps steps);

}  // namespace confronta::genetics
