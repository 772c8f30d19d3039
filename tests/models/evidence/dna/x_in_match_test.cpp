// Loci on X in a match: a man has his mother's one allele, a woman one of each parent.

#include <gtest/gtest.h>

#include "models/evidence/dna/family_case.h"
#include "models/evidence/dna/frozen_alleles.h"
#include "models/evidence/dna/kinship_account.h"
#include "models/stats/portable_math.h"
#include "tests/models/support/dna.h"

namespace confronta {
namespace {

using genetics::Families;
using genetics::FrequencyTable;
using genetics::Inheritance;
using genetics::PedigreeRow;
using genetics::Sex;
using genetics::TableLocus;
using test::Calls;
using test::lr_of;
using test::made_up_family;
using test::MadeUpPerson;
using test::remains;
using test::report;
using test::RowBuilder;
using test::score_of;
using test::table_of;
using test::typed;

constexpr double p12 = 0.25, p14 = 0.75;

TableLocus on_x(std::string name, int group, genetics::Locus::Frequencies frequencies) {
  TableLocus locus;
  locus.name = std::move(name);
  locus.inheritance = Inheritance::x_linked;
  locus.linkage_group = group;
  locus.frequencies = std::move(frequencies);
  locus.chromosomes = 500;
  return locus;
}

/// Of group 2 DXS7132 tells more than DXS10079.
ReferenceSet x_table() {
  ReferenceSet set;
  freeze_alleles(set, std::vector<FrequencyTable>{
                          {"x.csv",
                           {on_x("DXS10079", 2, {{"18", 0.9}, {"19", 0.1}}),
                            on_x("DXS7132", 2, {{"12", p12}, {"14", p14}}),
                            on_x("DXS8378", 1, {{"10", 0.5}, {"11", 0.2}, {"12", 0.3}}),
                            on_x("DXS9902", 0, {{"10", 0.5}, {"11", 0.5}})}}});
  return set;
}

RowBuilder of_sex(RowBuilder row, const char* sex) { return row.code(Trait::sex, sex); }
RowBuilder body(const std::string& id, const char* sex, const Calls& calls) {
  return typed(of_sex(remains(id), sex), calls);
}

Families one_parent(const char* parent, const Calls& calls, Sex child) {
  const bool father = std::string_view{parent} == "father";
  return Families{
      {made_up_family("F:1",
                      {{{parent, "", "", father ? Sex::male : Sex::female}, calls},
                       {{"child", father ? parent : "", father ? "" : parent, child}, {}}},
                      "child", "A:1")}};
}

const Finding* note_of(const Finding& finding, std::string_view reason) {
  for (const Finding& detail : finding.details)
    if (detail.reason == reason) return &detail;
  return nullptr;
}

TEST(XInMatch, ASonHasOneOfHisMothers) {
  const auto left = table_of({report("A:1")});
  const auto right = table_of({body("B:1", "male", {{"DXS7132", {"12"}}}),
                               body("B:2", "male", {{"DXS7132", {"14", "14"}}}),
                               body("B:3", "male", {{"DXS7132", {"13"}}})});
  const Families two = one_parent("mother", {{"DXS7132", {"12", "14"}}}, Sex::male);
  const auto model =
      test::prepare_with_families("kinship", left, right, two, test::without_errors(), x_table());
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), 0.5 / p12, 1e-4);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 1), 0.5 / p14, 1e-4);
  EXPECT_EQ(score_of(*model.evidence, 0, 2).log10(), -Score::limit_bans);
  const Families one = one_parent("mother", {{"DXS7132", {"12", "12"}}}, Sex::male);
  const auto sure =
      test::prepare_with_families("kinship", left, right, one, test::without_errors(), x_table());
  EXPECT_NEAR(lr_of(*sure.evidence, 0, 0), 1 / p12, 1e-4);
  EXPECT_EQ(score_of(*sure.evidence, 0, 1).log10(), -Score::limit_bans);
  test::expect_explained(*model.evidence, left, right);
}

TEST(XInMatch, ADaughterHasHerFathersOne) {
  const auto left = table_of({report("A:1")});
  const auto right = table_of({body("B:1", "female", {{"DXS7132", {"12", "14"}}}),
                               body("B:2", "female", {{"DXS7132", {"12", "12"}}}),
                               body("B:3", "female", {{"DXS7132", {"14", "14"}}})});
  const Families families = one_parent("father", {{"DXS7132", {"12"}}}, Sex::female);
  const auto model = test::prepare_with_families("kinship", left, right, families,
                                                 test::without_errors(), x_table());
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), 1 / (2 * p12), 1e-4);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 1), 1 / p12, 1e-4);
  EXPECT_EQ(score_of(*model.evidence, 0, 2).log10(), -Score::limit_bans);
  test::expect_explained(*model.evidence, left, right);
}

TEST(XInMatch, AFatherSaysNothingOfHisSon) {
  const auto left = table_of({report("A:1")});
  const auto right = table_of({body("B:1", "male", {{"DXS7132", {"12"}}})});
  const Families families = one_parent("father", {{"DXS7132", {"12"}}}, Sex::male);
  const auto model = test::prepare_with_families("kinship", left, right, families,
                                                 test::without_errors(), x_table());
  EXPECT_EQ(score_of(*model.evidence, 0, 0), Score{});
}

