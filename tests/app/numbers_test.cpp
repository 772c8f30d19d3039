#include "app/numbers.h"

#include <gtest/gtest.h>

namespace confronta::app {
namespace {

TEST(FiguresText, KeepsTheFirstFigures) {
  EXPECT_EQ(figures_text(3.4587199), "3.459");
  EXPECT_EQ(figures_text(1.0 / 1500), "0.0006667");
  EXPECT_EQ(figures_text(2437000), "2.437e+06");
  EXPECT_EQ(figures_text(0), "0");
}

TEST(Numbers, TheVerbalScaleHasTheBoundsOfEnfsi) {
  EXPECT_EQ(verbal_code(0), "verbal.neutral");
  EXPECT_EQ(verbal_code(0.3), "verbal.neutral");
  EXPECT_EQ(verbal_code(0.5), "verbal.for.weak");
  EXPECT_EQ(verbal_code(1), "verbal.for.moderate");
  EXPECT_EQ(verbal_code(2), "verbal.for.moderately_strong");
  EXPECT_EQ(verbal_code(3.99), "verbal.for.strong");
  EXPECT_EQ(verbal_code(4), "verbal.for.very_strong");
  EXPECT_EQ(verbal_code(6), "verbal.for.extremely_strong");
  EXPECT_EQ(verbal_code(-1.5), "verbal.against.moderate");
}

TEST(Numbers, AProbabilityIsNeverRoundedToCertainty) {
  EXPECT_EQ(percent_text(0.999999), "> 99.99 %");
  EXPECT_EQ(percent_text(0.00000001), "< 0.01 %");
  EXPECT_EQ(percent_text(1), "> 99.99 %");
  EXPECT_EQ(percent_text(0), "0.00 %");
  EXPECT_EQ(percent_text(0.256), "25.6 %");
}

TEST(Numbers, BansCarryTheirSign) {
  EXPECT_EQ(bans_text(3.256), "+3.26");
  EXPECT_EQ(bans_text(-0.5), "-0.50");
}

}  // namespace
}  // namespace confronta::app
