#include <gtest/gtest.h>

#include "models/stats/latent_truth.h"

namespace confronta {
namespace {

TEST(LatentTruth, FindsTheSharesBehindErrors) {
  // Truth 0 in 80 %, each seen as the other in 10 %: seen 0 in .8 x .9 + .2 x .1 = 74 %.
  const std::vector<SeenTruth> seen{{{0.9, 0.1}, 7400}, {{0.1, 0.9}, 2600}};
  const auto truth = fit_truth(seen, std::vector<double>{0.5, 0.5}, 0);
  EXPECT_NEAR(truth[0], 0.8, 1e-3);
  const auto covered = coverage(seen, truth, 0);
  EXPECT_NEAR(covered[0], 1, 1e-3);
  EXPECT_NEAR(covered[1], 1, 1e-3);
}

TEST(LatentTruth, KeepsTheFallbackWithItsWeight) {
  const std::vector<double> fallback{0.25, 0.75};
  EXPECT_EQ(fit_truth({}, fallback, 5), fallback);
  const std::vector<SeenTruth> exact{{{1, 0}, 5}};
  EXPECT_NEAR(fit_truth(exact, fallback, 5)[0], (5 + 5 * 0.25) / 10, 1e-9);
}

// Two things seen about cells 10 and 30 of a scale. Unsmoothed, the fit all but gathers in those
// two cells; smoothed, their neighbours stay possible. The scale beside it keeps the fallback's
// mass.
TEST(LatentTruth, AScaleIsSmoothed) {
  constexpr std::size_t cells = 40;
  const auto seen_at = [](double cell) {
    SeenTruth seen{std::vector<double>(2 * cells, 1e-9), 100};
    for (std::size_t t = 0; t < cells; ++t) {
      const double z = (static_cast<double>(t) - cell) / 3;
      seen.likelihood[t] = 1 / (1 + z * z * z * z);
    }
    return seen;
  };
  const std::vector<SeenTruth> seen{seen_at(10), seen_at(30)};
  const std::vector<double> even(2 * cells, 1.0);
  const auto spiky = fit_truth(seen, even, 1);
  const auto smooth = fit_truth(seen, even, 1, cells);
  EXPECT_GT(spiky[10] / spiky[13], 2000);
  EXPECT_LT(smooth[10] / smooth[13], 200);
  EXPECT_GT(smooth[10], smooth[20]);
  double first = 0;
  for (std::size_t t = 0; t < cells; ++t) first += smooth[t];
  EXPECT_NEAR(first, 1 - 0.5 / 201, 1e-3);
}

TEST(LatentTruth, CoverageFallsShortWhereErrorsAreOverstated) {
  // Errors alone would make 10 % of the second word; only 2 % are seen.
  const std::vector<SeenTruth> seen{{{0.9, 0.1}, 9800}, {{0.1, 0.9}, 200}};
  const auto truth = fit_truth(seen, std::vector<double>{0.5, 0.5}, 1);
  const auto covered = coverage(seen, truth, 1);
  EXPECT_NEAR(covered[0], 1, 0.01);
  EXPECT_LT(covered[1], 0.4);
}

TEST(LatentTruth, DotTakesEveryElement) {
  const std::vector<double> a{1, 2, 3, 4, 5, 6, 7};
  EXPECT_EQ(dot(a, a), 140);
}

}  // namespace
}  // namespace confronta
