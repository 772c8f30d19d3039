#include <gtest/gtest.h>

#include <vector>

#include "models/stats/long_bones.h"
#include "models/stats/osteometric_sex.h"

namespace confronta {
namespace {

std::vector<const BoneMeasure*> pointers(const std::vector<BoneMeasure>& measures) {
  std::vector<const BoneMeasure*> all;
  for (const BoneMeasure& measure : measures) all.push_back(&measure);
  return all;
}

// Genovés' own equations less 2.5 cm give del Angel & Cisneros': nobody may subtract it twice.
TEST(LongBones, AgreeWithGenovesLessTheCadaverCorrection) {
  EXPECT_NEAR(stature_from_bone("femur", 450, true)->centimetres, 63.89 + 2.262 * 45, 1e-9);
  EXPECT_NEAR(stature_from_bone("femur", 450, true)->centimetres, 2.26 * 45 + 66.379 - 2.5, 0.11);
  EXPECT_NEAR(stature_from_bone("tibia", 360, true)->centimetres, 1.96 * 36 + 93.752 - 2.5, 0.11);
  EXPECT_NEAR(stature_from_bone("femur", 410, false)->centimetres, 2.59 * 41 + 49.742 - 2.5, 0.11);
  EXPECT_NEAR(stature_from_bone("tibia", 330, false)->centimetres, 2.72 * 33 + 63.781 - 2.5, 0.11);
  EXPECT_FALSE(stature_from_bone("patella", 40, true));
}

TEST(LongBones, TakeTheBoneThatErrsLeastAndAverageItsSides) {
  const std::vector<BoneMeasure> measures{{"humerus", "max_length", "left", 310},
                                          {"femur", "max_length", "left", 446},
                                          {"femur", "max_length", "right", 452},
                                          {"femur", "head_diameter", "right", 46}};
  const auto bone = best_long_bone(pointers(measures));
  ASSERT_TRUE(bone);
  EXPECT_EQ(bone->bone, "femur");
  EXPECT_EQ(bone->millimetres, 450);  // 449 on the grid of 3 mm
}

TEST(LongBones, AChildsBoneIsNotUsed) {
  EXPECT_FALSE(best_long_bone(pointers({{"femur", "max_length", "left", 210}})));
  EXPECT_FALSE(best_long_bone({}));
}

TEST(OsteometricSex, FollowsTheFunctionOfTheFemur) {
  const std::vector<BoneMeasure> measures{{"femur", "epicondylar_breadth", "left", 80},
                                          {"femur", "head_diameter", "left", 46},
                                          {"femur", "ml_midshaft_diameter", "left", 27},
                                          {"fibula", "max_length", "left", 360}};
  const auto sex = osteometric_sex(pointers(measures));
  ASSERT_TRUE(sex);
  EXPECT_EQ(sex->bone, "femur");
  // .153 x 80 + .589 x 46 + .355 x 27 - 44.912 = 4.007, on the grid of 1/2.
  EXPECT_EQ(sex->score, 4.0);
  EXPECT_NEAR(male_probability(sex->score, 0), 1 / (1 + 0.0183156), 1e-6);
  EXPECT_NEAR(male_probability(sex->score, 0.05), 0.95 * 0.982014 + 0.05 * 0.017986, 1e-6);
}

TEST(OsteometricSex, NeedsEveryMeasureOfAFunction) {
  const std::vector<BoneMeasure> one{{"femur", "head_diameter", "left", 46}};
  EXPECT_FALSE(osteometric_sex(pointers(one)));
  const std::vector<BoneMeasure> fibula{{"fibula", "max_length", "left", 320}};
  EXPECT_EQ(osteometric_sex(pointers(fibula))->score, -1.0);  // .067 x 320 - 22.302 = -.862
}

}  // namespace
}  // namespace confronta
