#include <gtest/gtest.h>

#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::lr_of;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;

test::RowBuilder typed(test::RowBuilder row, std::string_view group, std::string_view factor) {
  if (!group.empty()) row.code(Trait::blood_group, group);
  if (!factor.empty()) row.code(Trait::rhesus, factor);
  return row;
}

TEST(Blood, EqualsTheSumOverTheEightGroups) {
  const auto left = table_of({typed(report("A:1"), "AB", "")});
  const auto right = table_of({typed(remains("B:1"), "AB", ""), typed(remains("B:2"), "O", "")});
  const auto model = test::prepare_with("blood", Relation::identity, left, right, {});

  // P(truth | report) = share x (.95 if AB, else .05/3), over the published shares of O, A, B, AB.
  const double o = 0.6182 * 0.05 / 3, a = 0.2744 * 0.05 / 3, b = 0.0893 * 0.05 / 3;
  const double ab = 0.0181 * 0.95, all = o + a + b + ab;
  const double said_ab = (ab * 0.97 + (o + a + b) * 0.01) / all;
  const double said_o = (o * 0.97 + (ab + a + b) * 0.01) / all;
  // A score is rounded to 2^-16 ban, a relative step of 3.5e-5.
  const double ab_ab = said_ab / (0.0181 * 0.97 + 0.9819 * 0.01);
  const double ab_o = said_o / (0.6182 * 0.97 + 0.3818 * 0.01);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), ab_ab, 2e-5 * ab_ab);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 1), ab_o, 2e-5 * ab_o);
}

TEST(Blood, NeverExcludesAndIsSilentWithoutData) {
  const auto left = table_of({typed(report("A:1"), "AB", "negative"), report("A:2")});
  const auto right =
      table_of({typed(remains("B:1"), "O", "positive"),
                remains("B:2").state(Trait::blood_group, ObservationState::redacted)});
  const auto model = test::prepare("blood", Relation::identity, left, right);
  EXPECT_LT(score_of(*model.evidence, 0, 0), Score{});
  EXPECT_GT(lr_of(*model.evidence, 0, 0), 1e-4);
  EXPECT_EQ(score_of(*model.evidence, 0, 1), Score{});
  EXPECT_EQ(score_of(*model.evidence, 1, 0), Score{});
  EXPECT_EQ(model.evidence->explain(0, 1).state, ObservationState::redacted);
  EXPECT_EQ(model.evidence->explain(0, 1).reason, "evidence.missing");
  test::expect_explained(*model.evidence, left, right);
}

TEST(Blood, TwoSourcesThatDisagreeAreAveraged) {
  auto both = typed(report("A:1"), "O", "");
  both.code(Trait::blood_group, "A");
  const auto left = table_of({both, typed(report("A:2"), "O", ""), typed(report("A:3"), "B", "")});
  const auto right = table_of({typed(remains("B:1"), "O", "")});
  const auto model = test::prepare_with("blood", Relation::identity, left, right, {});
  EXPECT_LT(score_of(*model.evidence, 0, 0), score_of(*model.evidence, 1, 0));
  EXPECT_GT(score_of(*model.evidence, 0, 0), score_of(*model.evidence, 2, 0));
}

// 2,000 remains with shares far from the fallback; the tolerance is that of the five pseudo
// records, which hold O and positive back.
TEST(Blood, LikelihoodRatiosSumToOneInEveryRelation) {
  for (const Relation relation : all_relations) {
    const auto kind = relation == Relation::duplicate ? report : remains;
    std::vector<TraitTable::Row> rows;
    const auto fill = [&](int n, std::string_view group, std::string_view factor) {
      for (int i = 0; i < 5 * n; ++i)
        rows.push_back(typed(kind("R:" + std::to_string(rows.size())), group, factor));
    };
    fill(180, "O", "positive");
    fill(100, "A", "positive");
    fill(40, "B", "negative");
    fill(40, "AB", "positive");
    fill(4, "AB", "negative");
    fill(20, "", "negative");
    fill(20, "A", "");
    const TraitTable right{rows};
    const TraitTable reports =
        table_of({typed(report("A:1"), "O", "positive"), typed(report("A:2"), "AB", ""),
                  typed(report("A:3"), "B", "negative"), typed(report("A:4"), "A", "positive")});
    const TraitTable& left = is_symmetric(relation) ? right : reports;
    const auto model = test::prepare("blood", relation, left, right);
    for (RowId row = 0; row < left.size(); ++row)
      EXPECT_NEAR(test::sum_over_reference(*model.evidence, row, right), 1, 0.02)
          << relation_name(relation) << ' ' << left.id(row);
  }
}

TEST(Blood, TwoReportsWeighTheSameInEitherOrder) {
  const auto reports =
      table_of({typed(report("A:1"), "AB", "negative"), typed(report("A:2"), "A", "positive")});
  const auto model = test::prepare("blood", Relation::duplicate, reports, reports);
  EXPECT_NEAR(score_of(*model.evidence, 0, 1).units, score_of(*model.evidence, 1, 0).units, 1);
}

}  // namespace
}  // namespace confronta
