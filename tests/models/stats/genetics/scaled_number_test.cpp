#include "models/stats/genetics/scaled_number.h"

#include <gtest/gtest.h>

#include <cmath>

namespace confronta::genetics {
namespace {

TEST(ScaledNumber, KeepsWhatADoubleCannot) {
  ScaledNumber product(1.0);
  for (int k = 0; k < 1000; ++k) product *= ScaledNumber(1e-10);
  EXPECT_EQ(product.value(), 0);
  EXPECT_FALSE(product.is_zero());
  EXPECT_NEAR(product.log10(), -10000, 1e-9);
  EXPECT_NEAR((product / (product * ScaledNumber(4.0))).value(), 0.25, 1e-15);
}

TEST(ScaledNumber, AddsAcrossMagnitudes) {
  EXPECT_EQ((ScaledNumber(3.0) + ScaledNumber(0.5)).value(), 3.5);
  EXPECT_EQ((ScaledNumber() + ScaledNumber(0.5)).value(), 0.5);
  EXPECT_EQ((ScaledNumber(1.0, 5000) + ScaledNumber(1.0, -5000)).exponent(), 5001);
}

TEST(ScaledNumber, IsOrdered) {
  EXPECT_LT(ScaledNumber(), ScaledNumber(1.0, -5000));
  EXPECT_LT(ScaledNumber(0.75), ScaledNumber(0.5, 1));
  EXPECT_FALSE(ScaledNumber(2.0) < ScaledNumber(2.0));
  EXPECT_FALSE(ScaledNumber() < ScaledNumber());
}

TEST(ScaledNumber, OfZeroIsZero) {
  EXPECT_TRUE(ScaledNumber(0.0, 77).is_zero());
  EXPECT_TRUE((ScaledNumber() * ScaledNumber(2.0)).is_zero());
  EXPECT_EQ(ScaledNumber().log10(), -INFINITY);
}

}  // namespace
}  // namespace confronta::genetics
