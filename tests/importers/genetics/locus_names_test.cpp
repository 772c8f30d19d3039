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

TEST(LocusNames, AreKeptUnderOneName) {
  EXPECT_EQ(canonical_locus("THO1"), "TH01");
  EXPECT_EQ(canonical_locus("vwa"), "vWA");
  EXPECT_EQ(canonical_locus("PENTA_E"), "Penta E");
  EXPECT_EQ(canonical_locus("Amelogenina"), "AMEL");
  EXPECT_EQ(canonical_locus("DYS385 a/b"), "DYS385");
  EXPECT_EQ(canonical_locus("DYS389 I"), "DYS389I");
  EXPECT_EQ(canonical_locus("YGATAH4"), "Y-GATA-H4");
  EXPECT_EQ(canonical_locus("D11S4463"), "D11S4463");
}

TEST(LocusNames, AreToldFromOtherColumns) {
  for (const char* name : {"D3S1358", "vWA", "Penta D", "DYS612", "DXS10148", "rs1490413"})
    EXPECT_TRUE(names_a_locus(name)) << name;
  for (const char* name : {"Sexo", "D3", "DS1", "Sample", "D333S1", "DYS", "RS", ""})
    EXPECT_FALSE(names_a_locus(name)) << name;
}

TEST(LocusNames, SayHowALocusIsInherited) {
  EXPECT_EQ(kind_of_locus("TH01"), LocusKind::autosomal);
  EXPECT_EQ(kind_of_locus("DYS385"), LocusKind::y);
  EXPECT_EQ(kind_of_locus("Y-GATA-H4"), LocusKind::y);
  EXPECT_EQ(kind_of_locus("DXS10074"), LocusKind::x);
  EXPECT_EQ(kind_of_locus("AMEL"), LocusKind::amelogenin);
  EXPECT_EQ(kind_of_locus("SRY"), LocusKind::other_sex_marker);
}

}  // namespace
}  // namespace confronta::importers
