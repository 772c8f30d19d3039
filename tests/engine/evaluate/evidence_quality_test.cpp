#include "engine/evaluate/evidence_quality.h"

#include <gtest/gtest.h>

#include <cmath>

namespace confronta {
namespace {

using Pairs = std::vector<WeightedLr>;

// Of true pairs .8 have evidence E, of false ones .2: the LR of E is 4, of its absence 1/4.
const double log_4 = std::log10(4);

TEST(EvidenceQuality, ARightLikelihoodRatioHasSlopeOneAndBothExpectationsOne) {
  const Pairs t{{log_4, 80}, {-log_4, 20}}, f{{log_4, 200}, {-log_4, 800}};
  const EvidenceQuality q = evidence_quality(t, f);
  EXPECT_EQ(q.speaks_true, 1);
  EXPECT_NEAR(*q.mean_true, 0.6 * log_4, 1e-12);
  EXPECT_NEAR(*q.mean_false, -0.6 * log_4, 1e-12);
  EXPECT_NEAR(*q.mean_lr_false, 1, 1e-12);      // .2 * 4 + .8 / 4
  EXPECT_NEAR(*q.mean_inverse_true, 1, 1e-12);  // .8 / 4 + .2 * 4
  ASSERT_TRUE(q.fit);
  EXPECT_NEAR(q.fit->slope, 1, 1e-6);
  EXPECT_NEAR(q.fit->intercept, 0, 1e-6);
  EXPECT_NEAR(q.cllr, q.cllr_min, 1e-12);
}

TEST(EvidenceQuality, TwiceTheBansIsHalfTheSlope) {
  const Pairs t{{2 * log_4, 80}, {-2 * log_4, 20}}, f{{2 * log_4, 200}, {-2 * log_4, 800}};
  const EvidenceQuality q = evidence_quality(t, f);
  EXPECT_NEAR(q.fit->slope, 0.5, 1e-6);
  EXPECT_NEAR(*q.mean_lr_false, 0.2 * 16 + 0.8 / 16, 1e-12);
  EXPECT_GT(q.cllr, q.cllr_min + 0.05);
}

TEST(EvidenceQuality, AShiftShowsInTheIntercept) {
  const Pairs t{{log_4 + 1, 80}, {1 - log_4, 20}}, f{{log_4 + 1, 200}, {1 - log_4, 800}};
  const EvidenceQuality q = evidence_quality(t, f);
  EXPECT_NEAR(q.fit->slope, 1, 1e-6);
  EXPECT_NEAR(q.fit->intercept, -1, 1e-6);
}

TEST(EvidenceQuality, SilenceCountsInTheCostButNotInTheMeans) {
  const Pairs t{{log_4, 80}, {-log_4, 20}, {0, 100}}, f{{log_4, 200}, {-log_4, 800}, {0, 3000}};
  const EvidenceQuality q = evidence_quality(t, f);
  EXPECT_EQ(q.speaks_true, 0.5);
  EXPECT_EQ(q.speaks_false, 0.25);
  EXPECT_NEAR(*q.mean_true, 0.6 * log_4, 1e-12);
  EXPECT_NEAR(*q.mean_lr_false, 1, 1e-12);
  // log2(1 + 1/4) and log2(1 + 4) where it speaks, 1 bit where it does not.
  const double spoken = 0.8 * std::log2(1.25) + 0.2 * std::log2(5);
  EXPECT_NEAR(q.cllr, (0.5 * spoken + 0.5 + 0.25 * spoken + 0.75) / 2, 1e-12);
}

TEST(EvidenceQuality, WhereNothingCanBeFittedNothingIsSaid) {
  EXPECT_FALSE(logistic_recalibration(Pairs{{1, 1}}, Pairs{}));
  EXPECT_FALSE(logistic_recalibration(Pairs{{1, 5}}, Pairs{{1, 7}}));  // all one score
  EXPECT_FALSE(logistic_recalibration(Pairs{{3, 1}, {2, 1}}, Pairs{{-3, 1}, {-2, 1}}));  // apart
  EXPECT_FALSE(
      logistic_recalibration(Pairs{{-3, 1}, {-2, 1}}, Pairs{{-2, 1}, {3, 1}}));  // touching
  const EvidenceQuality silent = evidence_quality(Pairs{{0, 3}}, Pairs{{0, 9}});
  EXPECT_FALSE(silent.mean_true || silent.mean_lr_false || silent.fit);
  EXPECT_DOUBLE_EQ(silent.cllr, 1);
  EXPECT_EQ(silent.speaks_false, 0);
}

TEST(EvidenceQuality, EvidenceThatPointsTheWrongWayHasANegativeSlope) {
  const Pairs t{{1, 20}, {-1, 80}}, f{{1, 80}, {-1, 20}};
  EXPECT_LT(logistic_recalibration(t, f)->slope, 0);
}

}  // namespace
}  // namespace confronta
