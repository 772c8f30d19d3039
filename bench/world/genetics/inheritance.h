#pragma once
// Genomes of the simulated world and how children come by theirs. The draws are Mendel's, from the
// allele tables of models/data; no likelihood is used.

#include <array>
#include <string>
#include <vector>

#include "bench/world/random.h"

namespace confronta::world {

/// What laboratories can see of a person. Alleles in tenths of a repeat: 93 is 9.3.
struct Genome {
  int sex = 0;                                // 0 male, 1 female
  std::vector<std::array<int, 2>> autosomal;  // by locus
  std::vector<int> y;                         // whole repeats by locus; empty for women
  int mitochondrial = 0;                      // number of the maternal line
};

/// Not thread-safe; keeps no reference to the random numbers it is made with.
class Inheritance {
 public:
  /// Draws the lines of fathers and mothers that the population has.
  explicit Inheritance(Random& random);

  const std::vector<std::string>& loci() const { return loci_; }
  const std::vector<std::string>& y_loci() const { return y_loci_; }
  /// Differences of a maternal line to the reference sequence, within "16024-16365;73-340".
  const std::vector<std::string>& line(int mitochondrial) const {
    return lines_[static_cast<std::size_t>(mitochondrial)];
  }

  Genome founder(Random& random, int sex) const;
  Genome child(Random& random, const Genome& father, const Genome& mother, int sex) const;
  /// An allele of the population at a locus.
  int allele(Random& random, std::size_t locus) const;

 private:
  struct Alleles {
    std::vector<int> tenths;
    std::vector<double> weights;
  };
  std::vector<std::string> loci_, y_loci_;
  std::vector<Alleles> alleles_;
  std::vector<std::vector<int>> fathers_;  // Y haplotypes
  std::vector<double> father_weights_;
  std::vector<std::vector<std::string>> lines_;  // mitochondrial
  std::vector<double> line_weights_;
};

/// "9.3" of 93.
std::string allele_text(int tenths);

}  // namespace confronta::world
