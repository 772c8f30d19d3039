#include "engine/infer/decided_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/infer/identity_posteriors.h"
#include "tests/engine/support/synthetic.h"

namespace confronta {
namespace {

TraitTable table_of(std::vector<std::vector<std::string>> rows, SubjectKind kind) {
  std::vector<TraitTable::Row> made;
  for (std::vector<std::string>& members : rows) {
    const std::string id = members.front();
    if (members.size() == 1) members.clear();
    made.push_back({id, kind, std::move(members), {}});
  }
  return TraitTable{std::move(made)};
}

DecidedPair decided(const std::string& left, const std::string& right, Decided how,
                    std::vector<std::string> seen = {}) {
  if (seen.empty()) seen = {left, right};
  return {{Relation::identity, left, right}, how, std::move(seen)};
}

class DecidedRowsTest : public ::testing::Test {
 protected:
  const TraitTable reports_ = table_of({{"a:0"}, {"a:1", "a:2"}, {"a:3"}}, SubjectKind::report);
  const TraitTable remains_ = table_of({{"b:0"}, {"b:1"}, {"b:2"}}, SubjectKind::remains);
  DecidedRows rows(const std::vector<DecidedPair>& pairs) const {
    return {pairs, reports_, remains_};
  }
};

TEST_F(DecidedRowsTest, FindTheRowOfAMember) {
  const DecidedRows d = rows({decided("a:2", "b:1", Decided::certain)});
  EXPECT_EQ(d.of(1, 1), Decided::certain);
  EXPECT_EQ(d.of(1, 0), Decided::no);
  EXPECT_TRUE(d.left_is_certain(1));
  EXPECT_TRUE(d.right_is_certain(1));
  EXPECT_FALSE(d.left_is_certain(0));
}

TEST_F(DecidedRowsTest, AnExclusionDoesNotReachARecordThatNobodySaw) {
  EXPECT_EQ(rows({decided("a:1", "b:1", Decided::excluded)}).outgrown, 1u);
  EXPECT_EQ(rows({decided("a:1", "b:1", Decided::excluded)}).of(1, 1), Decided::no);
  EXPECT_EQ(rows({decided("a:1", "b:1", Decided::excluded, {"a:1", "a:2", "b:1"})}).of(1, 1),
            Decided::excluded);
}

TEST_F(DecidedRowsTest, WhatContradictsItselfDoesNotCount) {
  const DecidedRows d = rows({decided("a:1", "b:1", Decided::certain),
                              decided("a:2", "b:1", Decided::excluded, {"a:1", "a:2", "b:1"})});
  EXPECT_EQ(d.of(1, 1), Decided::no);
  EXPECT_FALSE(d.left_is_certain(1));
  EXPECT_EQ(d.contradictory, 1u);
  EXPECT_EQ(
      rows({decided("a:1", "b:1", Decided::weighted), decided("a:2", "b:1", Decided::certain)})
          .of(1, 1),
      Decided::certain);
}

TEST_F(DecidedRowsTest, SubjectsThatAreNoLongerComparedAreLeftAlone) {
  EXPECT_TRUE(rows({decided("gone:1", "b:1", Decided::certain)}).empty());
}

/// Three reports and three remains of which several pairs were kept.
struct Posteriors {
  IdentityPrior prior;
  ScoredRelation scored;

  Posteriors() {
    prior.kappa = 1;
    prior.rho.assign(3, 1.0 / 3);
    prior.sigma.assign(3, 1.0 / 3);
    prior.places.assign(3, 1);
    scored.pairs = {{0, 0, Score::from_log10(3)},
                    {0, 1, Score::from_log10(2)},
                    {1, 0, Score::from_log10(4)},
                    {1, 1, Score::from_log10(1)},
                    {2, 1, Score::from_log10(2)}};
    scored.rest_of_left.assign(3, 0);
    scored.rest_of_right.assign(3, 0);
  }
  IdentityPosteriors infer(const DecidedRows& decided = {}) const {
    return infer_identity(scored, prior, Parameters{}, {}, decided);
  }
};

TEST_F(DecidedRowsTest, ACertainPairTakesItsRowsOutOfEveryOtherPair) {
  const Posteriors world;
  const auto result = world.infer(rows({decided("a:0", "b:1", Decided::certain)}));
  EXPECT_NEAR(result.posterior[1], 1, 1e-12);
  EXPECT_EQ(result.posterior[0], 0);
  EXPECT_EQ(result.posterior[3], 0);
  EXPECT_EQ(result.posterior[4], 0);
  EXPECT_NEAR(result.left[0].none, 0, 1e-12);
  EXPECT_GT(result.posterior[2], world.infer().posterior[2]) << "its rival has found another body";
  EXPECT_EQ(result.pairwise, world.infer().pairwise) << "LR and prior know of no decision";
}

TEST_F(DecidedRowsTest, AnExcludedPairLeavesItsPlaceToTheOthers) {
  const Posteriors world;
  const auto result =
      world.infer(rows({decided("a:1", "b:0", Decided::excluded, {"a:1", "a:2", "b:0"})}));
  EXPECT_EQ(result.posterior[2], 0);
  EXPECT_GT(result.posterior[0], world.infer().posterior[0]);
  EXPECT_EQ(result.pairwise, world.infer().pairwise);
}

TEST_F(DecidedRowsTest, AWeightedPairHasItsOddsTimesTheStatedWeight) {
  const Posteriors world;
  const double before = world.infer().posterior[0];
  const double after = world.infer(rows({decided("a:0", "b:0", Decided::weighted)})).posterior[0];
  // inference.decision_bans is 1; in an exact component the odds of a pair are proportional to phi.
  EXPECT_NEAR(after / (1 - after), 10 * before / (1 - before), 1e-9);
}

TEST_F(DecidedRowsTest, ALotKeepsItsOtherPlaces) {
  Posteriors world;
  world.prior.places[1] = 2;
  const auto result = world.infer(rows({decided("a:0", "b:1", Decided::certain)}));
  EXPECT_NEAR(result.posterior[1], 1, 1e-12);
  EXPECT_GT(result.posterior[4], 0.5);
}

TEST_F(DecidedRowsTest, ACertainPairNeedsNoPriorChance) {
  Posteriors world;
  world.prior.rho[0] = 0;  // "located alive", by another register
  EXPECT_NEAR(world.infer(rows({decided("a:0", "b:1", Decided::certain)})).posterior[1], 1, 1e-12);
}

TEST_F(DecidedRowsTest, AffirmedPairsThatWereNotKeptAreAdded) {
  const test::MixedRelation relation{Relation::identity, 3, 3};
  ScoredRelation scored;
  scored.rest_of_left.assign(3, 100);
  scored.rest_of_right.assign(3, 100);
  const std::vector<double> weights(3, 0.5);
  const DecidedRows d =
      rows({decided("a:3", "b:2", Decided::weighted), decided("a:0", "b:0", Decided::excluded)});
  add_decided_pairs(d, relation.prepared, weights, weights, scored);
  ASSERT_EQ(scored.pairs.size(), 1u);
  EXPECT_EQ(scored.pairs[0].left, 2u);
  EXPECT_EQ(scored.pairs[0].right, 2u);
  const double rest = std::max(0.0, 100 - 0.5 * std::pow(10, scored.pairs[0].score.log10()));
  EXPECT_NEAR(scored.rest_of_left[2], rest, 1e-6);
  EXPECT_NEAR(scored.rest_of_right[2], rest, 1e-6);
  EXPECT_EQ(scored.rest_of_left[0], 100);
}

}  // namespace
}  // namespace confronta
