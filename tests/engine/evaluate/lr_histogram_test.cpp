#include "engine/evaluate/lr_histogram.h"

#include <gtest/gtest.h>

namespace confronta {
namespace {

TEST(LrHistogram, CountsByTheNearestBinAndKeepsZeroZero) {
  LrHistogram histogram;
  for (const double x : {0.0, 0.0004, -0.0004, 1.0, -2.5, 1.0006}) histogram.add(x);
  const auto pairs = histogram.pairs();
  ASSERT_EQ(pairs.size(), 4U);
  EXPECT_EQ(pairs[0].log10_lr, -2.5);
  EXPECT_EQ(pairs[1].log10_lr, 0);
  EXPECT_EQ(pairs[1].count, 3);
  EXPECT_EQ(pairs[2].log10_lr, 1);
  EXPECT_EQ(pairs[3].log10_lr, 1 + 1.0 / 1024);
}

TEST(LrHistogram, LosesNoValueHoweverFar) {
  LrHistogram histogram;
  for (const double x : {1000.0, -1000.0, 31.9, 32.1, -1000.0}) histogram.add(x);
  const auto pairs = histogram.pairs();
  ASSERT_EQ(pairs.size(), 4U);
  EXPECT_EQ(pairs.front().log10_lr, -1000);
  EXPECT_EQ(pairs.front().count, 2);
  EXPECT_NEAR(pairs[1].log10_lr, 31.9, 0.0005);
  EXPECT_NEAR(pairs[2].log10_lr, 32.1, 0.0005);
  EXPECT_EQ(pairs.back().log10_lr, 1000);
}

TEST(LrHistogram, RoundsOneValueAsItCountsIt) {
  LrHistogram histogram;
  histogram.add(0.30103);
  EXPECT_EQ(histogram.pairs().front().log10_lr, LrHistogram::rounded(0.30103));
}

}  // namespace
}  // namespace confronta
