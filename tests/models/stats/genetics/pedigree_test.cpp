#include "models/stats/genetics/pedigree.h"

#include <gtest/gtest.h>

namespace confronta::genetics {
namespace {

std::string code(std::vector<PedigreeRow> rows) { return Pedigree::make(rows).error().code; }

TEST(Pedigree, TakesRowsInAnyOrderAndSexesFromRoles) {
  const std::vector<PedigreeRow> rows{{"c", "f", "m", Sex::unknown},
                                      {"f", "g", "", Sex::unknown},
                                      {"m", "", "", Sex::female},
                                      {"g", "", "", Sex::male}};
  const Pedigree pedigree = Pedigree::make(rows).value();
  EXPECT_EQ(pedigree[1].sex, Sex::male);
  EXPECT_EQ(pedigree[0].sex, Sex::unknown);
  EXPECT_EQ(pedigree[0].father, 1);
  EXPECT_EQ(pedigree.parents_first(), (std::vector<int>{2, 3, 1, 0}));
}

TEST(Pedigree, RefusesWhatNoFamilyIs) {
  EXPECT_EQ(code({{"x", "", "", Sex::male}, {"x", "", "", Sex::male}}), "genetics.person_twice");
  EXPECT_EQ(code({{"x", "f", "", Sex::male}}), "genetics.unknown_parent");
  EXPECT_EQ(code({{"x", "f", "", Sex::male}, {"f", "", "", Sex::female}}), "genetics.parent_sex");
  EXPECT_EQ(code({{"x", "f", "f", Sex::male}, {"f", "", "", Sex::unknown}}), "genetics.parent_sex");
  EXPECT_EQ(code({{"x", "y", "", Sex::male}, {"y", "x", "", Sex::male}}), "genetics.own_ancestor");
  EXPECT_EQ(code({{"x", "x", "", Sex::male}}), "genetics.own_ancestor");
}

TEST(Pedigree, GivesAMissingParentAPlace) {
  const std::vector<PedigreeRow> rows{{"m", "", "", Sex::female}, {"c", "", "m", Sex::male}};
  const Pedigree complete = Pedigree::make(rows).value().with_both_parents();
  ASSERT_EQ(complete.size(), 3);
  EXPECT_EQ(complete[1].father, 2);
  EXPECT_EQ(complete[2].sex, Sex::male);
  EXPECT_TRUE(complete[0].is_founder());
}

// Of the uncle's family only the uncle and the child are typed: the child's mother is left out, and
// of the untyped line nobody else, since the grandparents have two children.
TEST(Pedigree, PrunesTheUntypedAsFamiliasDoes) {
  const std::vector<PedigreeRow> rows{
      {"gf", "", "", Sex::male},         {"gm", "", "", Sex::female},
      {"father", "gf", "gm", Sex::male}, {"uncle", "gf", "gm", Sex::male},
      {"mother", "", "", Sex::female},   {"child", "father", "mother", Sex::male}};
  const Pedigree pedigree = Pedigree::make(rows).value();
  const Pedigree pruned = pedigree.pruned({false, false, false, true, false, true});
  EXPECT_EQ(pruned[5].mother, no_parent);
  EXPECT_EQ(pruned[5].father, 2);
  EXPECT_EQ(pruned[2].father, 0);
  // with the uncle alone, nobody else is left
  const Pedigree alone = pedigree.pruned({false, false, false, true, false, false});
  EXPECT_TRUE(alone[3].is_founder());
}

}  // namespace
}  // namespace confronta::genetics