/// Half-sisters through the father share his X; what the match says is what the pedigree's
/// likelihood says, with theta and with mutation.
TEST(XInMatch, IsThePedigreesLikelihoodRatio) {
  Parameters parameters;
  for (const char* name :
       {"genetics.mistyping", "genetics.wrong_sample", "genetics.wrong_own_sample",
        "genetics.wrong_relationship", "genetics.false_paternity"})
    ASSERT_TRUE(parameters.set(name, 0).ok());
  ASSERT_TRUE(parameters.set("genetics.theta", 0.03).ok());
  const Families families{
      {made_up_family("F:1",
                      {{{"father", "", "", Sex::male}, {}},
                       {{"sister", "father", "", Sex::female}, {{"DXS8378", {"10", "11"}}}},
                       {{"x", "father", "", Sex::female}, {}}},
                      "x", "A:1")}};
  const auto left = table_of({report("A:1")});
  const auto right = table_of({body("B:1", "female", {{"DXS8378", {"11", "12"}}}),
                               body("B:2", "female", {{"DXS8378", {"12", "12"}}})});
  const auto model =
      test::prepare_with_families("kinship", left, right, families, parameters, x_table());

  const MatchPopulation population{parameters, x_table()};
  const auto ladder = population.locus("DXS8378", {}).value();
  ASSERT_EQ(ladder.locus.inheritance(), Inheritance::x_linked);
  const auto at = [&](const char* allele) { return ladder.locus.find(allele).value(); };
  const genetics::Pedigree& pedigree = families.list()[0].pedigree;
  const genetics::Pedigree beside = pedigree.with_unrelated(Sex::female);
  const std::pair<const char*, const char*> genotypes[]{{"11", "12"}, {"12", "12"}};
  for (RowId row = 0; row < right.size(); ++row) {
    genetics::LocusEvidence evidence{&ladder.locus, &ladder.mutation, {}};
    evidence.observations = {
        {1, genetics::GenotypeCall{at("10"), at("11")}},
        {2, genetics::GenotypeCall{at(genotypes[row].first), at(genotypes[row].second)}}};
    const auto h1 = pedigree_likelihood(pedigree, evidence, population.founders());
    evidence.observations.back().person = pedigree.size();
    const auto h2 = pedigree_likelihood(beside, evidence, population.founders());
    const double expected = (h1.value() / h2.value()).value();
    EXPECT_NEAR(lr_of(*model.evidence, 0, row), expected, 4e-5 * expected);
  }
  test::expect_explained(*model.evidence, left, right);
}

/// With every error on, of both sexes: whoever the remains are of, given that they are of somebody
/// else.
TEST(XInMatch, LikelihoodRatiosSumToOne) {
  Parameters parameters;
  ASSERT_TRUE(parameters.set("genetics.theta", 0).ok());
  const auto left = table_of({report("A:1")});
  const auto men = table_of(
      {body("B:1", "male", {{"DXS7132", {"12"}}}), body("B:2", "male", {{"DXS7132", {"14"}}})});
  const Families of_son = one_parent("mother", {{"DXS7132", {"12", "14"}}}, Sex::male);
  const auto son = test::prepare_with_families("kinship", left, men, of_son, parameters, x_table());
  EXPECT_NEAR(p12 * lr_of(*son.evidence, 0, 0) + p14 * lr_of(*son.evidence, 0, 1), 1, 1e-4);

  const auto women = table_of({body("B:1", "female", {{"DXS7132", {"12", "12"}}}),
                               body("B:2", "female", {{"DXS7132", {"12", "14"}}}),
                               body("B:3", "female", {{"DXS7132", {"14", "14"}}})});
  const Families of_daughter = one_parent("father", {{"DXS7132", {"12"}}}, Sex::female);
  const auto daughter =
      test::prepare_with_families("kinship", left, women, of_daughter, parameters, x_table());
  EXPECT_NEAR(p12 * p12 * lr_of(*daughter.evidence, 0, 0) +
                  2 * p12 * p14 * lr_of(*daughter.evidence, 0, 1) +
                  p14 * p14 * lr_of(*daughter.evidence, 0, 2),
              1, 1e-4);
}

