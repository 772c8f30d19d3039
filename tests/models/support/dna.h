#pragma once
// Made-up profiles and families, for tests of the models that read DNA.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/data/allele_tables.h"
#include "models/stats/genetics/families.h"
#include "tests/models/support/tables.h"

namespace confronta::test {

/// {{"TPOX", {"8", "11"}}, ...}, sorted by locus.
using Calls = std::vector<std::pair<std::string, std::vector<std::string>>>;

inline DnaProfile dna_profile(const Calls& calls, std::string sample = "S") {
  DnaProfile profile;
  profile.sample = std::move(sample);
  for (const auto& [locus, alleles] : calls) profile.loci.push_back({locus, alleles, {}});
  return profile;
}

inline RowBuilder typed(RowBuilder row, const Calls& calls) {
  return row.value(Trait::genotypes, dna_profile(calls));
}

struct MadeUpPerson {
  genetics::PedigreeRow row;
  Calls calls;
};

/// A family that looks for `missing`, of whom there is this report.
inline genetics::Family made_up_family(std::string id, const std::vector<MadeUpPerson>& people,
                                       const std::string& missing, std::string report) {
  std::vector<genetics::PedigreeRow> rows;
  genetics::Family family;
  for (const MadeUpPerson& person : people) {
    rows.push_back(person.row);
    genetics::FamilyMember member{id + "/" + person.row.id, person.row.id, {}, {}, {}};
    if (!person.calls.empty()) member.genotypes.push_back(dna_profile(person.calls));
    family.members.push_back(std::move(member));
  }
  auto pedigree = genetics::Pedigree::make(rows);
  EXPECT_TRUE(pedigree.ok());
  family.pedigree = std::move(pedigree).value();
  family.missing.push_back({family.pedigree.find(missing).value(), std::move(report)});
  family.id = std::move(id);
  return family;
}

/// Two brothers, A:1 and A:2, are missing; their mother gave a sample.
inline genetics::Families two_brothers(const Calls& mother) {
  using genetics::Sex;
  auto family = made_up_family("F:1",
                               {{{"father", "", "", Sex::male}, {}},
                                {{"mother", "", "", Sex::female}, mother},
                                {{"one", "father", "mother", Sex::male}, {}},
                                {{"two", "father", "mother", Sex::male}, {}}},
                               "one", "A:1");
  family.missing.push_back({3, "A:2"});
  return genetics::Families{{std::move(family)}};
}

/// The default table's share of an allele, as a match scales it.
inline double allele_share(std::string_view locus, std::string_view allele) {
  const auto counts = counts_of(allele_tables().front(), locus);
  double all = 0, own = 0;
  for (const auto& one : counts->alleles) {
    all += one.copies;
    if (one.name == allele) own = one.copies;
  }
  return own / all;
}

/// A model that reads families, prepared for reports and remains.
inline PreparedModel prepare_with_families(std::string_view name, const TraitTable& left,
                                           const TraitTable& right,
                                           const genetics::Families& families,
                                           const Parameters& parameters = {},
                                           ReferenceSet frozen = {}) {
  PreparedModel model;
  model.reference = std::move(frozen);
  const ModelFactory& factory = model_named(name).factory;
  factory.estimate(Estimation{left, right, Relation::identity, parameters, families},
                   model.reference);
  model.evidence = factory.prepare(
      Preparation{left, right, Relation::identity, model.reference, parameters, families});
  return model;
}

/// The first line of a reason below a finding; nullptr: none.
inline const Finding* note_of(const Finding& finding, std::string_view reason) {
  for (const Finding& detail : finding.details)
    if (detail.reason == reason) return &detail;
  return nullptr;
}

/// A match without errors of any kind, founders unrelated: the pure likelihood ratio.
inline Parameters without_errors() {
  Parameters parameters;
  for (const char* name :
       {"genetics.theta", "genetics.mutation_male", "genetics.mutation_female",
        "genetics.mutation_microvariant", "genetics.mistyping", "genetics.wrong_sample",
        "genetics.wrong_own_sample", "genetics.wrong_relationship", "genetics.false_paternity"})
    EXPECT_TRUE(parameters.set(name, 0).ok()) << name;
  return parameters;
}

}  // namespace confronta::test
