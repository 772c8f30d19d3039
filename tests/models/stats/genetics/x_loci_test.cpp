#include "models/stats/genetics/x_loci.h"

#include <gtest/gtest.h>

namespace confronta::genetics {
namespace {

TEST(XLoci, AreKnownByName) {
  for (const char* locus : {"DXS10148", "DXS7132", "HPRTB", "ARA", "GATA172D05"})
    EXPECT_TRUE(on_x(locus)) << locus;
  for (const char* locus : {"D3S1358", "DYS391", "TH01", "AMEL", "SE33"})
    EXPECT_FALSE(on_x(locus)) << locus;
}

TEST(XLoci, AreLinkedInTheFourGroupsOfTheKit) {
  EXPECT_EQ(linkage_group_on_x("DXS8378"), 1);
  EXPECT_EQ(linkage_group_on_x("DXS10074"), 2);
  EXPECT_EQ(linkage_group_on_x("HPRTB"), 3);
  EXPECT_EQ(linkage_group_on_x("DXS7423"), 4);
  EXPECT_EQ(linkage_group_on_x("DXS9902"), 0);
}

}  // namespace
}  // namespace confronta::genetics
