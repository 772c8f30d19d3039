#include "engine/infer/identity_posteriors.h"

#include <gtest/gtest.h>

#include "models/stats/portable_math.h"
#include "tests/engine/support/synthetic.h"
#include "tests/models/support/tables.h"

namespace confronta {
namespace {

IdentityPrior even_prior(std::size_t lefts, std::size_t rights, double kappa) {
  IdentityPrior prior;
  prior.kappa = kappa;
  prior.rho.assign(lefts, kappa / static_cast<double>(lefts));
  prior.sigma.assign(rights, kappa / static_cast<double>(rights));
  prior.places.assign(rights, 1);
  return prior;
}

ScoredRelation scored_with(std::size_t lefts, std::size_t rights, std::vector<ScoredPair> pairs) {
  ScoredRelation scored;
  scored.pairs = std::move(pairs);
  scored.rest_of_left.assign(lefts, 0);
  scored.rest_of_right.assign(rights, 0);
  return scored;
}

void expect_rows_add_up(const ScoredRelation& scored, const IdentityPrior& prior,
                        const IdentityPosteriors& result) {
  std::vector<double> left, right;
  for (const Remainder& rest : result.left) left.push_back(rest.none + rest.unlisted);
  for (const Remainder& rest : result.right) right.push_back(rest.none + rest.unlisted);
  for (std::size_t p = 0; p < scored.pairs.size(); ++p) {
    left[scored.pairs[p].left] += result.posterior[p];
    right[scored.pairs[p].right] += result.posterior[p] / prior.places[scored.pairs[p].right];
  }
  for (const double sum : left) EXPECT_NEAR(sum, 1, 1e-9);
  for (const double sum : right) EXPECT_NEAR(sum, 1, 1e-9);
}

TEST(IdentityPosteriors, OfOnePairFollowTheFormula) {
  const IdentityPrior prior = even_prior(10, 10, 2);
  ScoredRelation scored = scored_with(10, 10, {{3, 4, Score::from_log10(3)}});
  scored.rest_of_left[3] = 5;
  const IdentityPosteriors result = infer_identity(scored, prior, {});
  const double lambda = 2.0 / 64;
  const double phi = lambda * 1000;
  const double unlisted = prior.left_odds()[3] / prior.kappa * 5;
  EXPECT_NEAR(result.posterior[0], phi / (phi + 1 + unlisted), 1e-12);
  EXPECT_NEAR(result.left[3].unlisted, unlisted / (phi + 1 + unlisted), 1e-12);
  EXPECT_NEAR(result.pairwise[0], 20 / (20 + 1 - 0.02), 1e-12);  // odds .02/.98 x 1000
  EXPECT_EQ(result.left[0].none, 1);
  EXPECT_EQ(result.components.exact, 1U);
  EXPECT_EQ(result.left[3].treatment, Treatment::exact);
}

TEST(IdentityPosteriors, ShareOneBodyAmongTwoPeople) {
  const IdentityPrior prior = even_prior(100, 100, 30);
  const ScoredRelation scored =
      scored_with(100, 100, {{0, 0, Score::from_log10(6)}, {1, 0, Score::from_log10(6)}});
  const IdentityPosteriors result = infer_identity(scored, prior, {});
  EXPECT_NEAR(result.posterior[0], 0.5, 1e-3);
  EXPECT_GT(result.pairwise[0], 0.99);  // each pair by itself looks certain
  expect_rows_add_up(scored, prior, result);
}

TEST(IdentityPosteriors, LetALotTakeAsManyPeopleAsItHolds) {
  IdentityPrior prior = even_prior(100, 100, 30);
  prior.places[0] = 2;
  const ScoredRelation scored =
      scored_with(100, 100, {{0, 0, Score::from_log10(6)}, {1, 0, Score::from_log10(6)}});
  const IdentityPosteriors result = infer_identity(scored, prior, {});
  EXPECT_GT(result.posterior[0], 0.99);
  EXPECT_GT(result.posterior[1], 0.99);
  expect_rows_add_up(scored, prior, result);
}

TEST(IdentityPosteriors, AddUpForEveryRowWithWeakPairsAndRests) {
  IdentityPrior prior = even_prior(40, 30, 6);
  prior.places[5] = 3;
  std::vector<ScoredPair> pairs;
  for (RowId i = 0; i < 40; ++i)
    for (RowId j = 0; j < 30; ++j)
      if (test::mixed_share(i, j, 9) < 0.2)
        pairs.push_back({i, j, Score::from_log10(8 * test::mixed_share(i, j, 10) - 4)});
  ScoredRelation scored = scored_with(40, 30, pairs);
  for (RowId i = 0; i < 40; ++i) scored.rest_of_left[i] = i;
  for (RowId j = 0; j < 30; ++j) scored.rest_of_right[j] = 2 * j;
  expect_rows_add_up(scored, prior, infer_identity(scored, prior, {}));
}

// What the floor on edges leaves outside the components changes nothing that matters.
TEST(IdentityPosteriors, HardlyDependOnTheEdgeFloor) {
  const IdentityPrior prior = even_prior(12, 9, 3);
  std::vector<ScoredPair> pairs;
  for (RowId i = 0; i < 12; ++i)
    for (RowId j = 0; j < 9; ++j)
      pairs.push_back({i, j, Score::from_log10(9 * test::mixed_share(i, j, 4) - 6)});
  const ScoredRelation scored = scored_with(12, 9, pairs);
  Parameters all_edges;
  ASSERT_TRUE(all_edges.set("inference.edge_floor", 0));
  const IdentityPosteriors exact = infer_identity(scored, prior, all_edges);
  const IdentityPosteriors quick = infer_identity(scored, prior, {});
  EXPECT_EQ(exact.components.exact, 1U);
  for (std::size_t p = 0; p < pairs.size(); ++p)
    EXPECT_NEAR(quick.posterior[p], exact.posterior[p], 2e-3);
}

// Two reports that may be one person's, by all odds the body's: as two people one of them has it;
// as one, both are that person.
TEST(IdentityPosteriors, AverageOverReportsThatMayBeOnePerson) {
  const IdentityPrior prior = even_prior(100, 100, 30);
  const ScoredRelation scored =
      scored_with(100, 100, {{0, 0, Score::from_log10(6)}, {1, 0, Score::from_log10(6)}});
  Doubts doubts;
  doubts.reports = {{0, 1, 0.6}};
  doubts.pairs = {{100, 0, Score::from_log10(6)}};
  const IdentityPosteriors result = infer_identity(scored, prior, {}, doubts);
  const double phi = prior.lambda(0, 0) * 1e6;
  const double one = 0.6 * 0.7 * (1 + phi);
  const double two = 0.4 * 0.7 * 0.7 * (1 + 2 * phi);
  const double expected = (0.6 * 0.7 * phi + 0.4 * 0.49 * phi) / (one + two);
  EXPECT_NEAR(result.posterior[0], expected, 1e-9);
  EXPECT_NEAR(result.posterior[1], expected, 1e-9);
  EXPECT_GT(result.posterior[0], 0.75);  // apart they share it: .5 each
  EXPECT_NEAR(result.right[0].none, (0.6 * 0.7 + 0.4 * 0.49) / (one + two), 1e-9);
  EXPECT_NEAR(result.left[0].none + result.left[0].unlisted + result.posterior[0], 1, 1e-9);
}

TEST(IdentityPosteriors, GiveTheBodyOfTwoBodiesThatMayBeOneToOnePerson) {
  const IdentityPrior prior = even_prior(100, 100, 30);
  const ScoredRelation scored =
      scored_with(100, 100, {{0, 0, Score::from_log10(6)}, {7, 3, Score::from_log10(2)}});
  Doubts doubts;
  doubts.remains = {{0, 5, 0.9}};
  doubts.pairs = {{0, 100, Score::from_log10(7)}};
  const IdentityPosteriors result = infer_identity(scored, prior, {}, doubts);
  EXPECT_GT(result.posterior[0], 0.99);
  // 5 has no kept pair: as one with 0 it has its person from an unlisted record.
  EXPECT_GT(result.right[5].unlisted, 0.9);
  EXPECT_NEAR(result.right[5].none + result.right[5].unlisted, 1, 1e-9);
  EXPECT_EQ(result.posterior[1], infer_identity(scored, prior, {}).posterior[1]);
}

// With no evidence beside their own the two are one as surely as was held before.
TEST(IdentityPosteriors, LearnNothingFromADoubtWithoutPairs) {
  const IdentityPrior prior = even_prior(10, 10, 3);
  const ScoredRelation scored = scored_with(10, 10, {{4, 4, Score::from_log10(2)}});
  Doubts doubts;
  doubts.reports = {{0, 1, 0.5}};
  const IdentityPosteriors result = infer_identity(scored, prior, {}, doubts);
  EXPECT_NEAR(result.left[0].none, 1, 1e-12);
  EXPECT_NEAR(result.posterior[0], infer_identity(scored, prior, {}).posterior[0], 1e-12);
}

TEST(IdentityPosteriors, AreNothingWithoutAPrior) {
  IdentityPrior prior = even_prior(1, 1, 1);
  prior.kappa = prior.rho[0] = prior.sigma[0] = 0;
  const auto result = infer_identity(scored_with(1, 1, {{0, 0, Score::from_log10(9)}}), prior, {});
  EXPECT_EQ(result.posterior[0], 0);
  EXPECT_EQ(result.left[0].none, 1);
}

}  // namespace
}  // namespace confronta
