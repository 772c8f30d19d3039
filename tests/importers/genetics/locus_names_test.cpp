#include "importers/genetics/locus_names.h"

#include <gtest/gtest.h>

namespace confronta::importers {
namespace {

TEST(LocusNames, OfOneLocusHaveOneKey) {
  EXPECT_EQ(locus_key("THO1"), locus_key("TH01"));
  EXPECT_EQ(locus_key("vWA"), locus_key("VWA31"));
  EXPECT_EQ(locus_key("Penta E"), locus_key("PENTA_E"));
  EXPECT_EQ(locus_key("Amelogenin"), locus_key("AMEL"));
  EXPECT_EQ(locus_key("ACTBP2"), locus_key("SE33"));
  EXPECT_NE(locus_key("D3S1358"), locus_key("D13S317"));
  EXPECT_NE(locus_key("Penta D"), locus_key("Penta E"));
}

TEST(LocusNames, TellTheSexChromosomes) {
  for (const char* name : {"AMEL", "Amelogenin X", "DYS391", "Y-GATA-H4", "Y Indel", "DXS10148"})
    EXPECT_TRUE(is_sex_linked(name)) << name;
  for (const char* name : {"D3S1358", "TH01", "Penta E", "SE33", "L1", "Y12"})
    EXPECT_FALSE(is_sex_linked(name)) << name;
}

}  // namespace
}  // namespace confronta::importers
