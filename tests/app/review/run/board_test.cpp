#include "app/review/run/board.h"

#include <gtest/gtest.h>

#include "tests/engine/support/review_log.h"

namespace confronta::app::review {
namespace {

using test::Writing;

TEST(Influence, ComparesAFirstOpinionWithTheFirstDecisionOfTheSamePerson) {
  Writing pair;
  pair.opine("ana", "unlikely");
  pair.opine("beto", "likely");
  EXPECT_EQ(influence_of(pair.log).compared, 0u) << "nobody decided yet";
  pair.decide("ana", DecisionKind::proposed, {"marks"});
  EXPECT_EQ(influence_of(pair.log).compared, 1u);
  EXPECT_EQ(influence_of(pair.log).changed, 1u);
  pair.decide("beto", DecisionKind::agreed, {"marks"});
  EXPECT_EQ(influence_of(pair.log).compared, 2u);
  EXPECT_EQ(influence_of(pair.log).changed, 1u);
}

TEST(Influence, OfAnOpinionThatLeavesItOpenIsNoneIfTheDecisionDoes) {
  Writing pair;
  pair.opine("ana", "cannot_say");
  pair.decide("ana", DecisionKind::possible, {});
  EXPECT_EQ(influence_of(pair.log).compared, 1u);
  EXPECT_EQ(influence_of(pair.log).changed, 0u);
}

TEST(Influence, KnowsNoDecoys) {
  Writing pair;
  pair.opine("ana", "likely");
  pair.decide("ana", DecisionKind::excluded, {"dates_exclude"});
  pair.log.opinions[0].decoy = true;
  EXPECT_EQ(influence_of(pair.log).compared, 0u);
}

}  // namespace
}  // namespace confronta::app::review
