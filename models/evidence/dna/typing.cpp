#include "models/evidence/dna/typing.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "models/domain/number_text.h"
#include "models/evidence/common/observed.h"

namespace confronta {

const LocusCall* Typing::at(std::string_view locus) const {
  const auto found = std::lower_bound(
      profile.loci.begin(), profile.loci.end(), locus,
      [](const LocusCall& call, std::string_view name) { return call.locus < name; });
  return found != profile.loci.end() && found->locus == locus ? &*found : nullptr;
}

Typing typing_of(std::span<const DnaProfile* const> samples, genetics::SampleState state,
                 const genetics::DropoutModel& model) {
  Typing typing;
  if (samples.empty()) return typing;
  genetics::Consensus both = genetics::consensus(samples);
  typing.profile = std::move(both.profile);
  typing.conflicts = std::move(both.conflicts);
  typing.errors = sample_errors(*samples.front(), state, model);
  for (const DnaProfile* sample : samples.subspan(1)) {
    const genetics::SampleErrors errors = sample_errors(*sample, state, model);
    if (errors.dropout < typing.errors.dropout) typing.errors = errors;
  }
  std::sort(typing.profile.loci.begin(), typing.profile.loci.end(),
            [](const LocusCall& a, const LocusCall& b) { return a.locus < b.locus; });
  return typing;
}

Typing typing_of(const std::vector<DnaProfile>& samples, const genetics::DropoutModel& model) {
  std::vector<const DnaProfile*> each;
  for (const DnaProfile& sample : samples) each.push_back(&sample);
  return typing_of(each, genetics::SampleState::reference, model);
}

Typing typing_of(const TraitTable& table, RowId row, const genetics::DropoutModel& model) {
  const std::vector<const DnaProfile*> samples =
      observed_values<DnaProfile>(table, row, Trait::genotypes);
  const std::string_view condition = table.code(row, Trait::condition);
  const std::string_view part = table.code(row, Trait::part_kind);
  const bool degraded = condition == "skeletonized" || condition == "skeletonized_articulated" ||
                        condition == "degraded_bone" || condition == "burnt" ||
                        part == "skeleton" || part == "bone" || part == "fragment";
  return typing_of(
      samples, degraded ? genetics::SampleState::degraded : genetics::SampleState::trace, model);
}

std::string call_text(const LocusCall& call) {
  if (call.alleles.empty()) return "-";
  if (call.alleles.size() == 1) return call.alleles.front() + "/-";
  std::vector<std::pair<double, std::string>> alleles;  // repeats first, in order; then X and Y
  for (const std::string& allele : call.alleles)
    alleles.emplace_back(parse_number(allele).value_or(std::numeric_limits<double>::infinity()),
                         allele);
  std::sort(alleles.begin(), alleles.end());
  std::string text;
  for (const auto& [repeats, allele] : alleles) text += (text.empty() ? "" : "/") + allele;
  return text;
}

}  // namespace confronta
