#pragma once
// What a match assumes of the population and of how alleles are passed on: the allele table and the
// rates of the parameters genetics.*.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/data/allele_tables.h"
#include "models/parameters.h"
#include "models/stats/genetics/evidence.h"

namespace confronta {

/// An autosomal locus of the table with the alleles that a case needs.
struct MatchLocus {
  genetics::Locus locus;
  genetics::Mutation mutation;
  /// The bytes of all that both are made of, but for the locus's name: alleles, frequencies, rates.
  std::string content;
};

/// Immutable; shared by threads.
class MatchPopulation {
 public:
  explicit MatchPopulation(const Parameters& parameters);

  std::string_view name() const { return table_->name; }
  const genetics::Population& founders() const { return founders_; }
  /// The loci that can be weighed: autosomal, in the table. Canonical names, sorted.
  std::span<const std::string> loci() const { return loci_; }
  bool has(std::string_view locus) const;
  /// Whether the table itself has an allele; else it is rare.
  bool has(std::string_view locus, std::string_view allele) const;
  /// Of an allele in one meiosis (parameters genetics.mutation_*).
  double female_rate() const { return female_.rate; }
  double male_rate() const { return male_.rate; }

  /// The table's alleles and those of `seen` that are numbers of repeats and that the table lacks
  /// (rare: genetics::table_locus), scaled to sum to 1: a match asks how likely one person is
  /// beside all others, and published figures are rounded. Mutation is stepwise. Depends on nobody
  /// but the case's own people, so that a pair has one LR in every run. Errors: those of
  /// table_locus and of Mutation::make.
  Result<MatchLocus> locus(std::string_view name, std::span<const std::string> seen) const;
  /// The frequencies as they are, for coding the calls of many: no allele's depends on another.
  Result<genetics::Locus> plain_locus(std::string_view name,
                                      std::span<const std::string> seen) const;

 private:
  const MatchLocus* ladder(std::string_view name) const;
  Result<MatchLocus> made(std::string_view name, std::span<const std::string> seen) const;

  const AlleleTable* table_;
  std::vector<std::string> loci_;
  genetics::Population founders_;
  genetics::MutationSpec female_, male_;
  double rare_minimum_;
  std::vector<std::optional<MatchLocus>> ladders_;  // of loci_, without rare alleles: most cases'
};

}  // namespace confronta
