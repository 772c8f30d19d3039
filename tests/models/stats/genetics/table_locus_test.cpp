#include "models/stats/genetics/table_locus.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace confronta::genetics {
namespace {

TableLocus shipped(std::string_view table, std::string_view locus) {
  for (const TableLocus& one : shipped_table(*find_allele_table(table)).loci)
    if (one.name == locus) return one;
  return {};
}

TEST(TableLocus, AddsWhatSomebodyHasByFiveCopies) {
  const TableLocus th01 = shipped("FBI2015_SW_Hispanic", "TH01");
  const std::vector<std::string> seen{"9.1", "6", "OL", "9.1", ""};
  const auto locus = table_locus(th01, seen, 0.001);
  ASSERT_TRUE(locus);
  const auto plain = table_locus(th01, {}, 0.001);
  ASSERT_TRUE(plain);
  EXPECT_EQ(locus.value().size(), plain.value().size() + 1);
  EXPECT_DOUBLE_EQ(locus.value().frequency(*locus.value().find("9.1")), 5.0 / 418);
  EXPECT_DOUBLE_EQ(locus.value().frequency(*locus.value().find("6")), 97.0 / 418);
  EXPECT_NEAR(plain.value().total_frequency(), 1, 1e-12);
}

TEST(TableLocus, NeverBelowTheMinimum) {
  const auto locus =
      table_locus(shipped("NIST1036_Cauc", "TH01"), std::vector<std::string>{"13.1"}, 0.02);
  ASSERT_TRUE(locus);
  EXPECT_DOUBLE_EQ(locus.value().frequency(*locus.value().find("13.1")), 0.02);
}

TEST(TableLocus, OfUnknownSizeUsesTheMinimum) {
  TableLocus of_a_file = shipped("NIST1036_Cauc", "TH01");
  of_a_file.chromosomes = 0;
  const auto locus = table_locus(of_a_file, std::vector<std::string>{"13.1"}, 0.002);
  ASSERT_TRUE(locus);
  EXPECT_DOUBLE_EQ(locus.value().frequency(*locus.value().find("13.1")), 0.002);
}

TEST(TableLocus, AShippedTableIsWholeAndSorted) {
  const FrequencyTable table = shipped_table(*find_allele_table("FBI2015_Apache"));
  EXPECT_EQ(table.name, "FBI2015_Apache");
  EXPECT_EQ(table.loci.size(), 23U);
  EXPECT_TRUE(std::is_sorted(table.loci.begin(), table.loci.end(),
                             [](const auto& a, const auto& b) { return a.name < b.name; }));
}

}  // namespace
}  // namespace confronta::genetics
