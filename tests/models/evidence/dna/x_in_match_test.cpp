// Loci on X in a match: a man has his mother's one allele, a woman one of each parent.

#include <gtest/gtest.h>

#include "models/evidence/dna/family_case.h"
#include "models/evidence/dna/kinship_account.h"
#include "models/stats/portable_math.h"
#include "tests/models/support/x_table.h"

namespace confronta {
namespace {

using genetics::Families;
using genetics::Inheritance;
using genetics::Sex;
using test::body;
using test::lr_of;
using test::made_up_family;
using test::note_of;
using test::of_sex;
using test::one_parent;
using test::p12;
using test::p14;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;
using test::typed;
using test::x_table;

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

}  // namespace
}  // namespace confronta
