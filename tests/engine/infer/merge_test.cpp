#include "engine/infer/merge.h"

#include <gtest/gtest.h>

#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::remains;
using test::report;
using Ids = std::vector<std::string>;

TEST(Merge, ClosesOverLinksAndKeepsTheWeakest) {
  const TraitTable table =
      test::table_of({report("A:1"), report("B:1"), report("C:1"), report("D:1"), report("E:1")});
  const auto groups = merge(table,
                            {{Relation::duplicate, 1, 2, 0.995},
                             {Relation::duplicate, 0, 2, 0.999},
                             {Relation::duplicate, 0, 1, 0.991},  // closes a circle: not needed
                             {Relation::duplicate, 3, 4, 0.992}},
                            nullptr);
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[0].id, "A:1");
  EXPECT_EQ(groups[0].members, (Ids{"A:1", "B:1", "C:1"}));
  EXPECT_EQ(groups[0].posterior, 0.995);
  EXPECT_EQ(groups[1].members, (Ids{"D:1", "E:1"}));
}

TEST(Merge, LeavesOutALinkThatWouldPutTwoLeftFemursIntoOneBody) {
  const BodyElement femur{"femur", "left"};
  const TraitTable table =
      test::table_of({remains("A:1").value(Trait::element, femur), remains("A:2"),
                      remains("A:3").value(Trait::element, femur)});
  const LinkRules rules{table, Parameters{}};
  const auto groups =
      merge(table, {{Relation::part, 0, 1, 0.995}, {Relation::part, 1, 2, 0.999}}, &rules);
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups[0].members, (Ids{"A:2", "A:3"}));  // the stronger link came first
  EXPECT_EQ(groups[0].relation, Relation::part);
}

TEST(Merge, KeepsApartWhatPeopleExcludedAlsoThroughAThird) {
  const TraitTable table = test::table_of({report("A:1"), report("B:1"), report("C:1")});
  const LinkRules rules{
      table, Parameters{},
      DecidedLinks{{{{Relation::duplicate, "A:1", "C:1"}, Decided::excluded, {"A:1", "C:1"}}},
                   table}};
  const auto groups = merge(
      table, {{Relation::duplicate, 0, 1, 0.995}, {Relation::duplicate, 1, 2, 0.999}}, &rules);
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups[0].members, (Ids{"B:1", "C:1"}));
}

TEST(Merge, TakesRecordsOfOneBodyBeforeItsParts) {
  const TraitTable table = test::table_of({remains("A:1"), remains("B:1"), remains("B:2")});
  const LinkRules rules{table, Parameters{}};
  const auto groups =
      merge(table, {{Relation::part, 1, 2, 1}, {Relation::same_body, 0, 1, 0.99}}, &rules);
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups[0].members.size(), 3U);
  EXPECT_EQ(groups[0].relation, Relation::part);
  EXPECT_EQ(groups[0].posterior, 0.99);
}

TEST(MergedRows, HoldTheUnionOfObservationsEachOnce) {
  const std::vector<TraitTable::Row> rows{
      report("A:1").code(Trait::sex, "male").code(Trait::blood_group, "O"),
      report("B:1").code(Trait::sex, "male").code(Trait::blood_group, "A"), report("C:1")};
  const auto merged = merged_rows(rows, {{"A:1", Relation::duplicate, 0.99, {"A:1", "B:1"}}});
  ASSERT_EQ(merged.size(), 2U);
  EXPECT_EQ(merged[0].id, "A:1");
  EXPECT_EQ(merged[0].members, (Ids{"A:1", "B:1"}));
  ASSERT_EQ(merged[0].observations.size(), 3U);
  const Observation& other = merged[0].observations[2];
  EXPECT_EQ(std::get<Code>(other.value).word, "A");
  EXPECT_EQ(other.from.record, 1U);
  EXPECT_EQ(merged[1].id, "C:1");
}

TEST(MergedRows, KeepAGroupWhoseFirstMemberIsGone) {
  const std::vector<TraitTable::Row> rows{report("B:1").code(Trait::sex, "male")};
  const auto merged = merged_rows(rows, {{"A:1", Relation::duplicate, 0.99, {"A:1", "B:1"}}});
  ASSERT_EQ(merged.size(), 1U);
  EXPECT_EQ(merged[0].id, "A:1");
  EXPECT_EQ(merged[0].observations.size(), 1U);
}

TEST(JoinedRow, IsTheUnionOfTwoGroups) {
  TraitTable::Row pair = report("A:1").code(Trait::sex, "male").code(Trait::blood_group, "O");
  pair.members = {"A:1", "B:1"};
  pair.observations[1].from.record = 1;
  const TraitTable::Row single = report("C:1").code(Trait::sex, "male").code(Trait::build, "thin");
  const TraitTable::Row joined = joined_row(pair, single);
  EXPECT_EQ(joined.members, (Ids{"A:1", "B:1", "C:1"}));
  ASSERT_EQ(joined.observations.size(), 3U);  // "male" once
  EXPECT_EQ(joined.observations[1].from.record, 1U);
  EXPECT_EQ(joined.observations[2].from.record, 2U);
}

}  // namespace
}  // namespace confronta
