#include "engine/kin/dna_names.h"

#include <gtest/gtest.h>

#include "engine/infer/decided_rows.h"

namespace confronta {
namespace {

Observation genotypes(const std::string& sample, std::size_t loci) {
  Observation o;
  o.trait = Trait::genotypes;
  DnaProfile profile;
  profile.sample = sample;
  for (std::size_t i = 0; i < loci; ++i)
    profile.loci.push_back({"L" + std::to_string(i), {"12", "13"}, {}});
  o.value = profile;
  return o;
}

/// A mother, with a sample, who looks for her child, the person of report a:1.
genetics::Families looking(bool sampled) {
  const std::vector<genetics::PedigreeRow> rows{{"child", "", "mother", genetics::Sex::male},
                                                {"mother", "", "", genetics::Sex::female}};
  genetics::Family family{"lab:F1", genetics::Pedigree::make(rows).value(), {}, {{0, "a:1"}}};
  family.members = {{"", "child", {}, {}, {}}, {"lab:F1/mother", "mother", {}, {}, {}}};
  if (sampled)
    family.members[1].genotypes.push_back(std::get<DnaProfile>(genotypes("M-1", 15).value));
  return genetics::Families{{family}};
}

TEST(DnaNames, AreOfTheRowAndOfTheFamiliesThatLookForIt) {
  const TraitTable::Row report{"a:1", SubjectKind::report, {}, {}};
  EXPECT_TRUE(dna_names(report, looking(false)).empty());
  EXPECT_EQ(dna_names(report, looking(true)),
            std::vector<std::string>{"dna:genotypes lab:F1/mother M-1 15"});
  const TraitTable::Row merged{"a:0", SubjectKind::report, {"a:0", "a:1"}, {}};
  EXPECT_EQ(dna_names(merged, looking(true)).size(), 1u) << "the family looks for a member";
}

TEST(DnaNames, TellAProfileToWhichLociWereAdded) {
  const TraitTable::Row few{"b:1", SubjectKind::remains, {}, {genotypes("S-1", 6)}};
  const TraitTable::Row more{"b:1", SubjectKind::remains, {}, {genotypes("S-1", 16)}};
  EXPECT_NE(dna_names(few, {}), dna_names(more, {}));
}

TEST(DnaNames, DnaThatNobodySawOpensAnExclusion) {
  const TraitTable reports{{TraitTable::Row{"a:1", SubjectKind::report, {}, {}}}};
  const TraitTable remains{{TraitTable::Row{"b:1", SubjectKind::remains, {}, {}}}};
  const std::vector<DecidedPair> excluded{
      {{Relation::identity, "a:1", "b:1"}, Decided::excluded, {"a:1", "b:1"}}};
  EXPECT_EQ((DecidedRows{excluded, reports, remains, looking(false)}.of(0, 0)), Decided::excluded);
  const DecidedRows later{excluded, reports, remains, looking(true)};
  EXPECT_EQ(later.of(0, 0), Decided::no);
  EXPECT_EQ(later.outgrown, 1u);
}

}  // namespace
}  // namespace confronta
