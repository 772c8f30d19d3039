#include "engine/review/decided_pairs.h"

#include <gtest/gtest.h>

#include "tests/engine/support/review_log.h"

namespace confronta {
namespace {

using test::Writing;

std::vector<DecidedPair> in_of(const ReviewLog& log, const NewestVersions& newest = {}) {
  return decisions_in({{{Relation::identity, "a:1", "b:1"}, log}}, newest).pairs;
}

/// A proposal of ana and an agreement of beto with these reasons.
Writing agreed(const std::vector<std::string>& first, const std::vector<std::string>& second) {
  Writing pair;
  pair.opine("ana");
  pair.opine("beto");
  pair.decide("ana", DecisionKind::proposed, first);
  pair.decide("beto", DecisionKind::agreed, second);
  return pair;
}

TEST(DecisionsIn, TakeWhatTwoPeopleAgreedOn) {
  const auto by_dna = in_of(agreed({"dna", "marks"}, {"dna"}).log);
  ASSERT_EQ(by_dna.size(), 1u);
  EXPECT_EQ(by_dna[0].decided, Decided::certain);
  EXPECT_EQ(by_dna[0].seen, (std::vector<std::string>{"a:1", "b:1"}));
  const auto by_marks = in_of(agreed({"marks"}, {"marks"}).log);
  ASSERT_EQ(by_marks.size(), 1u);
  EXPECT_EQ(by_marks[0].decided, Decided::weighted);
}

TEST(DecisionsIn, LeaveOutWhatOnePersonAloneHolds) {
  Writing pair;
  pair.opine("ana");
  pair.decide("ana", DecisionKind::proposed, {"dna"});
  EXPECT_TRUE(in_of(pair.log).empty());
  pair.opine("beto");
  pair.decide("beto", DecisionKind::disputed, {"evidence_doubtful"});
  EXPECT_TRUE(in_of(pair.log).empty());
}

TEST(DecisionsIn, AnExclusionHoldsUntilARecordIsNewer) {
  Writing pair;
  pair.opine("ana");
  pair.decide("ana", DecisionKind::excluded, {"teeth_exclude"});
  ASSERT_EQ(in_of(pair.log).size(), 1u);
  EXPECT_EQ(in_of(pair.log)[0].decided, Decided::excluded);
  const auto reopened =
      decisions_in({{{Relation::identity, "a:1", "b:1"}, pair.log}}, {{"a:1", 2}});
  EXPECT_TRUE(reopened.pairs.empty());
  EXPECT_EQ(reopened.reopened, 1u);
}

TEST(DecisionsIn, DecisionsThatFollowOneAnotherAreOneLogWhateverMemberTheyName) {
  const Writing whole = agreed({"dna"}, {"dna"});
  ReviewLog first = whole.log;
  ReviewLog second = whole.log;
  first.decisions.erase(first.decisions.begin() + 1);
  second.decisions.erase(second.decisions.begin());
  second.decisions[0].pair.left = "a:0";  // a duplicate had joined the report when beto agreed
  const auto in = decisions_in(
      {{{Relation::identity, "a:0", "b:1"}, second}, {{Relation::identity, "a:1", "b:1"}, first}},
      {});
  ASSERT_EQ(in.pairs.size(), 1u);
  EXPECT_EQ(in.pairs[0].pair.left, "a:0");
  EXPECT_EQ(in.pairs[0].decided, Decided::certain);
}

TEST(DecisionsIn, TheTextIsTheSameForTheSameDecisionsAndNamesEachPair) {
  EXPECT_EQ(canonical_text(std::vector<DecidedPair>{}), "");
  EXPECT_EQ(canonical_text(in_of(agreed({"dna"}, {"dna"}).log)),
            "identity\ta:1\tb:1\tcertain\ta:1\tb:1\n");
}

}  // namespace
}  // namespace confronta
