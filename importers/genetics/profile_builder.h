#pragma once
// The loci of one sample, put together into what the store keeps of it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "importers/genetics/allele_cells.h"
#include "importers/importer.h"
#include "importers/mapping/collector.h"
#include "models/domain/dna.h"
#include "models/domain/record.h"

namespace confronta::importers {

/// Gathers the cells of one sample. The rule for one allele alone ("12" beside an empty cell): in a
/// full profile it is a homozygote. A profile is full if no autosomal locus of it is blank, empty
/// or has a copy marked as not called; in one that is not full, the allele stays alone, since the
/// other copy may be lost. On X in a man, and always on Y, one allele is all there is. Not
/// thread-safe.
class ProfileBuilder {
 public:
  explicit ProfileBuilder(std::string sample) : sample_(std::move(sample)) {}

  std::string kit;
  std::string sample_of;  // "": the sample's own name
  std::string sample_of_column;
  std::string comment;   // kept as a note
  bool partial = false;  // the laboratory says so
  std::optional<double> dropout, dropin;
  std::optional<MtSequence> mt;
  std::string mt_column;

  /// Where a locus was read. A second column of a doubled Y locus adds its alleles; any other locus
  /// given twice is the error "dna.locus_twice" (locus).
  /// `heights`: of the peaks, one an allele, or empty. `tried`: a blank one was tried in vain.
  Status add(std::string_view locus, LocusCells cells, std::vector<double> heights, bool tried,
             Provenance from);

  /// The sample as a record without id and raw row, or why there is none: "dna.mixture" (two or
  /// more autosomal loci with over two alleles), "dna.no_calls", "dna.allele" (a letter at an STR).
  /// Remarks, counted over
  /// samples: "dna.single_allele_kept", "dna.three_alleles".
  Result<Record> finish(const Provenance& row, ReadingNotes& notes);

 private:
  struct Entry {
    LocusCall call;
    LocusCells cells;
    bool tried = false;
    Provenance from;
  };
  bool full() const;
  std::optional<Code> sex() const;
  static void settle(Entry& entry, bool full, bool man);

  std::string sample_;
  std::vector<Entry> entries_;  // sorted by locus
};

}  // namespace confronta::importers
