#include "models/stats/genetics/call.h"

#include <gtest/gtest.h>

#include <vector>

namespace confronta::genetics {
namespace {

const Locus three = Locus::make("L", {{"a", 0.1}, {"b", 0.2}, {"c", 0.7}}).value();
const Locus silenced = three.with_silent_allele(0.05).value();
constexpr int a = 0, b = 1, c = 2, s = 3;

TEST(GenotypeCall, FitsWhatItSays) {
  EXPECT_EQ(call_probability(three, GenotypeCall{a, b}, b, a), 1);
  EXPECT_EQ(call_probability(three, GenotypeCall{a, b}, a, a), 0);
  EXPECT_EQ(call_probability(three, GenotypeCall{a, a}, a, b), 0);
  EXPECT_EQ(call_probability(three, GenotypeCall{a, not_called}, c, a), 1);
  EXPECT_EQ(call_probability(three, GenotypeCall{not_called, a}, c, b), 0);
  EXPECT_EQ(call_probability(three, GenotypeCall{not_called, not_called}, c, b), 1);
}

TEST(GenotypeCall, OfOneAlleleMayHideASilentOne) {
  EXPECT_EQ(call_probability(silenced, GenotypeCall{a, a}, a, s), 1);
  EXPECT_EQ(call_probability(silenced, GenotypeCall{a, a}, s, s), 0);
  EXPECT_EQ(call_probability(silenced, GenotypeCall{a, b}, a, s), 0);
  EXPECT_EQ(call_probability(silenced, GenotypeCall{a, not_called}, s, a), 1);
}

TEST(GenotypeCall, OfAManOnX) {
  EXPECT_EQ(call_probability_hemizygous(three, GenotypeCall{a, a}, a), 1);
  EXPECT_EQ(call_probability_hemizygous(three, GenotypeCall{a, a}, b), 0);
}

TEST(DetectedAlleles, WithoutErrorAreTheGenotype) {
  EXPECT_EQ(call_probability(three, DetectedAlleles{{a, b}, 0, 0}, b, a), 1);
  EXPECT_EQ(call_probability(three, DetectedAlleles{{a}, 0, 0}, a, a), 1);
  EXPECT_EQ(call_probability(three, DetectedAlleles{{a}, 0, 0}, a, b), 0);
}

// d = .2, c = .05; p_a = .1, p_b = .2
TEST(DetectedAlleles, ByHand) {
  const auto p = [](std::vector<int> seen, int x, int y) {
    return call_probability(three, DetectedAlleles{std::move(seen), 0.2, 0.05}, x, y);
  };
  EXPECT_NEAR(p({}, a, b), 0.95 * 0.04, 1e-16);
  EXPECT_NEAR(p({}, a, a), 0.95 * 0.04, 1e-16);
  // a survives and b is lost, nothing or a drops in; or both are lost and a drops in
  EXPECT_NEAR(p({a}, a, b), 0.16 * (0.95 + 0.05 * 0.1) + 0.05 * 0.1 * 0.04, 1e-15);
  EXPECT_NEAR(p({a}, a, a), 0.96 * (0.95 + 0.05 * 0.1) + 0.05 * 0.1 * 0.04, 1e-15);
  EXPECT_NEAR(p({a}, b, c), 0.05 * 0.1 * 0.04, 1e-16);
  EXPECT_EQ(p({a, b}, c, c), 0);  // two foreign alleles: one drop-in at most
}

TEST(DetectedAlleles, SumToOneOverAllSets) {
  for (const Locus* locus : {&three, &silenced})
    for (int x = 0; x < locus->size(); ++x)
      for (int y = 0; y < locus->size(); ++y) {
        double sum = 0;
        for (unsigned set = 0; set < 8; ++set) {
          DetectedAlleles seen{{}, 0.3, 0.1};
          for (int k = 0; k < 3; ++k)
            if (set >> k & 1U) seen.alleles.push_back(k);
          sum += call_probability(*locus, seen, x, y);
        }
        EXPECT_NEAR(sum, 1, 1e-15) << x << " " << y;
      }
}

TEST(DetectedAlleles, NeverShowASilentOne) {
  EXPECT_NEAR(call_probability(silenced, DetectedAlleles{{a}, 0.2, 0}, a, s), 0.8, 1e-16);
  EXPECT_EQ(call_probability(silenced, DetectedAlleles{{}, 0.2, 0}, s, s), 1);
}

}  // namespace
}  // namespace confronta::genetics
