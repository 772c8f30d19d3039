#pragma once
// The profiles of a table's rows, coded by class for every family to read.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/evidence/dna/match_population.h"
#include "models/evidence/dna/typing.h"
#include "models/stats/genetics/profile_classes.h"

namespace confronta {

/// Rows with a call at any locus of the population are numbered in the order of the rows, table
/// after table. A locus on X is coded as a man's and as a woman's; a row has it under the sex that
/// it is known to be of (Typing::sex), else under none. A locus that cannot be used (three alleles,
/// a name that is no allele) is as if not typed. Immutable; the tables need not outlive it.
class CodedProfiles {
 public:
  CodedProfiles(std::span<const TraitTable* const> tables, const MatchPopulation& population,
                const genetics::DropoutModel& dropout);
  CodedProfiles(const CodedProfiles&) = delete;
  CodedProfiles& operator=(const CodedProfiles&) = delete;

  const genetics::ProfileClasses& classes() const { return *classes_; }
  /// The number of a row's profile; none without one.
  std::optional<std::size_t> profile_of(std::size_t table, RowId row) const;
  /// The genotypes' alleles by the locus's genotype_index, for reading Fit.
  struct Pair {
    int x, y;
  };
  std::span<const Pair> genotypes(std::size_t locus) const { return genotypes_[locus]; }
  std::size_t size() const { return classes_->size(); }

 private:
  void number_rows(std::span<const TraitTable* const> tables,
                   const genetics::DropoutModel& dropout);

  std::vector<genetics::Locus> loci_;  // on X twice: of one copy, of two
  std::vector<bool> one_copy_;
  std::optional<genetics::ProfileClasses> classes_;
  std::vector<std::vector<Pair>> genotypes_;
  std::vector<std::vector<std::uint32_t>> number_of_;  // by table and row; 0 none, else number + 1
};

}  // namespace confronta
