#pragma once
// What a laboratory reported of one person at one locus, and how probable that is given the
// person's genotype.

#include <variant>
#include <vector>

#include "models/stats/genetics/locus.h"

namespace confronta::genetics {

/// A copy that was not called ("-"): any allele.
inline constexpr int not_called = -1;

/// Two copies, exact: a/b, a/a, or a/- where only one copy could be called. A man's single allele
/// on X is a/a. -/- says nothing.
struct GenotypeCall {
  int first = not_called;
  int second = not_called;

  bool operator==(const GenotypeCall&) const = default;
};

/// The set of alleles seen in a degraded sample. Each of the two copies is lost with probability
/// `dropout`; with probability `dropin` exactly one allele is added, drawn by population frequency.
/// An empty set is an observation too: the locus was tried and gave nothing.
struct DetectedAlleles {
  std::vector<int> alleles;  // distinct
  double dropout = 0;
  double dropin = 0;

  bool operator==(const DetectedAlleles&) const = default;
};

using Call = std::variant<GenotypeCall, DetectedAlleles>;

/// P(call | genotype x/y). A silent allele is never seen: a/a is {a/a, a/silent}; a/- is {a/any}.
/// With E the detected set, S the copies that survive and p the table's frequencies (those of the
/// alleles that can be seen, unscaled by the silent one, which never drops in):
///   P(E | G) = P(S = E) [(1 - c) + c sum_{a in E} p_a] + c sum_{a in E} p_a P(S = E \ {a})
double call_probability(const Locus& locus, const Call& call, int x, int y);

/// The same for a man's one copy of an X locus.
double call_probability_hemizygous(const Locus& locus, const Call& call, int x);

/// Whether the call names the allele. All alleles that a call does not name are alike to it, as one
/// copy and as two.
bool names_allele(const Call& call, int allele);

}  // namespace confronta::genetics
