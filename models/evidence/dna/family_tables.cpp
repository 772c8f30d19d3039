#include "models/evidence/dna/family_tables.h"

#include <utility>

#include "models/stats/genetics/byte_string.h"
#include "models/stats/genetics/family_table_bytes.h"

namespace confronta {
namespace {

using genetics::append_real;
using genetics::append_whole;
using genetics::FamilyTable;

// Some 3 KB each, content included: 200 MB. Families beyond are computed as often as they are asked
// for, or read from the shelf.
constexpr std::size_t most_remembered = std::size_t{1} << 16;

void append_call(std::string& bytes, const genetics::Call& call) {
  const auto append_allele = [&](int allele) {
    append_whole(bytes, static_cast<std::uint64_t>(allele) + 1);  // 0: not called
  };
  append_whole(bytes, call.index());
  if (const auto* exact = std::get_if<genetics::GenotypeCall>(&call)) {
    append_allele(exact->first);
    append_allele(exact->second);
    return;
  }
  const auto& seen = std::get<genetics::DetectedAlleles>(call);
  append_real(bytes, seen.dropout);
  append_real(bytes, seen.dropin);
  append_whole(bytes, seen.alleles.size());
  for (const int allele : seen.alleles) append_allele(allele);
}

std::string content_of(const genetics::Pedigree& family, const MatchLocus& ladder,
                       std::span<const genetics::Observation> observed, int missing, double theta) {
  std::string bytes = ladder.content;
  append_real(bytes, theta);
  append_whole(bytes, static_cast<std::uint64_t>(missing));
  append_whole(bytes, family.persons().size());
  for (const genetics::Person& person : family.persons()) {
    append_whole(bytes, static_cast<std::uint64_t>(person.sex));
    for (const int parent : {person.father, person.mother})
      append_whole(bytes, static_cast<std::uint64_t>(parent) + 1);  // 0: not listed
  }
  append_whole(bytes, observed.size());
  for (const auto& [person, call] : observed) {
    append_whole(bytes, static_cast<std::uint64_t>(person));
    append_call(bytes, call);
  }
  return bytes;
}

}  // namespace

Result<FamilyTable> FamilyTables::table(const genetics::Pedigree& family, const MatchLocus& ladder,
                                        std::span<const genetics::Observation> observed,
                                        int missing, double theta) {
  std::string content = content_of(family, ladder, observed, missing, theta);
  if (auto known = remembered(content)) return FamilyTable{ladder.locus, std::move(known)};
  Numbers numbers = shelved(content, ladder.locus.size());
  if (!numbers) {
    const genetics::LocusEvidence evidence{
        &ladder.locus, &ladder.mutation, {observed.begin(), observed.end()}};
    auto made = FamilyTable::make(family, evidence, missing, {theta, {}});
    if (!made) return made;
    numbers = made.value().numbers();
    if (shelf_ != nullptr)
      if (const auto bytes = genetics::bytes_of(*numbers)) shelf_->keep(content, *bytes);
  }
  return FamilyTable{ladder.locus, remember(std::move(content), std::move(numbers))};
}

FamilyTables::Numbers FamilyTables::remembered(const std::string& content) {
  const std::lock_guard lock{mutex_};
  const auto at = known_.find(content);
  return at == known_.end() ? nullptr : at->second;
}

FamilyTables::Numbers FamilyTables::remember(std::string content, Numbers numbers) {
  const std::lock_guard lock{mutex_};
  if (known_.size() >= most_remembered) return numbers;
  return known_.emplace(std::move(content), std::move(numbers)).first->second;
}

FamilyTables::Numbers FamilyTables::shelved(const std::string& content, int alleles) {
  if (shelf_ == nullptr) return nullptr;
  const auto bytes = shelf_->find(content);
  auto numbers = bytes ? genetics::numbers_of(*bytes, alleles) : std::nullopt;
  if (!numbers) return nullptr;
  return std::make_shared<const FamilyTable::Numbers>(std::move(*numbers));
}

}  // namespace confronta
