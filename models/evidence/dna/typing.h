#pragma once
// What is known of one person's genotypes, autosomal and on X, all samples together.

#include <span>
#include <string_view>
#include <vector>

#include "models/domain/trait_table.h"
#include "models/stats/genetics/consensus.h"
#include "models/stats/genetics/pedigree.h"
#include "models/stats/genetics/reported_call.h"

namespace confronta {

/// One profile a person: the samples' consensus, its conflicts (those loci say nothing), and what
/// is assumed of its losses. Of several samples the least that any of them has: what one lost,
/// another shows; samples of X alone have no say in it.
struct Typing {
  DnaProfile profile;  // loci sorted, each once
  std::vector<genetics::ConsensusConflict> conflicts;
  genetics::SampleErrors errors;
  /// Of a row: whose two X chromosomes, or one, the loci on X are. As recorded, by two alleles at a
  /// locus on X or by a Y haplotype; unknown where these contradict each other. Of a member of a
  /// family it is not said here: the pedigree has it.
  genetics::Sex sex = genetics::Sex::unknown;

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

/// Without the loci on X of somebody who is not known to be of that sex: there they say nothing.
Typing compared_as(const Typing& typing, genetics::Sex sex);

/// "12/14", "12/-", "-".
std::string call_text(const LocusCall& call);

}  // namespace confronta
