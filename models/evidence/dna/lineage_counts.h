#pragma once
// The reference of haplotypes: how often each stands in the store, every lineage counted once.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/evidence/common/observed.h"
#include "models/registry.h"

namespace confronta {

/// Counts a family's haplotypes each once, and of every row of remains the first that can be read,
/// into the reference table `name`; no table where there is none. `samples` are the member's
/// haplotypes of the kind, `trait` that of the remains; `key_of(sample)` is the haplotype as text,
/// "" where it cannot be read.
template <class Sample, class KeyOf>
void count_lineages(const Estimation& estimation, ReferenceSet& reference, std::string_view name,
                    Trait trait, std::vector<Sample> genetics::FamilyMember::*samples,
                    KeyOf key_of) {
  std::map<std::string, double, std::less<>> numbers;
  for (const genetics::Family& family : estimation.families.list()) {
    std::map<std::string, double> of_family;
    for (const genetics::FamilyMember& member : family.members)
      for (const Sample& sample : member.*samples)
        if (const std::string key = key_of(sample); !key.empty()) of_family[key] = 1;
    for (const auto& [key, one] : of_family) numbers[key] += one;
  }
  for (RowId row = 0; row < estimation.right.size(); ++row)
    for (const Sample* sample : observed_values<Sample>(estimation.right, row, trait))
      if (const std::string key = key_of(*sample); !key.empty()) {
        numbers[key] += 1;
        break;
      }
  if (numbers.empty()) return;
  ReferenceTable& table = reference.table(table_name(estimation.relation, name));
  for (const auto& [key, count] : numbers) table.count += count;
  table.numbers = std::move(numbers);
  table.origin = "estimated";
}

}  // namespace confronta
