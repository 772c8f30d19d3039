#include "models/stats/genetics/profile_classes.h"

#include <gtest/gtest.h>

#include "models/stats/genetics/likelihood.h"
#include "tests/models/stats/genetics/support/generators.h"

namespace confronta::genetics {
namespace {

using Profile = std::vector<std::optional<Call>>;

const Locus& three_alleles() {
  static const Locus made = test::locus({{"1", 0.1}, {"2", 0.2}, {"3", 0.7}});
  return made;
}

ProfileClasses one_locus() { return ProfileClasses::make({&three_alleles()}).value(); }

ProfileClasses::Code code_of(ProfileClasses& profiles, const std::optional<Call>& call) {
  const std::size_t profile = profiles.add(Profile{call}).value();
  return profiles.codes(0)[profile];
}

TEST(ProfileClasses, WhatSaysTheSameIsOfOneClass) {
  ProfileClasses profiles = one_locus();
  EXPECT_EQ(code_of(profiles, GenotypeCall{0, 1}), 1);
  EXPECT_EQ(code_of(profiles, GenotypeCall{1, 0}), 1);
  EXPECT_EQ(code_of(profiles, GenotypeCall{0, 0}), 2);
  EXPECT_EQ(code_of(profiles, GenotypeCall{0, not_called}), 3);
  EXPECT_EQ(code_of(profiles, GenotypeCall{not_called, 0}), 3);
  EXPECT_EQ(code_of(profiles, DetectedAlleles{{0, 1}, 0.1, 0.05}), 4);
  EXPECT_EQ(code_of(profiles, DetectedAlleles{{1, 0}, 0.1, 0.05}), 4);
  EXPECT_EQ(code_of(profiles, DetectedAlleles{{0, 1}, 0.2, 0.05}), 5);
  EXPECT_EQ(code_of(profiles, DetectedAlleles{{0, 1}, 0.1, 0.04}), 6);
  ASSERT_EQ(profiles.calls(0).size(), 6U);
  EXPECT_EQ(profiles.calls(0)[1], Call(GenotypeCall{0, 0}));
}

// 1/- is 1/1, 1/2 or 1/3: genotypes 0, 1 and 3. A single peak 1 without drop-in: either copy of 1/1
// survived, or the 1 of the others alone.
TEST(ProfileClasses, KnowTheGenotypesThatFit) {
  ProfileClasses profiles = one_locus();
  code_of(profiles, GenotypeCall{0, not_called});
  code_of(profiles, DetectedAlleles{{0}, 0.1, 0});
  const std::vector<std::vector<std::pair<std::uint32_t, double>>> expected{
      {{0, 1}, {1, 1}, {3, 1}}, {{0, 0.99}, {1, 0.09}, {3, 0.09}}};
  for (std::size_t code = 1; code <= 2; ++code) {
    const auto fits = profiles.fits(0, code);
    ASSERT_EQ(fits.size(), 3U);
    for (std::size_t k = 0; k < 3; ++k) {
      EXPECT_EQ(fits[k].genotype, expected[code - 1][k].first);
      EXPECT_NEAR(fits[k].probability, expected[code - 1][k].second, 1e-15);
    }
  }
}

// A locus that was tried and gave nothing is an observation; one without any call is none.
TEST(ProfileClasses, NothingSeenIsNotTheSameAsNotTyped) {
  ProfileClasses profiles = one_locus();
  EXPECT_EQ(code_of(profiles, std::nullopt), ProfileClasses::not_typed);
  EXPECT_EQ(code_of(profiles, GenotypeCall{}), ProfileClasses::not_typed);
  EXPECT_NE(code_of(profiles, DetectedAlleles{{}, 0.5, 0}), ProfileClasses::not_typed);
}

TEST(ProfileClasses, AProfileThatNoGenotypeGivesIsRefusedWhole) {
  ProfileClasses profiles = ProfileClasses::make({&three_alleles(), &three_alleles()}).value();
  const auto refused =
      profiles.add(Profile{GenotypeCall{0, 1}, DetectedAlleles{{0, 1, 2}, 0.1, 0}});
  EXPECT_EQ(refused.error().code, "genetics.call_impossible");
  EXPECT_EQ(profiles.size(), 0U);
  EXPECT_TRUE(profiles.codes(0).empty());
  EXPECT_EQ(profiles.add(Profile{GenotypeCall{2, 2}, std::nullopt}).value(), 0U);
  EXPECT_EQ(profiles.codes(0).size(), profiles.codes(1).size());
}

TEST(ProfileClasses, OfALocusOnXItIsSaidHowManyCopiesItHas) {
  const Locus x = test::locus({{"1", 0.4}, {"2", 0.6}}, Inheritance::x_linked);
  EXPECT_EQ(ProfileClasses::make({&three_alleles(), &x}).error().code, "genetics.scan_autosomal");
  EXPECT_EQ(ProfileClasses::make({&three_alleles()}, {true}).error().code,
            "genetics.scan_autosomal");
  ProfileClasses profiles = ProfileClasses::make({&x, &x}, {true, false}).value();
  ASSERT_TRUE(profiles.add(Profile{GenotypeCall{1, 1}, std::nullopt}));
  ASSERT_TRUE(profiles.add(Profile{std::nullopt, GenotypeCall{1, not_called}}));
  ASSERT_EQ(profiles.fits(0, 1).size(), 1U);  // a man's 2
  EXPECT_EQ(profiles.fits(0, 1)[0].genotype, genotype_index(1, 1));
  EXPECT_EQ(profiles.fits(1, 1).size(), 2U);  // a woman's 2/-: 1/2 or 2/2
  EXPECT_EQ(profiles.add(Profile{GenotypeCall{0, 1}, std::nullopt}).error().code,
            "genetics.call_impossible");
}

TEST(ProfileClasses, MoreDistinctCallsThanCodesIsAnError) {
  ProfileClasses profiles = one_locus();
  for (std::size_t k = 1; k < ProfileClasses::most_classes; ++k)
    ASSERT_EQ(code_of(profiles, DetectedAlleles{{0}, static_cast<double>(k) * 1e-5, 0}), k);
  EXPECT_EQ(profiles.add(Profile{DetectedAlleles{{0}, 0.9, 0}}).error().code,
            "genetics.too_many_calls");
  EXPECT_EQ(code_of(profiles, DetectedAlleles{{0}, 1e-5, 0}), 1);  // known before
}

}  // namespace
}  // namespace confronta::genetics
