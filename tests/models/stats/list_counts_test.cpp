#include "models/stats/list_counts.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace confronta {
namespace {

ListCensus census_of(double records, std::vector<double> listing) {
  ListCensus census;
  census.records = records;
  for (std::size_t k = 0; k < listing.size(); ++k) census.listing[k] = listing[k];
  return census;
}

// P(exactly r of independent things are found), for all r.
std::vector<double> number_found(const std::vector<double>& found) {
  std::vector<double> p{1};
  for (double d : found) {
    p.push_back(0);
    for (std::size_t r = p.size() - 1; r > 0; --r) p[r] = p[r] * (1 - d) + p[r - 1] * d;
    p[0] *= 1 - d;
  }
  return p;
}

TEST(NegativeBinomial, AgreesWithHandComputedValues) {
  // size 2, mean 2: p = 1/2; P(k) = (k + 1) / 2^(k + 2)
  const auto p = negative_binomial(2, 2);
  EXPECT_NEAR(p[0], 0.25, 1e-15);
  EXPECT_NEAR(p[1], 0.25, 1e-15);
  EXPECT_NEAR(p[2], 3.0 / 16, 1e-15);
  EXPECT_NEAR(p[3], 4.0 / 32, 1e-15);
  EXPECT_NEAR(p[10], 12.0 / 2048, 1e-15);  // P(k >= 10): sum over k >= 10 of (k + 1) / 2^(k + 2)
}

TEST(ListCounts, FitsTheShapeToPrevalenceAndMean) {
  const ListCounts counts{census_of(1e6, {5e5, 2e5, 1e5, 1e5, 1e5}), {0.5, 2.2, 20}};
  EXPECT_NEAR(counts.mean(), 1.0, 0.22);  // 5e5 with any: mean (2 + 2 + 3 + 4) / 5 = 2.2, times .5
  EXPECT_NEAR(counts.mean(), 1.1, 1e-3);
  EXPECT_NEAR(negative_binomial(counts.shape(), counts.mean())[0], 0.5, 1e-4);
  EXPECT_NEAR(counts.zero_written(), 1, 1e-4);
  EXPECT_NEAR(counts.p_h2(3), 0.1, 1e-3);
}

TEST(ListCounts, ABlankRecordIsMostlyOneOfNone) {
  // 1000 records, 450 list marks and none says that there are none.
  const ListCounts counts{census_of(1000, {0, 200, 150, 100}), {0.45, 2.3, 20}};
  EXPECT_LT(counts.zero_written(), 0.01);
  EXPECT_NEAR(counts.p_h2(0), 0, 0.001);
}

TEST(ListCounts, HoldsThePrevalenceWithinTheCensus) {
  // 90 % of the records list something: a published 45 % cannot be true of them.
  const ListCounts counts{census_of(10000, {1000, 9000}), {0.45, 1, 1}};
  EXPECT_NEAR(counts.mean(), 0.9, 0.01);
}

// Averaged over what is described (each matched pair has mean ratio 1), the ratios of the numbers
// alone must average to 1 under H2: sum over k of P(k | H2) sum over r of P(r found) k!/(k-r)!
// w(k, r) / product(1 - d) = 1.
TEST(ListCounts, TheMeanRatioUnderH2IsOne) {
  const std::vector<std::vector<double>> reports{{}, {0.9}, {0.9, 0.3}, {0.8, 0.8, 0.1, 0.5}};
  const std::vector<ListCensus> censuses{census_of(0, {}), census_of(3000, {1500, 700, 400, 200}),
                                         census_of(1000, {0, 200, 150, 100})};
  for (const ListCensus& census : censuses)
    for (const auto& found : reports) {
      const ListCounts counts{census, {0.45, 2.3, 20}};
      double none = 1;
      for (double d : found) none *= 1 - d;
      const auto found_number = number_found(found);
      double sum = 0;
      for (int k = 0; k <= most_listed; ++k) {
        std::vector<double> weights(most_listed + 1);
        counts.size_weights(found, 0.65, 1.2, k, weights.data());
        double orders = 1;
        for (int r = 0; r <= std::min(k, static_cast<int>(found.size())); ++r) {
          sum += counts.p_h2(k) * found_number[static_cast<std::size_t>(r)] * orders *
                 weights[static_cast<std::size_t>(r)] / none;
          orders *= k - r;
        }
      }
      EXPECT_NEAR(sum, 1, 1e-12) << found.size();
    }
}

// Where everyone is alike the weights are e^(nu0 - nu1) nu1^(k-r) / nu0^k, times product(1 - d).
TEST(ListCounts, BecomesThePoissonFormWherePeopleHardlyDiffer) {
  // a million records with Poisson(1/2) marks each
  const ListCounts counts{census_of(1e6, {606531, 303265, 75816, 12636, 1580, 158, 14}),
                          {0.4, 1.3, 20}};
  const double nu0 = 0.5;
  const double nu1 = 0.35 * nu0;  // 65 % of a person's marks are in the report
  std::vector<double> weights(3);
  counts.size_weights(std::vector<double>{0.9}, 0.65, 0.5 / 0.9, 2, weights.data());
  const double expected = std::exp(nu0 - nu1) * nu1 * nu1 / (nu0 * nu0) * 0.1;
  EXPECT_NEAR(weights[0], expected, 0.05 * expected);
  EXPECT_NEAR(weights[1], expected / nu1, 0.05 * expected / nu1);
}

TEST(SizeWeightsGivenLength, TheMeanRatioIsOneForEveryLength) {
  for (const auto& found : std::vector<std::vector<double>>{{}, {0.6}, {0.6, 0.3, 0.9}})
    for (int k = 0; k <= 5; ++k) {
      std::vector<double> weights(most_listed + 1);
      size_weights_given_length(found, k, weights.data());
      double none = 1;
      for (double d : found) none *= 1 - d;
      const auto p = number_found(found);
      double sum = 0;
      double orders = 1;  // k! / (k - r)!: the ordered ways to place r things among k
      for (int r = 0; r <= std::min(k, static_cast<int>(found.size())); ++r) {
        sum +=
            p[static_cast<std::size_t>(r)] / none * orders * weights[static_cast<std::size_t>(r)];
        orders *= k - r;
      }
      EXPECT_NEAR(sum, 1, 1e-12) << k;
    }
}

}  // namespace
}  // namespace confronta
