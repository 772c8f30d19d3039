#include "importers/genetics/allele_cells.h"

#include <gtest/gtest.h>

namespace confronta::importers {
namespace {

using Alleles = std::vector<std::string>;

LocusCells read(std::string_view text, bool single) {
  LocusCells cells;
  EXPECT_TRUE(read_allele_cell(text, single, cells)) << text;
  return cells;
}

TEST(AlleleCells, AreNumbersOfRepeats) {
  EXPECT_EQ(read("9.3", true).alleles, Alleles{"9.3"});
  EXPECT_EQ(read(" 9,3 ", true).alleles, Alleles{"9.3"});
  EXPECT_EQ(read("15.0", true).alleles, Alleles{"15"});
  EXPECT_EQ(read("32.20", true).alleles, Alleles{"32.2"});
  EXPECT_TRUE(read("", true).blank());
}

TEST(AlleleCells, HoldBothAlleles) {
  EXPECT_EQ(read("15/16", false).alleles, (Alleles{"15", "16"}));
  EXPECT_EQ(read("9,3 / 10", false).alleles, (Alleles{"9.3", "10"}));
  EXPECT_EQ(read("15, 16", false).alleles, (Alleles{"15", "16"}));
  EXPECT_EQ(read("15 16", false).alleles, (Alleles{"15", "16"}));
  EXPECT_EQ(read("11;14", false).alleles, (Alleles{"11", "14"}));
  EXPECT_EQ(read("XY", false).alleles, (Alleles{"X", "Y"}));
  EXPECT_EQ(read("X,X", false).alleles, (Alleles{"X", "X"}));
}

TEST(AlleleCells, MarkWhatWasNotCalled) {
  for (const char* text : {"-", "?", "ND", "0", "SIN DATO", "n/a", "INC"}) {
    const LocusCells cells = read(text, true);
    EXPECT_TRUE(cells.marked) << text;
    EXPECT_TRUE(cells.alleles.empty()) << text;
    EXPECT_FALSE(cells.blank()) << text;
  }
  const LocusCells half = read("16/?", false);
  EXPECT_EQ(half.alleles, Alleles{"16"});
  EXPECT_TRUE(half.marked);
}

TEST(AlleleCells, KnowWhatIsOffTheLadder) {
  EXPECT_EQ(read("OL", true).alleles, Alleles{"OL"});
  EXPECT_EQ(read("<9", true).alleles, Alleles{"OL"});
  EXPECT_EQ(read("17/OL?", false).alleles, (Alleles{"17", "OL"}));
}

TEST(AlleleCells, RefuseWhatIsNoAllele) {
  for (const char* text : {"03-sep", "2019-09-03", "abc", "9.35", "-5", "4000", "1e9"}) {
    LocusCells cells;
    const auto read = read_allele_cell(text, true, cells);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().code, "dna.allele");
    EXPECT_EQ(read.error().arguments, Alleles{text});
  }
}

}  // namespace
}  // namespace confronta::importers
