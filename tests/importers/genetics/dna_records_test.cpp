#include "importers/genetics/dna_records.h"

#include <gtest/gtest.h>

#include "tests/importers/support/files.h"
#include "tests/importers/support/records.h"

namespace confronta::importers {
namespace {

using support::drain;
using support::fixture;
using support::import_file;
using support::Imported;
using support::write_file;
using Alleles = std::vector<std::string>;

/// The profile of a sample, or an empty one.
DnaProfile profile(const Imported& file, const std::string& id, Trait trait = Trait::genotypes) {
  if (const Record* record = file.find(id))
    for (const Observation& o : record->observations)
      if (o.trait == trait)
        if (const auto* found = std::get_if<DnaProfile>(&o.value)) return *found;
  return {};
}

/// The alleles at a locus; "(none)" where it is not in the profile.
Alleles alleles(const DnaProfile& profile, const std::string& locus) {
  for (const LocusCall& call : profile.loci)
    if (call.locus == locus) return call.alleles;
  return {"(none)"};
}

/// The arguments of a remark on the file; empty where there is none.
Alleles remark(const Imported& file, const std::string& code) {
  for (const Error& one : file.notes.remarks)
    if (one.code == code) return one.arguments;
  return {};
}

RetryBatch batch_of(const Imported& file) {
  RetryBatch batch{file.facts, file.columns, {}};
  for (const RejectedRow& row : file.rejected)
    batch.rows.push_back({row.raw, row.reason.where.sheet, row.reason.where.row});
  return batch;
}

/// What is rejected is rejected again, for the same reason and at the same place.
void expect_same_again(const Imported& file) {
  const Imported again = drain(reopen_records(batch_of(file)));
  ASSERT_FALSE(again.error.has_value());
  ASSERT_EQ(again.rejected.size(), file.rejected.size());
  EXPECT_TRUE(again.records.empty());
  for (std::size_t i = 0; i < file.rejected.size(); ++i) {
    EXPECT_EQ(again.rejected[i].reason, file.rejected[i].reason);
    EXPECT_EQ(again.rejected[i].raw, file.rejected[i].raw);
    EXPECT_EQ(again.rejected[i].rows, file.rejected[i].rows);
  }
}

TEST(DnaProfiles, AreReadFromAWideTable) {
  const Imported file = import_file(fixture("dna_profiles.csv"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "dna_profiles");
  EXPECT_EQ(file.facts.source, "adn");
  EXPECT_EQ(file.rows, 7U);
  ASSERT_EQ(file.records.size(), 4U);
  const DnaProfile mother = profile(file, "adn:ADN/M-1");
  EXPECT_EQ(mother.sample, "M-1");
  EXPECT_EQ(mother.kit, "GlobalFiler");
  EXPECT_EQ(alleles(mother, "D3S1358"), (Alleles{"15", "16"}));
  EXPECT_EQ(alleles(mother, "TH01"), (Alleles{"6", "9.3"}));
  EXPECT_EQ(alleles(mother, "vWA"), (Alleles{"17", "17"}));  // written once, in a full profile
  EXPECT_EQ(alleles(mother, "AMEL"), Alleles{"(none)"});
  EXPECT_EQ(file.seen("adn:ADN/M-1", Trait::sex), "female @AMEL");
  EXPECT_EQ(file.seen("adn:ADN/M-1", Trait::sample_of), "MADRE-1 @Muestra de");
  const auto mt = file.values<MtSequence>("adn:ADN/M-1");
  ASSERT_EQ(mt.size(), 1U);
  EXPECT_EQ(mt[0].ranges, (Alleles{"16024-16365", "73-340"}));
  EXPECT_EQ(mt[0].differences, (Alleles{"16223T", "263G", "315.1C"}));
  EXPECT_EQ(file.notes.unmapped_columns, Alleles{"Observaciones"});
}

TEST(DnaProfiles, KeepPartialCallsAsTheyAre) {
  const Imported file = import_file(fixture("dna_profiles.csv"));
  const DnaProfile bone = profile(file, "adn:ADN/M-2");
  EXPECT_EQ(alleles(bone, "D3S1358"), (Alleles{"15", "15"}));
  EXPECT_EQ(alleles(bone, "TH01"), (Alleles{"9.3", "OL"}));
  EXPECT_EQ(alleles(bone, "Penta E"), Alleles{"12"});  // the other copy is marked
  EXPECT_TRUE(bone.has_dropout);
  EXPECT_EQ(bone.dropout, 0.15);
  const DnaProfile y = profile(file, "adn:ADN/M-2", Trait::y_haplotype);
  EXPECT_EQ(alleles(y, "DYS391"), Alleles{"10"});
  EXPECT_EQ(alleles(y, "DYS385"), (Alleles{"11", "14"}));
  EXPECT_EQ(file.seen("adn:ADN/M-2", Trait::sex), "male @AMEL");
  // Not full: vWA has a mark, Penta E is blank. TH01's single 7 may have lost its other copy.
  const DnaProfile father = profile(file, "adn:ADN/M-3");
  EXPECT_EQ(alleles(father, "D3S1358"), (Alleles{"14", "16"}));
  EXPECT_EQ(alleles(father, "vWA"), Alleles{"17"});
  EXPECT_EQ(alleles(father, "TH01"), Alleles{"7"});
  EXPECT_EQ(alleles(father, "Penta E"), Alleles{"(none)"});
  EXPECT_EQ(remark(file, "dna.single_allele_kept"), (Alleles{"1", "M-3"}));
}

TEST(DnaProfiles, SetAsideWhatCannotBeRead) {
  const Imported file = import_file(fixture("dna_profiles.csv"));
  ASSERT_EQ(file.rejected.size(), 3U);
  EXPECT_EQ(file.rejected[0].reason.code, "dna.allele");
  EXPECT_EQ(file.rejected[0].reason.where.row, 5U);
  EXPECT_EQ(file.rejected[0].reason.where.column, "THO1_2");
  EXPECT_EQ(file.rejected[0].value, "03-sep");
  EXPECT_EQ(file.rejected[1].reason.code, "dna.no_calls");
  EXPECT_EQ(file.rejected[2].reason.code, "row.no_id");
  // One locus of three alleles is kept as called (it may be the person's own), and told.
  EXPECT_EQ(alleles(profile(file, "adn:ADN/M-6"), "TH01"), (Alleles{"7", "8", "9", "10"}));
  EXPECT_EQ(remark(file, "dna.three_alleles"), (Alleles{"1", "M-6"}));
  expect_same_again(file);
}

TEST(DnaProfiles, AreReadFromAGeneMapperTable) {
  const Imported file = import_file(fixture("dna_genemapper.txt"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "dna_profiles_by_locus");
  EXPECT_EQ(file.rows, 11U);
  ASSERT_EQ(file.records.size(), 4U);
  const DnaProfile reference = profile(file, "adn:ADN/R-100");
  EXPECT_EQ(alleles(reference, "D8S1179"), (Alleles{"13", "14"}));
  EXPECT_EQ(alleles(reference, "TH01"), (Alleles{"9.3", "9.3"}));
  EXPECT_EQ(reference.kit, "Identifiler_v1");
  EXPECT_EQ(reference.loci[0].heights, (std::vector<double>{812, 790}));
  EXPECT_EQ(reference.loci[1].heights, (std::vector<double>{1604, 1604}));
  EXPECT_EQ(file.seen("adn:ADN/R-100", Trait::sex), "female @Marker");
  EXPECT_EQ(file.seen("adn:ADN/R-100", Trait::sample_of), "R-100 @Sample Name");
  ASSERT_EQ(file.rejected.size(), 1U);  // the ladder
  EXPECT_EQ(file.rejected[0].reason.code, "row.not_a_subject");
  EXPECT_TRUE(file.notes.unmapped_columns.empty());
}

TEST(DnaProfiles, KeepRunsOfOneSampleApart) {
  const Imported file = import_file(fixture("dna_genemapper.txt"));
  std::vector<const Record*> runs;
  for (const Record& record : file.records)
    if (record.id == "adn:ADN/H-100") runs.push_back(&record);
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0]->rows, 3U);
  EXPECT_EQ(runs[0]->first_row, 3U);
  EXPECT_EQ(runs[1]->rows, 2U);
  // The first lost TH01: its 13 stays alone, and an X alone says nothing of the sex.
  const auto* first = std::get_if<DnaProfile>(&runs[0]->observations[1].value);
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(alleles(*first, "D8S1179"), Alleles{"13"});
  EXPECT_EQ(alleles(*first, "TH01"), Alleles{});
  EXPECT_EQ(runs[0]->observations[0].trait, Trait::sample_of);
}

TEST(DnaProfiles, OfSeveralPersonsAreSetAside) {
  const Imported file =
      import_file(write_file("mix.csv",
                             "sample,locus,allele1,allele2,allele3\nA,TH01,6,7,8\nA,FGA,20,21,22\n"
                             "A,vWA,15,16,\nB,TH01,6,7,\nB,th01,6,7,\n"));
  ASSERT_EQ(file.rejected.size(), 2U);
  EXPECT_EQ(file.rejected[0].reason.code, "dna.mixture");
  EXPECT_EQ(file.rejected[0].reason.arguments, (Alleles{"A", "2"}));
  EXPECT_EQ(file.rejected[0].rows, 3U);
  EXPECT_EQ(file.rejected[1].reason.code, "dna.locus_twice");
  expect_same_again(file);
}

TEST(DnaProfiles, UseARowThatWasCorrectedByAReaderOfLater) {
  Imported file = import_file(write_file("bad.csv", "sample,TH01,FGA\nA,6/7,veinte\n"));
  ASSERT_EQ(file.rejected.size(), 1U);
  file.rejected[0].raw = "A,6/7,20";
  const Imported again = drain(reopen_records(batch_of(file)));
  ASSERT_EQ(again.records.size(), 1U);
  EXPECT_EQ(alleles(profile(again, "adn:ADN/A"), "FGA"), (Alleles{"20", "20"}));
}

TEST(DnaPedigree, GivesEveryPersonAPlace) {
  const Imported file = import_file(fixture("dna_pedigree.csv"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "dna_pedigree");
  EXPECT_EQ(file.rows, 10U);
  ASSERT_EQ(file.records.size(), 6U);
  const auto missing = file.values<PedigreePlace>("adn:F-1/P1");
  ASSERT_EQ(missing.size(), 1U);
  EXPECT_EQ(missing[0], (PedigreePlace{"F-1", "P1", "P3", "P4", "jalisco-repd:77"}));
  EXPECT_EQ(file.values<PedigreePlace>("adn:F-2/P1")[0],
            (PedigreePlace{"F-2", "P1", "P9", "", "AM-15"}));
  EXPECT_EQ(file.values<PedigreePlace>("adn:F-1/P4")[0], (PedigreePlace{"F-1", "P4", "", "", ""}));
  EXPECT_EQ(file.seen("adn:F-1/P3", Trait::sex), "male @sex");  // M beside "sex"
  EXPECT_EQ(file.seen("adn:F-1/P3", Trait::identifier), "other|M-3|1 @sample");
  EXPECT_EQ(file.values<PersonName>("adn:F-1/P3").size(), 1U);
  EXPECT_EQ(file.seen("adn:F-2/P9", Trait::sex), "female @sex");
  EXPECT_EQ(file.find("adn:F-2/P9")->kind, SubjectKind::relative);
}

TEST(DnaPedigree, SetsAsideWhatIsNoPedigree) {
  const Imported file = import_file(fixture("dna_pedigree.csv"));
  ASSERT_EQ(file.rejected.size(), 4U);
  EXPECT_EQ(file.rejected[0].reason.code, "dna.own_parent");
  EXPECT_EQ(file.rejected[0].reason.where.column, "father");
  EXPECT_EQ(file.rejected[1].reason.code, "row.no_id");
  EXPECT_EQ(file.rejected[2].reason.code, "dna.one_parent_twice");
  EXPECT_EQ(file.rejected[3].reason.code, "dna.person_twice");
  EXPECT_EQ(file.rejected[3].reason.where.row, 10U);
}

TEST(DnaPedigree, SeesAContradictionWhenItIsTriedAgain) {
  const Imported file = import_file(fixture("dna_pedigree.csv"));
  ASSERT_EQ(file.rejected.size(), 4U);
  RetryBatch batch{file.facts, file.columns, {}};
  batch.rows.push_back({file.rejected[3].raw, "", 10});
  const Imported again = drain(reopen_records(batch));
  ASSERT_EQ(again.records.size(), 1U);  // the first of the two rows, which the store has
  EXPECT_EQ(again.records[0].id, "adn:F-1/P3");
  EXPECT_EQ(again.records[0].raw, file.find("adn:F-1/P3")->raw);
  ASSERT_EQ(again.rejected.size(), 1U);
  EXPECT_EQ(again.rejected[0].reason.code, "dna.person_twice");
  EXPECT_EQ(again.rejected[0].raw, file.rejected[3].raw);
}

TEST(DnaPedigree, KeepsASexThatCannotBeReadAsANote) {
  const Imported file = import_file(fixture("dna_pedigree.csv"));
  EXPECT_EQ(file.seen("adn:F-1/P7", Trait::sex), "(unknown) @sex");
  EXPECT_EQ(file.seen("adn:F-1/P7", Trait::note), "sex: Q @sex");
  const Imported spanish =
      import_file(write_file("es.csv", "persona,padre,madre,sexo,familia\nA,0,0,M,F\nB,0,0,H,F\n"));
  EXPECT_EQ(spanish.seen("adn:F/A", Trait::sex), "(unknown) @sexo");  // "mujer" or "masculino"
  EXPECT_EQ(spanish.seen("adn:F/B", Trait::sex), "male @sexo");
}

TEST(Codis, GivesASampleASpecimen) {
  const Imported file = import_file(fixture("dna_codis.xml"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "codis_cmf");
  EXPECT_EQ(file.rows, 3U);
  ASSERT_EQ(file.records.size(), 2U);
  const DnaProfile remains = profile(file, "adn:ADN/H-12-A");
  EXPECT_EQ(alleles(remains, "TH01"), Alleles{"9.3"});  // PARTIAL
  EXPECT_EQ(alleles(profile(file, "adn:ADN/H-12-A", Trait::y_haplotype), "DYS389I"), Alleles{"13"});
  EXPECT_EQ(file.seen("adn:ADN/H-12-A", Trait::sample_of), "EXP-12 @CASEID");
  EXPECT_EQ(remains.kit, "GlobalFiler");
  const DnaProfile mother = profile(file, "adn:ADN/M-40");
  EXPECT_EQ(alleles(mother, "TH01"), (Alleles{"9.3", "9.3"}));
  EXPECT_EQ(alleles(mother, "D21S11"), (Alleles{"29", "32.2"}));
  EXPECT_EQ(file.seen("adn:ADN/M-40", Trait::sex), "female @Amelogenin");
  EXPECT_EQ(file.seen("adn:ADN/M-40", Trait::sample_of), "M-40 @SPECIMENID");
  EXPECT_EQ(file.seen("adn:ADN/M-40", Trait::note), "Biological Mother: saliva & FTA @SPECIMENID");
  const Record* record = file.find("adn:ADN/M-40");
  EXPECT_EQ(record->raw.rfind("<SPECIMEN SOURCEID=\"Yes\" CASEID=\"EXP-40\"", 0), 0U);
  EXPECT_EQ(record->raw.substr(record->raw.size() - 11), "</SPECIMEN>");
}

TEST(Codis, SetsAsideASpecimenAndTriesItAgain) {
  const Imported file = import_file(fixture("dna_codis.xml"));
  ASSERT_EQ(file.rejected.size(), 1U);
  EXPECT_EQ(file.rejected[0].reason.code, "dna.allele");
  EXPECT_EQ(file.rejected[0].value, "nueve");
  EXPECT_EQ(file.rejected[0].reason.where.column, "TH01");
  expect_same_again(file);
}

TEST(Codis, RefusesADamagedFileAndEntities) {
  const Imported cut = import_file(write_file("cut.xml", "<CODISImportFile><SPECIMEN>"));
  ASSERT_TRUE(cut.error.has_value());
  EXPECT_EQ(cut.error->code, "codis.bad_xml");
  const Imported bomb = import_file(write_file(
      "bomb.xml", "<!DOCTYPE CODISImportFile [<!ENTITY a \"aaaa\">]><CODISImportFile/>"));
  ASSERT_TRUE(bomb.error.has_value());
  EXPECT_EQ(bomb.error->code, "codis.bad_xml");
}

TEST(FamiliasRecords, TellPersonsFamiliesAndTheMissing) {
  const Imported file = import_file(fixture("familias_dvi.fam"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "familias");
  const Record* remains = file.find("adn:V1");
  ASSERT_NE(remains, nullptr);
  EXPECT_EQ(remains->kind, SubjectKind::remains);
  EXPECT_EQ(file.seen("adn:V1", Trait::sex), "male @Gender");
  EXPECT_EQ(alleles(profile(file, "adn:ADN/V1"), "TH01"), (Alleles{"9.3", "6"}));
  EXPECT_EQ(file.seen("adn:ADN/V1", Trait::sample_of), "adn:V1 @Name");
  EXPECT_EQ(alleles(profile(file, "adn:ADN/V2"), "vWA"), Alleles{"18"});
  EXPECT_EQ(alleles(profile(file, "adn:ADN/V2", Trait::y_haplotype), "DYS391"), Alleles{"10"});

  const auto brother = file.values<PedigreePlace>("adn:Family one/Missing brother");
  ASSERT_EQ(brother.size(), 1U);
  EXPECT_EQ(brother[0], (PedigreePlace{"Family one", "Missing brother", "", "R1 [mother]",
                                       "adn:reporte/Family one/Missing brother"}));
  const Record* report = file.find("adn:reporte/Family two/Missing person");
  ASSERT_NE(report, nullptr);
  EXPECT_EQ(report->kind, SubjectKind::report);
  EXPECT_EQ(file.seen(report->id, Trait::identifier), "case_file|Family two|1 @Name");
  EXPECT_EQ(file.values<PedigreePlace>("adn:Family two/Daughter")[0],
            (PedigreePlace{"Family two", "Daughter", "Missing person", "Wife", ""}));
  EXPECT_EQ(alleles(profile(file, "adn:ADN/Family one/R1 [mother]"), "TH01"), (Alleles{"6", "7"}));
  EXPECT_EQ(file.seen("adn:ADN/Family one/R1 [mother]", Trait::sample_of),
            "adn:Family one/R1 [mother] @Name");
  EXPECT_FALSE(file.notes.remarks.empty());
}

TEST(DnaLayouts, LeaveOtherTablesAlone) {
  for (const char* name : {"generic_am.csv", "generic_pm.csv", "jalisco_pfsi.csv", "cnb_rnpdno.csv",
                           "veracruz_cebv.json", "namus_missing.csv"}) {
    const auto reader = open_dna_records({fixture(name), "", ""});
    ASSERT_TRUE(reader) << name;
    EXPECT_EQ(reader.value(), nullptr) << name;
  }
}

TEST(DnaLayouts, ThatAreAskedForAndDoNotFitSayWhatIsMissing) {
  const Imported file = import_file(fixture("generic_am.csv"), "dna_pedigree");
  ASSERT_TRUE(file.error.has_value());
  EXPECT_EQ(file.error->code, "mapping.no_layout");
  EXPECT_EQ(file.error->arguments[2], "@dna.columns.dna_pedigree");
}

}  // namespace
}  // namespace confronta::importers
