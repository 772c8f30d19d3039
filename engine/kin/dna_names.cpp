#include "engine/kin/dna_names.h"

#include <algorithm>

namespace confronta {
namespace {

class Names {
 public:
  void add(std::string_view kind, const std::string& whose, const std::string& sample,
           std::size_t size) {
    names_.push_back("dna:" + std::string{kind} + ' ' + whose + ' ' + sample + ' ' +
                     std::to_string(size));
  }
  void add_member(const genetics::FamilyMember& member) {
    for (const DnaProfile& p : member.genotypes)
      add("genotypes", member.subject, p.sample, p.loci.size());
    for (const DnaProfile& p : member.y_haplotypes)
      add("y_haplotype", member.subject, p.sample, p.loci.size());
    for (const MtSequence& m : member.mt_haplotypes)
      add("mt_haplotype", member.subject, m.sample, m.ranges.size());
  }
  std::vector<std::string> sorted() {
    std::sort(names_.begin(), names_.end());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    return std::move(names_);
  }

 private:
  std::vector<std::string> names_;
};

}  // namespace

std::vector<std::string> dna_names(const TraitTable::Row& row, const genetics::Families& families) {
  Names names;
  for (const Observation& o : row.observations) {
    if (const auto* profile = std::get_if<DnaProfile>(&o.value))
      names.add(trait_info(o.trait).name, "", profile->sample, profile->loci.size());
    if (const auto* sequence = std::get_if<MtSequence>(&o.value))
      names.add(trait_info(o.trait).name, "", sequence->sample, sequence->ranges.size());
  }
  const auto add_families = [&](const std::string& report) {
    for (const genetics::FamilyPlace& place : families.places_of(report))
      for (const genetics::FamilyMember& member : place.family->members) names.add_member(member);
  };
  if (row.members.empty()) add_families(row.id);
  for (const std::string& member : row.members) add_families(member);
  return names.sorted();
}

}  // namespace confronta
