#include "engine/infer/partition.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

void set(PartitionProblem& problem, std::uint32_t a, std::uint32_t b, double phi) {
  problem.log_phi[a * problem.records + b] = problem.log_phi[b * problem.records + a] =
      portable_log(phi);
}

TEST(Partition, OfTwoRecordsIsThePairwisePosterior) {
  PartitionProblem problem{2};
  set(problem, 0, 1, 4);
  const PartitionPosteriors result = solve(problem);
  EXPECT_NEAR(result.together[1], 0.8, 1e-12);
  EXPECT_NEAR(result.alone[0], 0.2, 1e-12);
}

TEST(Partition, SumsOverTheFivePartitionsOfThreeRecords) {
  PartitionProblem problem{3};
  set(problem, 0, 1, 2);
  set(problem, 0, 2, 3);
  set(problem, 1, 2, 5);
  problem.rest = {0.5, 0, 0};
  // Weights: alone 1.5; {01}{2} 2; {02}{1} 3; {12}{0} 5 x 1.5; {012} 30^(2/3).
  const double triple = portable_pow(30, 2.0 / 3.0);
  const double all = 1.5 + 2 + 3 + 7.5 + triple;
  const PartitionPosteriors result = solve(problem);
  EXPECT_NEAR(result.together[0 * 3 + 1], (2 + triple) / all, 1e-12);
  EXPECT_NEAR(result.together[0 * 3 + 2], (3 + triple) / all, 1e-12);
  EXPECT_NEAR(result.together[1 * 3 + 2], (7.5 + triple) / all, 1e-12);
  EXPECT_NEAR(result.alone[0], (1.5 + 7.5) / all, 1e-12);
}

// One-to-one would give each pair of the three a third; one person may have three reports.
TEST(Partition, JoinsOnePersonReportedInThreeStates) {
  PartitionProblem problem{3};
  for (std::uint32_t a = 0; a < 3; ++a)
    for (std::uint32_t b = a + 1; b < 3; ++b) set(problem, a, b, 1e5);
  const PartitionPosteriors result = solve(problem);
  EXPECT_GT(result.together[1], 0.9999);
  EXPECT_GT(result.together[2], 0.9999);
}

TEST(Partition, NeverJoinsWhatCannotBeOne) {
  PartitionProblem problem{3};
  set(problem, 0, 1, 100);
  set(problem, 1, 2, 300);
  set(problem, 0, 2, 1e9);
  problem.apart[0 * 3 + 2] = problem.apart[2 * 3 + 0] = 1;
  const PartitionPosteriors result = solve(problem);
  EXPECT_EQ(result.together[2], 0);
  EXPECT_NEAR(result.together[1], 100.0 / 401, 1e-12);
  EXPECT_NEAR(result.together[1 * 3 + 2], 300.0 / 401, 1e-12);
}

TEST(Partition, StaysFiniteAtItsLargestAndStrongest) {
  PartitionProblem problem{PartitionProblem::most_records};
  for (double& weight : problem.log_phi) weight = 5000;
  const PartitionPosteriors result = solve(problem);
  EXPECT_NEAR(result.together[1], 1, 1e-8);
  EXPECT_TRUE(std::isfinite(result.alone[0]));
}

}  // namespace
}  // namespace confronta
