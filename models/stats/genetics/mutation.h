#pragma once
// Mutation from parent to child: with which probability each allele is passed on as each other.

#include <optional>
#include <string_view>
#include <vector>

#include "models/domain/result.h"
#include "models/stats/genetics/locus.h"

namespace confronta::genetics {

/// How a mutating allele chooses its new form. Rows are the parent's allele, columns the one passed
/// on; n alleles with frequencies p; R = rate. The definitions are those of the R package pedmut
/// (Vigeland & Egeland), which follow Familias.
enum class MutationKind {
  /// M_ij = R / (n - 1)
  equal,
  /// M_ij = a p_j, M_ii = 1 - a + a p_i, a = R / sum_i p_i (1 - p_i): R is the overall rate
  proportional,
  /// Whole repeats: M_ij = R r^|x_i - x_j| / sum_k r^|x_i - x_k| over i's microvariant group (the
  /// alleles with the same odd bases: round(10 (x - round(x)))); all others share R2. r = range.
  /// M_ii = 1 - R - R2, less only what has somewhere to go.
  stepwise,
  /// M_ij = R r^|i-j| / sum_k r^|i-k|, k other than i, distances in ranks: the stepwise model of
  /// Familias before microvariants had a rate of their own (its code 2, "unstationary")
  ranked,
  /// Whole repeats only: the neighbours at distance 1 share R
  one_step,
  /// M_ij = R / p_i * (1 - r) r^|i-j| / (2 r (n - a)), a = (1 - r^n) / (1 - r), distances in ranks
  /// (Dawid, Mortera & Pascali 2001): reversible
  dawid,
};

/// Changes a matrix into one that keeps the frequencies, with x = p_i M_ij and y = p_j M_ji:
/// Metropolis-Hastings M_ij min(1, y/x), Barker M_ij y/(x + y), preserved rate (x + y)/(2 p_i). The
/// first two are then moved towards the identity or away until the overall rate is M's again.
enum class Reversible { no, metropolis_hastings, barker, preserved_rate };

struct MutationSpec {
  MutationKind kind = MutationKind::equal;
  double rate = 0;
  double rate2 = 0;  // stepwise: to another microvariant group
  double range = 0;  // stepwise, ranked and dawid
  Reversible transform = Reversible::no;

  bool operator==(const MutationSpec&) const = default;
};

/// A square matrix of transition probabilities.
class TransitionMatrix {
 public:
  explicit TransitionMatrix(int size)
      : size_(size), cells_(static_cast<std::size_t>(size) * static_cast<std::size_t>(size)) {}

  int size() const { return size_; }
  double operator()(int from, int to) const { return cells_[place(from, to)]; }
  double& operator()(int from, int to) { return cells_[place(from, to)]; }
  double row_sum(int from) const;

 private:
  std::size_t place(int from, int to) const {
    return static_cast<std::size_t>(from) * static_cast<std::size_t>(size_) +
           static_cast<std::size_t>(to);
  }
  int size_;
  std::vector<double> cells_;
};

/// The matrix over the locus's alleles. A silent allele neither mutates nor arises by mutation; the
/// others mutate among themselves, with their frequencies as if it did not exist.
/// Errors: "genetics.mutation_rate" (negative, or rates that leave no room),
/// "genetics.mutation_range", "genetics.mutation_names" (stepwise or one-step, and an allele that
/// is no number or no whole one), "genetics.mutation_transform" (the preserved rate needs more than
/// a row can give).
Result<TransitionMatrix> mutation_matrix(const Locus& locus, const MutationSpec& spec);

/// The two matrices of a locus.
struct Mutation {
  TransitionMatrix female;  // mother to child
  TransitionMatrix male;    // father to child
  /// Alleles that nobody shows may be taken together as one: the model treats them alike.
  bool lumpable = false;

  /// Errors: as mutation_matrix.
  static Result<Mutation> make(const Locus& locus, const MutationSpec& female,
                               const MutationSpec& male);
};

}  // namespace confronta::genetics
