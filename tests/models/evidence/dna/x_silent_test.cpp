// Where loci on X say nothing in a match, and where they must not speak of anything else.

#include <gtest/gtest.h>

#include "models/evidence/dna/match_population.h"
#include "models/evidence/dna/typing.h"
#include "tests/models/support/x_table.h"

namespace confronta {
namespace {

using genetics::Families;
using genetics::FrequencyTable;
using genetics::Inheritance;
using genetics::Sex;
using genetics::TableLocus;
using test::body;
using test::Calls;
using test::lr_of;
using test::note_of;
using test::on_x;
using test::one_parent;
using test::p12;
using test::p14;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;
using test::typed;
using test::x_table;

TEST(XSilent, OfAnotherOrAnUnknownSexItSaysNothing) {
  const auto left = table_of({report("A:1")});
  const auto right =
      table_of({body("B:1", "female", {{"DXS7132", {"12", "14"}}}),
                typed(remains("B:2"), {{"DXS7132", {"12"}}}),      // nobody says
                body("B:3", "male", {{"DXS7132", {"12", "14"}}}),  // contradicts itself
                typed(remains("B:4"), {{"DXS7132", {"12"}}})       // a Y haplotype says it
                    .value(Trait::y_haplotype, test::dna_profile({{"DYS391", {"10"}}}))});
  const Families families = one_parent("mother", {{"DXS7132", {"12", "12"}}}, Sex::male);
  const auto model = test::prepare_with_families("kinship", left, right, families,
                                                 test::without_errors(), x_table());
  EXPECT_EQ(score_of(*model.evidence, 0, 0), Score{});
  EXPECT_EQ(score_of(*model.evidence, 0, 1), Score{});
  EXPECT_EQ(score_of(*model.evidence, 0, 2), Score{});
  EXPECT_NEAR(lr_of(*model.evidence, 0, 3), 1 / p12, 1e-4);
  const Finding of_a_woman = model.evidence->explain(0, 0);
  EXPECT_EQ(of_a_woman.reason, "kinship.no_locus");
  EXPECT_NE(note_of(of_a_woman, "kinship.x_of_unknown_sex"), nullptr);
  test::expect_explained(*model.evidence, left, right);
}

TEST(XSilent, OneLocusOfALinkageGroupSpeaksAndTheOthersAreNamed) {
  const Calls mother{{"DXS10079", {"18", "19"}},
                     {"DXS7132", {"12", "14"}},
                     {"DXS8378", {"10", "10"}},
                     {"DXS9902", {"10", "11"}},
                     {"TPOX", {"8", "8"}}};
  const Calls son{{"DXS10079", {"19"}},
                  {"DXS7132", {"12"}},
                  {"DXS8378", {"10"}},
                  {"DXS9902", {"10"}},
                  {"TPOX", {"8", "11"}}};
  const auto left = table_of({report("A:1")});
  const auto right = table_of({body("B:1", "male", son), typed(remains("B:2"), son)});
  const Families families = one_parent("mother", mother, Sex::male);
  const auto model = test::prepare_with_families("kinship", left, right, families,
                                                 test::without_errors(), x_table());
  const double of_autosome = lr_of(*model.evidence, 0, 1);
  EXPECT_LT(of_autosome, 1);  // the shipped table's TPOX, 8 of which is common
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0) / of_autosome, (0.5 / p12) * (1 / 0.5), 1e-3);
  const Finding finding = model.evidence->explain(0, 0);
  EXPECT_EQ(note_of(finding, "kinship.x_loci")->arguments,
            std::vector<std::string>{"DXS7132, DXS8378"});
  EXPECT_EQ(note_of(finding, "kinship.x_linked")->arguments,
            std::vector<std::string>{"DXS10079, DXS9902"});
  const Finding silent = model.evidence->explain(0, 1);
  EXPECT_EQ(note_of(silent, "kinship.x_of_unknown_sex")->arguments,
            std::vector<std::string>{"DXS7132, DXS8378"});
  EXPECT_EQ(note_of(silent, "kinship.x_loci"), nullptr);
  test::expect_explained(*model.evidence, left, right);
}

TEST(XSilent, NeedsTheSexesOfThePedigree) {
  const auto left = table_of({report("A:1")});
  const auto right = table_of({body("B:1", "male", {{"DXS7132", {"12"}}, {"TPOX", {"8", "11"}}})});
  const Families families =
      one_parent("mother", {{"DXS7132", {"12", "12"}}, {"TPOX", {"8", "8"}}}, Sex::unknown);
  const auto model = test::prepare_with_families("kinship", left, right, families,
                                                 test::without_errors(), x_table());
  const Finding finding = model.evidence->explain(0, 0);
  ASSERT_NE(note_of(finding, "kinship.x_sex_not_stated"), nullptr);
  EXPECT_EQ(note_of(finding, "kinship.x_loci"), nullptr);
}

/// What an Argus kit shows of a sample says nothing of what was lost of its autosomes.
TEST(XSilent, ASampleOfXAloneDoesNotSpeakOfDropOut) {
  DnaProfile autosomes = test::dna_profile({{"TH01", {"6", "7"}}, {"TPOX", {"8", "11"}}}, "S1");
  autosomes.has_dropout = true;
  autosomes.dropout = 0.3;
  const DnaProfile x = test::dna_profile({{"DXS7132", {"12"}}}, "S2");
  const genetics::DropoutModel dropout{Parameters{}};
  EXPECT_EQ(typing_of({autosomes, x}, dropout).errors.dropout, 0.3);
  EXPECT_EQ(typing_of({x, autosomes}, dropout).errors.dropout, 0.3);
  EXPECT_EQ(typing_of({x}, dropout).errors.dropout, 0);
}

/// Tables of families are kept by what they depend on.
TEST(XSilent, AnAutosomeWithEqualNumbersHasAnotherContent) {
  TableLocus autosome = on_x("TPOX", 0, {{"12", p12}, {"14", p14}});
  autosome.inheritance = Inheritance::autosomal;
  ReferenceSet set;
  freeze_alleles(set, std::vector<FrequencyTable>{
                          {"t", {autosome, on_x("DXS7132", 2, {{"12", p12}, {"14", p14}})}}});
  const MatchPopulation population{{}, set};
  EXPECT_NE(population.locus("TPOX", {}).value().content,
            population.locus("DXS7132", {}).value().content);
}

}  // namespace
}  // namespace confronta
