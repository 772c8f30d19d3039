#include <gtest/gtest.h>

#include "tests/models/support/marks.h"

namespace confronta {
namespace {

using namespace test;  // the small world of tests/models/support/marks.h

TEST(Marks, SilenceIsWorthNothingAndSaysWhy) {
  Prepared p;
  auto redacted = body("c", {});
  redacted.state(Trait::mark, ObservationState::redacted);
  auto skeleton = body("d", {});
  skeleton.state(Trait::mark, ObservationState::not_observable);
  p.left = table_of({report("a", {tattoo("chest", "", {"rose"})}), report("b", {})});
  p.right =
      table_of({body("b", {}), redacted, skeleton, body("e", {tattoo("chest", "", {"rose"})})});
  p.estimate();
  p.prepare();
  const std::vector<ObservationState> states{
      ObservationState::not_recorded, ObservationState::redacted, ObservationState::not_observable};
  for (RowId r = 0; r < 3; ++r) {
    EXPECT_EQ(p.bans(0, r), 0);
    const Finding finding = p.evidence->explain(0, r);
    EXPECT_EQ(finding.state, states[r]);
    EXPECT_EQ(finding.reason, "evidence.missing");
  }
  EXPECT_EQ(p.bans(1, 3), 0);
  EXPECT_EQ(p.evidence->explain(1, 3).state, ObservationState::not_recorded);
}

TEST(Marks, NoMarksOnEitherSideIsWeakEvidenceFor) {
  const double bans = pair_bans(report("a", {Mark{}}), body("b", {Mark{}}));
  EXPECT_GT(bans, 0);
  EXPECT_LT(bans, 0.3);
}

TEST(Marks, ExplainingAgreesWithAddingForRowsAndForSinglePairs) {
  for (Relation relation : {Relation::identity, Relation::duplicate, Relation::same_body}) {
    Prepared p;
    p.relation = relation;
    p.right = random_bodies(120, 3);
    p.left = relation == Relation::identity ? random_bodies(40, 5) : p.right;
    p.estimate();
    p.prepare();
    for (RowId l = 0; l < p.left.size(); ++l) {
      const auto row = scores(*p.evidence, l, p.right.size());
      for (RowId r = 0; r < p.right.size(); ++r) {
        EXPECT_EQ(row[r], score_of(*p.evidence, l, r));
        EXPECT_EQ(row[r], p.evidence->explain(l, r).score);
      }
    }
  }
}

TEST(Marks, TheDetailsNameWhatAgreesAndWhatIsMissing) {
  Prepared p;
  p.left = TraitTable{
      {report("a", {tattoo("forearm", "left", {}, "KARLA"), tattoo("chest", "", {"skull"})})}};
  p.right = TraitTable{
      {body("b", {tattoo("neck", "", {"star"}), tattoo("forearm", "left", {}, "CARLA")})}};
  p.reference = exact_reference({0.55, 0.2, 0.12, 0.08, 0.05});
  p.prepare();
  const Finding finding = p.evidence->explain(0, 0);
  EXPECT_EQ(finding.reason, "marks.compared");
  EXPECT_EQ(finding.arguments, (std::vector<std::string>{"1", "2", "2"}));
  ASSERT_EQ(finding.details.size(), 3U);
  EXPECT_EQ(finding.details[0].reason, "marks.text_near");
  EXPECT_EQ(finding.details[0].arguments,
            (std::vector<std::string>{"@mark_type.tattoo", "@region.forearm", "@side.left",
                                      "\"KARLA\"", "\"CARLA\""}));
  EXPECT_GT(finding.details[0].score.units, 0);
  EXPECT_EQ(finding.details[1].reason, "marks.not_found");
  EXPECT_EQ(finding.details[2].reason, "marks.unmentioned");
}

// Two reports of one person were merged into one row: each lists the same tattoo.
TEST(Marks, AMergedRowListsAMarkOnce) {
  TraitTable::Row merged =
      report("a", {tattoo("chest", "", {"skull"}), tattoo("chest", "", {"skull", "rose"})});
  merged.observations.back().from.record = 1;
  const auto table = table_of({merged});
  const MarkList list = marks_of(table, 0);
  ASSERT_EQ(list.marks.size(), 1U);
  EXPECT_EQ(std::get<Mark>(list.marks[0]->value).motifs.size(), 2U);
}

TEST(Marks, LongListsKeepTheMarksThatTellMost) {
  std::vector<Value> marks;
  for (int i = 0; i < 12; ++i) marks.emplace_back(tattoo("arm", "left", {}));
  marks.emplace_back(tattoo("neck", "", {}, "KARLA"));
  const auto table = table_of({report("a", marks)});
  const MarkList list = marks_of(table, 0);
  ASSERT_EQ(list.marks.size(), 10U);
  EXPECT_EQ(std::get<Mark>(list.marks[0]->value).inscription, "KARLA");
}

}  // namespace
}  // namespace confronta
