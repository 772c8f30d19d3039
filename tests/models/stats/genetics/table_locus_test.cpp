#include "models/stats/genetics/table_locus.h"

#include <gtest/gtest.h>

namespace confronta::genetics {
namespace {

TEST(TableLocus, AddsWhatSomebodyHasByFiveCopies) {
  const AlleleTable& table = *find_allele_table("FBI2015_SW_Hispanic");
  const std::vector<std::string> seen{"9.1", "6", "OL", "9.1", ""};
  const auto locus = table_locus(table, "TH01", seen, 0.001);
  ASSERT_TRUE(locus);
  const auto plain = table_locus(table, "TH01", {}, 0.001);
  ASSERT_TRUE(plain);
  EXPECT_EQ(locus.value().size(), plain.value().size() + 1);
  EXPECT_DOUBLE_EQ(locus.value().frequency(*locus.value().find("9.1")), 5.0 / 418);
  EXPECT_DOUBLE_EQ(locus.value().frequency(*locus.value().find("6")), 97.0 / 418);
  EXPECT_NEAR(plain.value().total_frequency(), 1, 1e-12);
}

TEST(TableLocus, NeverBelowTheMinimum) {
  const auto locus = table_locus(*find_allele_table("NIST1036_Cauc"), "TH01",
                                 std::vector<std::string>{"13.1"}, 0.02);
  ASSERT_TRUE(locus);
  EXPECT_DOUBLE_EQ(locus.value().frequency(*locus.value().find("13.1")), 0.02);
}

TEST(TableLocus, NamesWhatTheTableLacks) {
  const auto locus = table_locus(*find_allele_table("FBI2015_Apache"), "F13B", {}, 0.001);
  ASSERT_FALSE(locus);
  EXPECT_EQ(locus.error().code, "genetics.table_locus");
  EXPECT_EQ(locus.error().arguments, (std::vector<std::string>{"F13B", "FBI2015_Apache"}));
}

}  // namespace
}  // namespace confronta::genetics
