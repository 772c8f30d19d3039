#include "engine/score/likelihood_ratio.h"

#include <gtest/gtest.h>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

TEST(LikelihoodRatios, AreTenToTheScore) {
  const LikelihoodRatios ratios;
  for (const double bans : {-19.99, -3.0, -0.00002, 0.0, 0.3, 1.0, 7.123, 19.99}) {
    const Score score = Score::from_log10(bans);
    const double expected = portable_pow(10, score.log10());
    EXPECT_NEAR(ratios(score) / expected, 1, 1e-14) << bans;
  }
  EXPECT_EQ(ratios(Score{0}), 1.0);
  EXPECT_EQ(ratios(Score::from_log10(-900)), ratios(Score::from_log10(-20)));
  EXPECT_EQ(ratios(Score::from_log10(900)), ratios(Score::from_log10(20)));
}

}  // namespace
}  // namespace confronta
