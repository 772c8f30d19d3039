#pragma once
// What one family says of several remains together: two brothers' bodies speak of each other as
// well as of their mother. docs/method/dna.md.

#include <map>
#include <span>
#include <utility>
#include <vector>

#include "models/evidence/dna/family_case.h"
#include "models/stats/genetics/scaled_number.h"

namespace confronta {

/// Remembers what assignments have in common: one for one family and one list of questions, not for
/// several threads. Everybody's samples speak, also a missing person's own. Founders are unrelated
/// (theta = 0), as in engine/dvi. Family, population and parameters outlive it.
///
/// With e the probability of a wrong sample or relationship, m of a mistyped locus, w_h the
/// probability of the pedigree h given the family's own profiles (as stated, or one of the fathers
/// of `persons` or of their children cut off):
///
///   LR(A) = sum_h w_h sum_{S in A} (1 - e)^|S| e^|A - S|
///             prod_loci sum_{T in S} (1 - m)^|T| m^|S - T| P_h(family, T) / [P_h(family) P(T)]
///
/// Whoever is not in S or T says nothing. Alone, a pair's LR is that of FamilyCase without theta.
class JointFamily {
 public:
  /// A person of the pedigree, and the remains that are said to be of that person.
  using Placed = std::vector<std::pair<int, const Typing*>>;

  /// `persons`: all who may be placed.
  JointFamily(const genetics::Family& family, std::span<const int> persons,
              const MatchPopulation& population, const genetics::DropoutModel& dropout,
              const Parameters& parameters);

  /// log10 LR; minus infinity where it is impossible. A locus that cannot be computed, and a call
  /// with an allele that neither table nor family has, say nothing.
  double log10_lr(const Placed& placed);

 private:
  struct Hypothesis {
    genetics::Pedigree pedigree;
    double weight = 0;
    std::vector<genetics::ScaledNumber> alone;  // P(family), by locus; 0 where it says nothing
  };
  using Calls = std::vector<std::pair<int, int>>;  // person, which of the locus's distinct calls

  void add_hypothesis(genetics::Pedigree pedigree, double prior);
  std::vector<Calls> calls_of(const Placed& placed);
  double ratio(std::size_t hypothesis, std::size_t locus, const Calls& calls);
  double with_mistyping(std::size_t hypothesis, std::size_t locus, const Calls& calls);

  FamilyCase family_;
  KinshipRates rates_;
  std::vector<Hypothesis> hypotheses_;
  struct DistinctCall {
    genetics::Call call;
    genetics::Sex sex = genetics::Sex::unknown;  // on X: whose
    double frequency = 0;
  };
  std::vector<std::vector<DistinctCall>> calls_;              // by locus
  std::vector<std::vector<std::map<Calls, double>>> ratios_;  // by hypothesis and locus
};

}  // namespace confronta
