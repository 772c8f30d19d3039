#include "models/evidence/dna/shared_relatives.h"

#include <algorithm>

namespace confronta {
namespace {

constexpr std::size_t fewest_loci = 10;  // by chance one pair in 10^10, full siblings one in 10^4

using Calls = std::map<std::string, std::string>;

bool same_person(const Calls& one, const Calls& other) {
  std::size_t common = 0;
  for (const auto& [locus, call] : one)
    if (const auto at = other.find(locus); at != other.end()) {
      if (at->second != call) return false;
      ++common;
    }
  return common >= fewest_loci;
}

/// Whether each is a parent, or each is not, and of the same side: what two families can say of one
/// relative without naming roles alike.
int role_of(const genetics::FamilyPlace& place, int person) {
  const genetics::Pedigree& pedigree = place.family->pedigree;
  if (pedigree[place.person].father == person) return 1;
  if (pedigree[place.person].mother == person) return 2;
  if (pedigree[person].father == place.person || pedigree[person].mother == place.person) return 3;
  return 0;
}

}  // namespace

SharedRelatives::SharedRelatives(const genetics::Families& families,
                                 const genetics::DropoutModel& dropout) {
  for (const genetics::Family& family : families.list())
    for (int person = 0; person < family.pedigree.size(); ++person) {
      const auto& member = family.members[static_cast<std::size_t>(person)];
      if (member.genotypes.empty() || family.is_missing(person)) continue;
      Relative relative{person, {}};
      const Typing typing = typing_of(member.genotypes, dropout);
      for (const LocusCall& call : typing.profile.loci) {
        if (call.alleles.size() != 2) continue;
        std::vector<std::string> alleles = call.alleles;
        std::sort(alleles.begin(), alleles.end());
        relative.calls.emplace(call.locus, alleles[0] + '/' + alleles[1]);
      }
      if (relative.calls.size() >= fewest_loci) relatives_[&family].push_back(std::move(relative));
    }
}

const std::vector<SharedRelatives::Relative>& SharedRelatives::relatives(
    const genetics::FamilyPlace& place) const {
  static const std::vector<Relative> nobody;
  const auto at = relatives_.find(place.family);
  return at == relatives_.end() ? nobody : at->second;
}

FamilyTie SharedRelatives::tie(const std::vector<genetics::FamilyPlace>& one,
                               const std::vector<genetics::FamilyPlace>& other) const {
  FamilyTie tie = FamilyTie::unknown;
  for (const genetics::FamilyPlace& a : one)
    for (const genetics::FamilyPlace& b : other) {
      if (a == b) return FamilyTie::shared;
      if (a.family == b.family) return FamilyTie::different_people;
      for (const Relative& x : relatives(a))
        for (const Relative& y : relatives(b)) {
          tie = std::max(tie, FamilyTie::none);
          if (role_of(a, x.person) == role_of(b, y.person) && same_person(x.calls, y.calls))
            tie = FamilyTie::shared;
        }
    }
  return tie;
}

}  // namespace confronta
