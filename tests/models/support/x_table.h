#pragma once
// A made-up table of loci on X, and people of a sex, for tests of the models that read DNA.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/evidence/dna/frozen_alleles.h"
#include "tests/models/support/dna.h"

namespace confronta::test {

inline constexpr double p12 = 0.25, p14 = 0.75;

inline genetics::TableLocus on_x(std::string name, int group,
                                 genetics::Locus::Frequencies frequencies) {
  genetics::TableLocus locus;
  locus.name = std::move(name);
  locus.inheritance = genetics::Inheritance::x_linked;
  locus.linkage_group = group;
  locus.frequencies = std::move(frequencies);
  locus.chromosomes = 500;
  return locus;
}

/// Of group 2 DXS7132 tells more than DXS10079.
inline ReferenceSet x_table() {
  ReferenceSet set;
  freeze_alleles(set, std::vector<genetics::FrequencyTable>{
                          {"x.csv",
                           {on_x("DXS10079", 2, {{"18", 0.9}, {"19", 0.1}}),
                            on_x("DXS7132", 2, {{"12", p12}, {"14", p14}}),
                            on_x("DXS8378", 1, {{"10", 0.5}, {"11", 0.2}, {"12", 0.3}}),
                            on_x("DXS9902", 0, {{"10", 0.5}, {"11", 0.5}})}}});
  return set;
}

inline RowBuilder of_sex(RowBuilder row, const char* sex) { return row.code(Trait::sex, sex); }
inline RowBuilder body(const std::string& id, const char* sex, const Calls& calls) {
  return typed(of_sex(remains(id), sex), calls);
}

inline genetics::Families one_parent(const char* parent, const Calls& calls, genetics::Sex child) {
  const bool father = std::string_view{parent} == "father";
  return genetics::Families{{made_up_family(
      "F:1",
      {{{parent, "", "", father ? genetics::Sex::male : genetics::Sex::female}, calls},
       {{"child", father ? parent : "", father ? "" : parent, child}, {}}},
      "child", "A:1")}};
}

}  // namespace confronta::test
