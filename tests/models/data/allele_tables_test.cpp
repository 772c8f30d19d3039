#include "models/data/allele_tables.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "models/domain/number_text.h"
#include "models/parameters.h"
#include "tests/support/source_path.h"

namespace confronta {
namespace {

TEST(AlleleTables, TheDefaultIsTheSouthWestHispanic) {
  const auto place = static_cast<std::size_t>(Parameters{}["genetics.allele_table"]);
  ASSERT_LT(place, allele_tables().size());
  EXPECT_EQ(allele_tables()[place].name, "FBI2015_SW_Hispanic");
  EXPECT_EQ(allele_tables().size(), 16U);
  EXPECT_EQ(find_allele_table("FBI2015_Nobody"), nullptr);
}

TEST(AlleleTables, CountAsPublished) {
  const AlleleTable* table = find_allele_table("FBI2015_SW_Hispanic");
  ASSERT_NE(table, nullptr);
  const auto th01 = counts_of(*table, "TH01");
  ASSERT_TRUE(th01);
  EXPECT_EQ(th01->chromosomes, 418);
  EXPECT_EQ(th01->alleles.front().name, "5");
  EXPECT_EQ(th01->alleles.front().copies, 1);  // .00239
  EXPECT_EQ(th01->alleles[2].name, "7");
  EXPECT_EQ(th01->alleles[2].copies, 141);  // .33732
  EXPECT_FALSE(counts_of(*table, "F13B"));
  EXPECT_TRUE(counts_of(*find_allele_table("NIST1036_Hisp"), "F13B"));
}

TEST(AlleleTables, HaveEveryLocusOfTheirSource) {
  for (const AlleleTable& table : allele_tables()) {
    const auto loci = loci_of(table);
    EXPECT_EQ(find_allele_table(table.name), &table);
    EXPECT_LE(loci.size(), table.name.substr(0, 4) == "NIST" ? 29U : 23U) << table.name;
    EXPECT_GE(loci.size(), 22U) << table.name;
    for (const std::string_view locus : loci) {
      const auto counts = counts_of(table, locus);
      ASSERT_TRUE(counts) << locus;
      EXPECT_GT(counts->chromosomes, 50) << table.name << ' ' << locus;
    }
  }
}

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> all;
  std::istringstream text{line};
  for (std::string cell; std::getline(text, cell, ',');) {
    if (!cell.empty() && cell.back() == '\r') cell.pop_back();
    all.push_back(cell);
  }
  return all;
}

TEST(AlleleTables, EqualTheFilesTheyWereMadeOf) {
  const std::filesystem::path folder = test::source_path("../shared/cases/frequencies");
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no shared cases here";
  std::size_t compared = 0;
  for (const AlleleTable& table : allele_tables()) {
    std::ifstream file{folder / (std::string{table.name} + ".csv")};
    ASSERT_TRUE(file) << table.name;
    std::string line;
    std::getline(file, line);
    const auto loci = cells(line);
    while (std::getline(file, line)) {
      const auto row = cells(line);
      for (std::size_t at = 1; at < row.size(); ++at) {
        const auto frequency = parse_number(row[at]);
        if (!frequency || *frequency == 0) continue;
        const auto counts = counts_of(table, loci[at]);
        ASSERT_TRUE(counts) << table.name << ' ' << loci[at];
        for (const auto& allele : counts->alleles)
          if (allele.name == row[0]) {
            EXPECT_NEAR(static_cast<double>(allele.copies) / counts->chromosomes, *frequency,
                        1e-12);
            ++compared;
          }
      }
    }
  }
  EXPECT_GT(compared, 3000U);
}

}  // namespace
}  // namespace confronta
