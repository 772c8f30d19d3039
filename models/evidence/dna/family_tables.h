#pragma once
// The tables of families, each computed once: in one match, and with a shelf in all matches.

#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <unordered_map>

#include "models/evidence/dna/match_population.h"
#include "models/evidence/dna/table_shelf.h"
#include "models/stats/genetics/family_table.h"

namespace confronta {

/// Remembers tables by their content: theta, the pedigree's ties and sexes, the missing person, the
/// calls of the relatives, and the ladder with its frequencies and rates of mutation; not by what
/// people and loci are called. Two mothers with one genotype share their table, and a report that
/// is weighed again as part of a doubtful pair finds its own. What it gives is equal to
/// FamilyTable::make to the bit, whatever it remembers. Any thread may ask; two who ask the same at
/// once may both compute it.
class FamilyTables {
 public:
  /// The shelf, if any, outlives it.
  explicit FamilyTables(TableShelf* shelf = nullptr) : shelf_(shelf) {}

  /// FamilyTable::make; the ladder outlives the table. Errors: as there; they are not remembered.
  Result<genetics::FamilyTable> table(const genetics::Pedigree& family, const MatchLocus& ladder,
                                      std::span<const genetics::Observation> observed, int missing,
                                      double theta);

 private:
  using Numbers = std::shared_ptr<const genetics::FamilyTable::Numbers>;
  Numbers remembered(const std::string& content);
  Numbers remember(std::string content, Numbers numbers);
  Numbers shelved(const std::string& content, int alleles);

  TableShelf* shelf_;
  std::mutex mutex_;  // of known_
  std::unordered_map<std::string, Numbers> known_;
};

}  // namespace confronta
