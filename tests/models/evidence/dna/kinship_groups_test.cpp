#include "models/evidence/dna/kinship_groups.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/support/dna.h"

namespace confronta {
namespace {

using genetics::Families;
using genetics::Sex;
using test::allele_share;
using test::Calls;
using test::remains;
using test::report;
using test::table_of;
using test::two_brothers;
using test::typed;

// Mother 8/8, both bodies 8/9. Alone the LR is 1 / (2 p8). Both have the 9 of one father: of one of
// his alleles with 1/2 (p9), else of either (p9 squared).
TEST(KinshipGroups, ABrothersBodyHelpsTheOther) {
  const auto left = table_of({report("A:1"), report("A:2"), report("A:3")});
  const auto right = table_of({typed(remains("B:1"), {{"TPOX", {"8", "9"}}}),
                               typed(remains("B:2"), {{"TPOX", {"8", "9"}}}),
                               typed(remains("B:3"), {{"TPOX", {"11", "12"}}})});
  const Families families = two_brothers({{"TPOX", {"8", "8"}}});
  const auto model =
      test::prepare_with_families("kinship", left, right, families, test::without_errors());
  const GroupEvidence* groups = model.evidence->groups();
  ASSERT_NE(groups, nullptr);
  ASSERT_EQ(groups->groups(), 1U);
  ASSERT_EQ(groups->members(0).size(), 2U);
  EXPECT_EQ(groups->members(0)[1], 1U);
  const std::vector<GroupAssignment> asked{
      {std::nullopt, std::nullopt}, {0, std::nullopt}, {std::nullopt, 1}, {0, 1}, {0, 2}};
  const std::vector<double> joint = groups->log10_joint(0, asked);
  const double p8 = allele_share("TPOX", "8"), p9 = allele_share("TPOX", "9");
  EXPECT_NEAR(joint[0], 0, 1e-12);
  EXPECT_NEAR(joint[1], std::log10(1 / (2 * p8)), 1e-9);
  EXPECT_NEAR(joint[2], joint[1], 1e-12);
  EXPECT_NEAR(joint[3] - joint[1] - joint[2], std::log10((1 + p9) / (2 * p9)), 1e-9);
  EXPECT_EQ(joint[4], -HUGE_VAL);
}

// With every error on, a pair alone is what the kinship model says of it (theta apart).
TEST(KinshipGroups, OfOnePairAloneIsThePairsOwnScore) {
  Parameters parameters;
  ASSERT_TRUE(parameters.set("genetics.theta", 0).ok());
  const auto left = table_of({report("A:1"), report("A:2")});
  const auto right =
      table_of({typed(remains("B:1"), {{"CSF1PO", {"10", "11"}}, {"TPOX", {"8", "9"}}}),
                typed(remains("B:2"), {{"CSF1PO", {"12", "12"}}, {"TPOX", {"8", "11"}}}),
                typed(remains("B:3"), {{"CSF1PO", {"11", "13"}}, {"TPOX", {"12", "12"}}})});
  const Families families = two_brothers({{"CSF1PO", {"10", "12"}}, {"TPOX", {"8", "11"}}});
  const auto model = test::prepare_with_families("kinship", left, right, families, parameters);
  for (RowId row = 0; row < right.size(); ++row) {
    const std::vector<GroupAssignment> alone{{row, std::nullopt}};
    EXPECT_NEAR(model.evidence->groups()->log10_joint(0, alone)[0],
                test::score_of(*model.evidence, 0, row).log10(), 0.01)
        << row;
  }
}

// A body that contradicts the family costs what a wrong sample costs, and leaves the other's alone.
TEST(KinshipGroups, AWrongBodyDoesNotSpoilTheOther) {
  Calls mother, son, stranger;
  for (const char* locus : {"CSF1PO", "D13S317", "D16S539", "D5S818", "D7S820", "TPOX"}) {
    mother.push_back({locus, {"9", "9"}});
    son.push_back({locus, {"9", "11"}});
    stranger.push_back({locus, {"12", "13"}});
  }
  const auto left = table_of({report("A:1"), report("A:2")});
  const auto right = table_of({typed(remains("B:1"), son), typed(remains("B:2"), stranger)});
  const Families families = two_brothers(mother);
  const auto model = test::prepare_with_families("kinship", left, right, families);
  const std::vector<GroupAssignment> asked{{0, std::nullopt}, {std::nullopt, 1}, {0, 1}};
  const std::vector<double> joint = model.evidence->groups()->log10_joint(0, asked);
  EXPECT_NEAR(joint[2], joint[0] + joint[1], 0.02);
}

TEST(KinshipGroups, AreOfFamiliesWithSeveralReportsOnly) {
  auto family = two_brothers({{"TPOX", {"8", "8"}}}).list()[0];
  const auto right = table_of({typed(remains("B:1"), {{"TPOX", {"8", "9"}}})});
  const auto groups_with = [&](const TraitTable& left) {
    const Families families{{family}};
    const auto model = test::prepare_with_families("kinship", left, right, families);
    return model.evidence->groups()->groups();
  };
  EXPECT_EQ(groups_with(table_of({report("A:1"), report("A:7")})), 0U);
  family.missing[1].report = "A:7";
  EXPECT_EQ(groups_with(table_of({report("A:1"), report("A:7")})), 1U);
  family.missing[1] = {family.missing[0].person, "A:7"};  // two reports of one person
  EXPECT_EQ(groups_with(table_of({report("A:1"), report("A:7")})), 0U);
}

}  // namespace
}  // namespace confronta
