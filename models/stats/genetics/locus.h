#pragma once
// A locus: the ladder of its alleles and how often a population has each.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/domain/result.h"

namespace confronta::genetics {

enum class Inheritance { autosomal, x_linked };

/// The repeats that an STR allele's name states: "9.3" is 9 repeats and 3 bases. Nothing for a name
/// that is not a number ("A" of a SNP).
std::optional<double> repeat_number(std::string_view allele);

/// The alleles of a locus in the order of their repeat numbers, names without a number after them.
/// An allele is known to the rest of the program by its place in this list. Frequencies are used as
/// they stand: whoever makes a locus decides what they sum to (a table sums to 1; a rare allele
/// added to it is not taken from the others).
class Locus {
 public:
  using Frequencies = std::vector<std::pair<std::string, double>>;

  /// Errors: "genetics.frequency" (not above 0, or above 1), "genetics.frequency_sum" (not 1 within
  /// 1 %: figures are published with three or four decimals), "genetics.allele_twice".
  static Result<Locus> make(std::string name, Frequencies frequencies,
                            Inheritance inheritance = Inheritance::autosomal);

  /// The same locus with one more allele, for one that a person has and the table lacks.
  /// Errors: as make, without the sum.
  Result<Locus> with_rare_allele(std::string_view allele, double frequency) const;
  /// The same locus with a silent allele: one that no laboratory sees. The others are scaled by
  /// 1 - frequency. Errors: "genetics.frequency".
  Result<Locus> with_silent_allele(double frequency) const;

  const std::string& name() const { return name_; }
  Inheritance inheritance() const { return inheritance_; }
  /// Number of alleles, the silent one (the last) included.
  int size() const { return static_cast<int>(frequencies_.size()); }
  /// The alleles that have a name.
  const std::vector<std::string>& alleles() const { return alleles_; }
  double frequency(int allele) const { return frequencies_[static_cast<std::size_t>(allele)]; }
  const std::vector<double>& frequencies() const { return frequencies_; }
  double total_frequency() const;
  std::optional<int> silent() const { return silent_; }
  double silent_frequency() const { return silent_ ? frequency(*silent_) : 0.0; }
  std::optional<int> find(std::string_view allele) const;

 private:
  std::string name_;
  Inheritance inheritance_ = Inheritance::autosomal;
  std::vector<std::string> alleles_;
  std::vector<double> frequencies_;
  std::optional<int> silent_;
};

/// The frequency of an allele that a table of `chromosomes` alleles counted does not have: five
/// copies (National Research Council 1996, The Evaluation of Forensic DNA Evidence, p. 148), and
/// never less than `minimum`. chromosomes = 0 (size of the table unknown): `minimum`.
double rare_allele_frequency(double chromosomes, double minimum);

}  // namespace confronta::genetics
