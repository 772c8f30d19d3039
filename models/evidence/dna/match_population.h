#pragma once
// What a match assumes of the population and of how alleles are passed on: the allele tables,
// frozen or shipped, and the rates of the parameters genetics.*.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/evidence/dna/frozen_alleles.h"
#include "models/parameters.h"
#include "models/stats/genetics/evidence.h"

namespace confronta {

/// A locus of the tables with the alleles that a case needs.
struct MatchLocus {
  genetics::Locus locus;
  genetics::Mutation mutation;
  /// The bytes of all that both are made of, but for the locus's name: alleles, frequencies, rates.
  std::string content;
};

/// Immutable; shared by threads.
class MatchPopulation {
 public:
  MatchPopulation(const Parameters& parameters, const ReferenceSet& reference);

  /// The tables in force and how many chromosomes they counted (tables_text).
  const std::string& name() const { return name_; }
  const genetics::Population& founders() const { return founders_; }
  /// The loci that can be weighed: those of the tables, but of each linkage group on X only the one
  /// with the greatest heterozygosity, and none on X whose group is not known. Canonical names,
  /// sorted.
  std::span<const std::string> loci() const { return loci_; }
  bool has(std::string_view locus) const;
  /// Whether a table has it, but not for weighing: on X beside one that is, or of no known group.
  bool set_aside(std::string_view locus) const;
  bool on_x(std::string_view locus) const;
  /// Whether the table itself has an allele; else it is rare.
  bool has(std::string_view locus, std::string_view allele) const;
  /// What an allele counts that the table of a locus lacks: 5/(2N), or the minimum.
  double rare_frequency(std::string_view locus) const;
  /// Of an allele in one meiosis (parameters genetics.mutation_*).
  double female_rate() const { return female_.rate; }
  double male_rate() const { return male_.rate; }

  /// The table's alleles and those of `seen` that are numbers of repeats and that the table lacks
  /// (rare: genetics::table_locus), scaled to sum to 1: a match asks how likely one person is
  /// beside all others, and published figures are rounded. Mutation is stepwise. Depends on nobody
  /// but the case's own people, so that a pair has one LR in every run. Errors:
  /// "genetics.table_locus" (locus, tables), those of Locus and of Mutation::make.
  Result<MatchLocus> locus(std::string_view name, std::span<const std::string> seen) const;
  /// The frequencies as they are, for coding the calls of many: no allele's depends on another.
  Result<genetics::Locus> plain_locus(std::string_view name,
                                      std::span<const std::string> seen) const;

 private:
  /// The place of a locus in loci_.
  std::optional<std::size_t> find(std::string_view name) const;
  Result<MatchLocus> made(std::string_view name, std::span<const std::string> seen) const;

  std::string name_;
  std::vector<std::string> loci_;
  std::vector<genetics::TableLocus> tables_;  // of loci_
  std::vector<std::string> set_aside_;
  genetics::Population founders_;
  genetics::MutationSpec female_, male_;
  double rare_minimum_;
  std::vector<std::optional<MatchLocus>> ladders_;  // of loci_, without rare alleles: most cases'
};

}  // namespace confronta
