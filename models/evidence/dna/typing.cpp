#include "models/evidence/dna/typing.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "models/domain/number_text.h"
#include "models/evidence/common/observed.h"
#include "models/stats/genetics/x_loci.h"

namespace confronta {
namespace {

using genetics::Sex;

bool has_autosomes(const DnaProfile* sample) {
  return std::any_of(sample->loci.begin(), sample->loci.end(),
                     [](const LocusCall& call) { return !genetics::on_x(call.locus); });
}

bool has_two_alleles_on_x(const DnaProfile& profile) {
  return std::any_of(profile.loci.begin(), profile.loci.end(), [](const LocusCall& call) {
    return genetics::on_x(call.locus) &&
           std::adjacent_find(call.alleles.begin(), call.alleles.end(), std::not_equal_to<>{}) !=
               call.alleles.end();
  });
}

Sex sex_on_x(const TraitTable& table, RowId row, const DnaProfile& profile) {
  const std::string_view recorded = table.code(row, Trait::sex);
  const bool two = has_two_alleles_on_x(profile);
  const bool y = !observed_values<DnaProfile>(table, row, Trait::y_haplotype).empty();
  const bool woman = two || recorded == "female", man = y || recorded == "male";
  if (woman == man) return Sex::unknown;
  return woman ? Sex::female : Sex::male;
}

}  // namespace

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
  const bool any = std::any_of(samples.begin(), samples.end(), has_autosomes);
  std::optional<genetics::SampleErrors> least;
  for (const DnaProfile* sample : samples) {
    if (any && !has_autosomes(sample)) continue;
    const genetics::SampleErrors errors = sample_errors(*sample, state, model);
    if (!least || errors.dropout < least->dropout) least = errors;
  }
  typing.errors = *least;
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
  Typing typing = typing_of(
      samples, degraded ? genetics::SampleState::degraded : genetics::SampleState::trace, model);
  typing.sex = sex_on_x(table, row, typing.profile);
  return typing;
}

Typing compared_as(const Typing& typing, genetics::Sex sex) {
  Typing compared = typing;
  if (sex == Sex::unknown || typing.sex != sex)
    std::erase_if(compared.profile.loci,
                  [](const LocusCall& call) { return genetics::on_x(call.locus); });
  return compared;
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
