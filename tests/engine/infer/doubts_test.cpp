#include "engine/infer/doubts.h"

#include <gtest/gtest.h>

#include "engine/infer/merge.h"
#include "engine/prepare.h"
#include "engine/score/totals.h"
#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::remains;
using test::report;

TEST(Doubts, ThatShareARowGoToTheStrongest) {
  const auto kept = disjoint({{4, 5, 0.2}, {2, 1, 0.6}, {2, 3, 0.5}, {1, 2, 0.7}, {3, 4, 0.3}});
  ASSERT_EQ(kept.size(), 2U);
  EXPECT_EQ(kept[0].a, 1U);
  EXPECT_EQ(kept[0].b, 2U);
  EXPECT_EQ(kept[0].posterior, 0.7);
  EXPECT_EQ(kept[1].a, 3U);
}

TEST(Doubts, StandBetweenTheRowsThatLinksLeaveUnmerged) {
  const TraitTable merged = test::table_of({report("A:1"), report("C:1"), report("D:1")});
  const std::vector<RunGroup> groups{{"A:1", Relation::duplicate, 0.99, {"A:1", "B:1"}}};
  const std::vector<UnmergedLink> links{
      {Relation::duplicate, "A:1", "B:1", 0.9},   // they are one row by now
      {Relation::duplicate, "B:1", "C:1", 0.5},   // the group and C:1
      {Relation::duplicate, "C:1", "D:1", 0.8},   // not allowed
      {Relation::same_body, "P:1", "P:2", 0.7}};  // of another table
  const auto doubts = doubts_between(
      merged, groups, links, [](Relation, const TraitTable::Row& a, const TraitTable::Row& b) {
        return a.id != "C:1" || b.id != "D:1";
      });
  ASSERT_EQ(doubts.size(), 1U);
  EXPECT_EQ(doubts[0].a, *merged.find("A:1"));
  EXPECT_EQ(doubts[0].b, *merged.find("C:1"));
  EXPECT_EQ(doubts[0].posterior, 0.5);
}

// What two reports would say as one person is what their merged row says.
TEST(Doubts, AreScoredAsTheirMergedRowsWouldBe) {
  const std::vector<TraitTable::Row> reports{
      report("A:1").code(Trait::sex, "male").number(Trait::stature, 172),
      report("B:1").code(Trait::sex, "male").code(Trait::blood_group, "A"),
      report("C:1").code(Trait::sex, "female")};
  const std::vector<TraitTable::Row> bodies{remains("P:1")
                                                .code(Trait::sex, "male")
                                                .number(Trait::stature, 171)
                                                .code(Trait::blood_group, "A"),
                                            remains("P:2").code(Trait::sex, "female"),
                                            remains("P:3").code(Trait::sex, "male")};
  const Snapshot snapshot{reports, bodies, {}, {}, {}, "doubts", {}};
  const MatchOptions options;
  const ReferenceSet reference = estimate_reference(snapshot, options.parameters);
  const TraitTable left{reports};
  const TraitTable right{bodies};
  ScoredRelation scored;
  scored.pairs = {{0, 0, {}}, {2, 1, {}}};
  Doubts doubts;
  doubts.reports = {{0, 1, 0.5}};
  doubts.remains = {{1, 2, 0.5}};
  const auto pairs =
      score_doubts(doubts, left, right, scored, reference, options, genetics::no_families());
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_EQ(pairs[0].left, 2U);  // C:1 with P:2 and P:3 as one body
  EXPECT_EQ(pairs[0].right, 3U);
  EXPECT_EQ(pairs[1].left, 3U);  // A:1 and B:1 as one person, with P:1
  EXPECT_EQ(pairs[1].right, 0U);
  const TraitTable merged{
      merged_rows(reports, {{"A:1", Relation::duplicate, 0.99, {"A:1", "B:1"}}})};
  const PreparedRelation whole = prepare_relation(Relation::identity, merged, right, reference,
                                                  options, genetics::no_families());
  EXPECT_EQ(pairs[1].score, total_of(whole, *merged.find("A:1"), 0));
}

TEST(Doubts, WithoutAnyScoreNothing) {
  const TraitTable none;
  EXPECT_TRUE(score_doubts({}, none, none, {}, {}, {}, genetics::no_families()).empty());
}

}  // namespace
}  // namespace confronta
