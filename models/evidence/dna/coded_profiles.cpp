#include "models/evidence/dna/coded_profiles.h"

#include <algorithm>
#include <map>

#include "models/evidence/common/observed.h"

namespace confronta {
namespace {

/// The alleles that any row shows, by locus.
std::map<std::string, std::vector<std::string>, std::less<>> seen_in(
    std::span<const TraitTable* const> tables) {
  std::map<std::string, std::vector<std::string>, std::less<>> seen;
  for (const TraitTable* table : tables)
    for (RowId row = 0; row < table->size(); ++row)
      for (const DnaProfile* profile : observed_values<DnaProfile>(*table, row, Trait::genotypes))
        for (const LocusCall& call : profile->loci) {
          auto& alleles = seen[call.locus];
          for (const std::string& allele : call.alleles)
            if (std::find(alleles.begin(), alleles.end(), allele) == alleles.end())
              alleles.push_back(allele);
        }
  return seen;
}

/// None where the locus is on X and the person not known to have so many copies. A man's one allele
/// is called twice, however it was written.
std::optional<genetics::Call> call_of(const Typing& typing, const genetics::Locus& locus,
                                      bool one_copy) {
  if (locus.inheritance() == genetics::Inheritance::x_linked &&
      typing.sex != (one_copy ? genetics::Sex::male : genetics::Sex::female))
    return std::nullopt;
  const LocusCall* told = typing.at(locus.name());
  auto call = told ? reported_call(*told, locus, typing.errors) : std::nullopt;
  if (!call || !one_copy) return call;
  if (auto* exact = std::get_if<genetics::GenotypeCall>(&*call); exact && exact->second < 0)
    exact->second = exact->first;
  return call;
}

}  // namespace

CodedProfiles::CodedProfiles(std::span<const TraitTable* const> tables,
                             const MatchPopulation& population,
                             const genetics::DropoutModel& dropout) {
  for (const auto& [name, alleles] : seen_in(tables))
    if (population.has(name))
      if (auto locus = population.plain_locus(name, alleles); locus.ok()) {
        if (locus.value().inheritance() == genetics::Inheritance::x_linked) {
          loci_.push_back(locus.value());
          one_copy_.push_back(true);
        }
        loci_.push_back(std::move(locus).value());
        one_copy_.push_back(false);
      }
  std::vector<const genetics::Locus*> loci;
  for (const genetics::Locus& locus : loci_) {
    loci.push_back(&locus);
    auto& pairs = genotypes_.emplace_back();
    for (int y = 0; y < locus.size(); ++y)
      for (int x = 0; x <= y; ++x) pairs.push_back({x, y});
  }
  auto classes = genetics::ProfileClasses::make(loci, one_copy_);
  classes_.emplace(std::move(classes).value());  // one copy is of X
  number_rows(tables, dropout);
}

void CodedProfiles::number_rows(std::span<const TraitTable* const> tables,
                                const genetics::DropoutModel& dropout) {
  std::vector<std::optional<genetics::Call>> calls(loci_.size());
  for (const TraitTable* table : tables) {
    auto& numbers = number_of_.emplace_back(table->size(), 0U);
    for (RowId row = 0; row < table->size(); ++row) {
      if (table->observations(row, Trait::genotypes).empty()) continue;
      const Typing typing = typing_of(*table, row, dropout);
      bool typed = false;
      for (std::size_t at = 0; at < loci_.size(); ++at) {
        calls[at] = call_of(typing, loci_[at], one_copy_[at]);
        typed = typed || calls[at];
      }
      if (!typed) continue;
      // What cannot be coded (65,536 different calls of one locus) says nothing.
      if (const auto added = classes_->add(calls); added.ok())
        numbers[row] = static_cast<std::uint32_t>(added.value() + 1);
    }
  }
}

std::optional<std::size_t> CodedProfiles::profile_of(std::size_t table, RowId row) const {
  const std::uint32_t number = number_of_[table][row];
  return number == 0 ? std::nullopt : std::optional<std::size_t>(number - 1);
}

}  // namespace confronta
