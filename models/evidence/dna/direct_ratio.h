#pragma once
// Two profiles: one person's, or two people's.

#include <vector>

#include "models/domain/score.h"
#include "models/evidence/dna/coded_profiles.h"

namespace confronta {

/// LR = sum_g P(g) P(c1 | g) P(c2 | g) / sum_{g1, g2} P(g1, g2) P(c1 | g1) P(c2 | g2) a locus, the
/// alleles of both people from one urn (theta): of two equal full calls it is 1 / P(g | g seen
/// once), Balding & Nichols 1994. On X two men have one allele each, two women two; of a man and a
/// woman nothing is said there. Immutable; the profiles outlive it.
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
  /// P(c | g is of another person) of a class c, for every genotype g, in parts. With the weights
  /// q_x = (1 - theta) p_x and F_xy = P(c | x/y), another person's x/y has beside g = a/b
  ///   (1 + theta)(1 + 2 theta) P(x/y | g) = w_x (w_y + theta [x = y]), twice if x != y,
  ///   w_x = q_x + theta ([x = a] + [x = b]),
  /// and summed over x/y, weighed with F:
  ///   whole + pull_a + pull_b + 2 theta^2 (F_aa + F_bb + F_ab).
  /// Of one copy each it is P(x | a) = q_x + theta [x = a]: whole + theta F_a, pull unused.
  struct Beside {
    double whole = 0;  // sum_xy F_xy q_x q_y + theta sum_x F_xx q_x; of one copy sum_x F_x q_x
    std::vector<double> pull;  // by allele: 2 theta sum_y F_ay q_y
    std::vector<double> same;  // by allele: F_aa
  };
  Beside beside(std::size_t at, std::size_t code) const;
  double one_copy(std::size_t at, std::size_t one, std::size_t other) const;
  bool full(std::size_t at, std::size_t code) const;
  double genotype(std::size_t at, std::size_t g) const;

  const CodedProfiles& profiles_;
  double theta_, mistyping_;
  Score mistyped_;
  std::vector<std::vector<Beside>> beside_;  // by locus and class
  std::vector<std::vector<Score>> equal_;    // by locus and class: full calls met again
};

/// The samples are of whom they are said to be but for `wrong`: (1 - wrong) LR + wrong.
Score unless_wrong(Score total, double wrong);

}  // namespace confronta
