#pragma once
// What is known of one person's autosomal genotypes, all samples together.

#include <span>
#include <string_view>
#include <vector>

#include "models/domain/trait_table.h"
#include "models/stats/genetics/consensus.h"
#include "models/stats/genetics/reported_call.h"

namespace confronta {

/// One profile a person: the samples' consensus, its conflicts (those loci say nothing), and what
/// is assumed of its losses. Of several samples the least that any of them has: what one lost,
/// another shows.
struct Typing {
  DnaProfile profile;  // loci sorted, each once
  std::vector<genetics::ConsensusConflict> conflicts;
  genetics::SampleErrors errors;

  /// nullptr: not typed.
  const LocusCall* at(std::string_view locus) const;
};

Typing typing_of(std::span<const DnaProfile* const> samples, genetics::SampleState state,
                 const genetics::DropoutModel& model);
/// Of a member of a family, or of any list of profiles that are kept elsewhere.
Typing typing_of(const std::vector<DnaProfile>& samples, const genetics::DropoutModel& model);
/// Of a row (trait genotypes). Skeletons, bones and burnt bodies may have lost alleles even where a
/// profile looks full.
Typing typing_of(const TraitTable& table, RowId row, const genetics::DropoutModel& model);

/// "12/14", "12/-", "-".
std::string call_text(const LocusCall& call);

}  // namespace confronta
