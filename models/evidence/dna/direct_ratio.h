#pragma once
// Two profiles: one person's, or two people's.

#include <vector>

#include "models/domain/score.h"
#include "models/evidence/dna/coded_profiles.h"

namespace confronta {

/// LR = sum_g P(g) P(c1 | g) P(c2 | g) / sum_{g1, g2} P(g1, g2) P(c1 | g1) P(c2 | g2) a locus, the
/// alleles of both people from one urn (theta): of two equal full calls it is 1 / P(g | g seen
/// once), Balding & Nichols 1994. Immutable; the profiles outlive it.
class DirectRatio {
 public:
  DirectRatio(const CodedProfiles& profiles, double theta, double mistyping);

  /// The LR of the classes of two calls at a locus; not typed says nothing (1).
  double locus(std::size_t at, std::size_t one, std::size_t other) const;
  /// Sum over the loci of (1 - m) LR + m: a locus of either may be mistyped.
  Score total(std::size_t profile, std::size_t other) const;
  /// The loci called in both.
  std::size_t compared(std::size_t profile, std::size_t other) const;

 private:
  bool full(std::size_t at, std::size_t code) const;
  double genotype(std::size_t at, std::size_t g) const;
  double beside(std::size_t at, std::size_t g, std::size_t given) const;

  const CodedProfiles& profiles_;
  double theta_, mistyping_;
  Score mistyped_;
  std::vector<std::vector<Score>> equal_;  // by locus and class: full calls met again
};

/// The samples are of whom they are said to be but for `wrong`: (1 - wrong) LR + wrong.
Score unless_wrong(Score total, double wrong);

}  // namespace confronta
