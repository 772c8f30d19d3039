#pragma once
// Alleles that nobody shows, taken together.

#include <vector>

#include "models/stats/genetics/evidence.h"

namespace confronta::genetics {

/// A partition of a locus's alleles. Where the mutation model treats unseen alleles alike (none,
/// equal, proportional), all alleles that no call names are one class, which is exact: founders
/// draw the class with the sum of the frequencies (also with theta: a Dirichlet distribution may be
/// summed over), any member passes into any class with the same probability, and no call tells the
/// members apart. Otherwise, and for the silent allele, every allele is a class of its own.
class AlleleClasses {
 public:
  explicit AlleleClasses(const LocusEvidence& evidence);
  /// Every allele a class of its own.
  static AlleleClasses all(const LocusEvidence& evidence);

  int size() const { return static_cast<int>(representative_.size()); }
  /// An allele of the class; calls and mutation are asked about it.
  int representative(int allele_class) const {
    return representative_[static_cast<std::size_t>(allele_class)];
  }
  double frequency(int allele_class) const {
    return frequency_[static_cast<std::size_t>(allele_class)];
  }
  double total_frequency() const;
  /// Class to class. Without mutation: the identity.
  TransitionMatrix mothers() const;
  TransitionMatrix fathers() const;

 private:
  AlleleClasses(const LocusEvidence& evidence, bool lump);
  TransitionMatrix lumped(const TransitionMatrix* matrix) const;

  const Mutation* mutation_;
  std::vector<int> class_of_, representative_;
  std::vector<double> frequency_;
};

}  // namespace confronta::genetics