TEST(XInMatch, OfAnotherOrAnUnknownSexItSaysNothing) {
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

TEST(XInMatch, OneLocusOfALinkageGroupSpeaksAndTheOthersAreNamed) {
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

TEST(XInMatch, NeedsTheSexesOfThePedigree) {
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

/// Between both parents' children of one sex profiles tell no one from the other, on X as
/// elsewhere.
TEST(XInMatch, AlternativesAreOfTheMissingPersonsSex) {
  const auto left = table_of({report("A:1")});
  const auto right = table_of({body("B:1", "male", {{"DXS7132", {"12"}}, {"DXS8378", {"11"}}})});
  const Families families{{made_up_family(
      "F:1",
      {{{"m", "", "", Sex::female}, {{"DXS7132", {"12", "12"}}, {"DXS8378", {"11", "11"}}}},
       {{"f", "", "", Sex::male}, {}},
       {{"x", "f", "m", Sex::male}, {}}},
      "x", "A:1")}};
  const Parameters parameters = test::without_errors();
  const MatchPopulation population{parameters, x_table()};
  const genetics::DropoutModel dropout{parameters};
  FamilyCase family{{&families.list()[0], 2}, population, dropout, parameters};
  family.weigh();
  const KinshipAccount account = account_of(family, typing_of(right, 0, dropout), 0.089);
  EXPECT_NEAR(account.log10_stated, portable_log10(1 / p12 / 0.2), 1e-9);
  ASSERT_TRUE(account.against_sibling);
  EXPECT_NEAR(*account.against_sibling, 0, 1e-9);
  EXPECT_TRUE(account.against_cousin);
}

/// What an Argus kit shows of a sample says nothing of what was lost of its autosomes.
TEST(XInMatch, ASampleOfXAloneDoesNotSpeakOfDropOut) {
  DnaProfile autosomes = test::dna_profile({{"TH01", {"6", "7"}}, {"TPOX", {"8", "11"}}}, "S1");
  autosomes.has_dropout = true;
  autosomes.dropout = 0.3;
  const DnaProfile x = test::dna_profile({{"DXS7132", {"12"}}}, "S2");
  const genetics::DropoutModel dropout{Parameters{}};
  EXPECT_EQ(typing_of({autosomes, x}, dropout).errors.dropout, 0.3);
  EXPECT_EQ(typing_of({x, autosomes}, dropout).errors.dropout, 0.3);
  EXPECT_EQ(typing_of({x}, dropout).errors.dropout, 0);
}

TEST(XInMatch, ADirectComparisonCountsOneCopyOfMenAndTwoOfWomen) {
  Parameters parameters = test::without_errors();
  ASSERT_TRUE(parameters.set("genetics.theta", 0.02).ok());
  const auto left = table_of({typed(of_sex(report("A:1"), "male"), {{"DXS7132", {"12"}}}),
                              typed(of_sex(report("A:2"), "female"), {{"DXS7132", {"12", "14"}}})});
  const auto right = table_of({body("B:1", "male", {{"DXS7132", {"12"}}}),
                               body("B:2", "male", {{"DXS7132", {"14", "14"}}}),
                               body("B:3", "female", {{"DXS7132", {"12", "14"}}})});
  const auto model = test::prepare_with_families("direct", left, right, genetics::no_families(),
                                                 parameters, x_table());
  const double theta = 0.02, q12 = (1 - theta) * p12, q14 = (1 - theta) * p14;
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), 1 / (theta + q12), 1e-3);
  EXPECT_EQ(score_of(*model.evidence, 0, 1).log10(), -Score::limit_bans);
  EXPECT_EQ(score_of(*model.evidence, 0, 2), Score{});  // a man and a woman
  EXPECT_EQ(score_of(*model.evidence, 1, 0), Score{});
  EXPECT_NEAR(lr_of(*model.evidence, 1, 2),
              (1 + theta) * (1 + 2 * theta) / (2 * (theta + q12) * (theta + q14)), 1e-3);
  EXPECT_NE(note_of(model.evidence->explain(0, 0), "kinship.x_loci"), nullptr);
  test::expect_explained(*model.evidence, left, right);
}

TEST(XInMatch, SeveralMissingOfOneFamilyAreWeighedTogether) {
  genetics::Family family =
      made_up_family("F:1",
                     {{{"m", "", "", Sex::female}, {{"DXS7132", {"12", "14"}}}},
                      {{"son", "", "m", Sex::male}, {}},
                      {{"daughter", "", "m", Sex::female}, {}}},
                     "son", "A:1");
  family.missing.push_back({2, "A:2"});
  const Families families{{family}};
  const auto left = table_of({report("A:1"), report("A:2")});
  const auto right = table_of({body("B:1", "male", {{"DXS7132", {"12"}}}),
                               body("B:2", "female", {{"DXS7132", {"12", "14"}}})});
  const auto model = test::prepare_with_families("kinship", left, right, families,
                                                 test::without_errors(), x_table());
  const GroupEvidence* groups = model.evidence->groups();
  ASSERT_EQ(groups->groups(), 1U);
  const std::vector<GroupAssignment> assigned{{RowId{0}, RowId{1}}, {RowId{1}, RowId{0}}};
  const auto joint = groups->log10_joint(0, assigned);
  // The mother gives 12 or 14 to each; the daughter's other one is anybody's.
  const double daughter = 0.5 * p14 + 0.5 * p12;
  EXPECT_NEAR(joint[0], portable_log10(0.5 * daughter / (p12 * 2 * p12 * p14)), 1e-9);
  EXPECT_NEAR(joint[1], 0, 1e-12);  // neither is of the other's sex
}

/// Tables of families are kept by what they depend on.
TEST(XInMatch, AnAutosomeWithEqualNumbersHasAnotherContent) {
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
