#include "models/domain/body_region.h"

#include <gtest/gtest.h>

#include <set>

namespace confronta {
namespace {

TEST(BodyRegion, ParentsStandBeforeTheirParts) {
  std::set<std::string_view> seen{""};
  for (const BodyRegion& region : body_regions()) {
    EXPECT_TRUE(seen.contains(region.parent)) << region.word;
    EXPECT_TRUE(seen.insert(region.word).second) << region.word;
  }
}

TEST(BodyRegion, AnArmContainsAFingerAndNotTheOtherWayRound) {
  EXPECT_TRUE(region_contains("arm", "finger"));
  EXPECT_TRUE(region_contains("forearm", "forearm"));
  EXPECT_FALSE(region_contains("finger", "arm"));
  EXPECT_FALSE(region_contains("arm", "thigh"));
  EXPECT_FALSE(region_contains("", "arm"));
  EXPECT_FALSE(region_contains("tentacle", "tentacle"));
}

TEST(BodyRegion, GroupIsTheTopOfTheTree) {
  EXPECT_EQ(region_group("thumb"), "arm");
  EXPECT_EQ(region_group("chin"), "head");
  EXPECT_EQ(region_group("neck"), "neck");
  EXPECT_EQ(region_group("tentacle"), "");
}

TEST(BodyRegion, LimbsAndEarsComeInPairs) {
  EXPECT_TRUE(region_is_paired("calf"));
  EXPECT_TRUE(region_is_paired("ear"));
  EXPECT_FALSE(region_is_paired("nose"));
  EXPECT_FALSE(region_is_paired("back"));
  EXPECT_FALSE(region_is_paired("tentacle"));
}

}  // namespace
}  // namespace confronta
