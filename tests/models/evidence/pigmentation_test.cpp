#include <gtest/gtest.h>

#include <array>

#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::lr_of;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;

test::RowBuilder seen(test::RowBuilder row, std::string_view hair, std::string_view eye = {},
                      std::string_view skin = {}) {
  if (!hair.empty()) row.code(Trait::hair_colour, hair);
  if (!eye.empty()) row.code(Trait::eye_colour, eye);
  if (!skin.empty()) row.code(Trait::skin_colour, skin);
  return row;
}
test::RowBuilder fresh(test::RowBuilder row) { return row.code(Trait::condition, "fleshed"); }

TEST(Pigmentation, SkinEqualsTheSumOverFourShades) {
  Parameters parameters;
  ASSERT_TRUE(parameters.set("pigmentation.light_type", 0).ok());
  ASSERT_TRUE(parameters.set("pigmentation.dark_type", 1).ok());
  ASSERT_TRUE(parameters.set("common.soft_tissue_fleshed", 1).ok());
  const auto left = table_of({seen(report("A:1"), "", "", "white")});
  const auto right = table_of(
      {seen(fresh(remains("B:1")), "", "", "white"), seen(fresh(remains("B:2")), "", "", "brown")});
  const auto model =
      test::prepare_with("pigmentation", Relation::identity, left, right, {}, parameters);

  // The dark type's skin: .06 white, .36 light brown, .43 brown, .15 dark. Next shade .2, far .04.
  const std::array<double, 4> share{0.06, 0.36, 0.43, 0.15};
  const std::array<double, 4> white{0.72, 0.2, 0.04, 0.04};
  const std::array<double, 4> brown{0.04, 0.2, 0.56, 0.2};
  double said = 0, white_white = 0, white_brown = 0, any_white = 0, any_brown = 0;
  for (std::size_t t = 0; t < 4; ++t) {
    said += share[t] * white[t];
    white_white += share[t] * white[t] * white[t];
    white_brown += share[t] * white[t] * brown[t];
    any_white += share[t] * white[t];
    any_brown += share[t] * brown[t];
  }
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), white_white / said / any_white, 1e-4);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 1), white_brown / said / any_brown, 1e-4);
}

TEST(Pigmentation, CommonColoursSayLittleAndRareOnesMore) {
  const auto left = table_of({seen(report("A:1"), "black", "dark_brown", "brown"),
                              seen(report("A:2"), "blond", "blue", "white")});
  const auto right = table_of({seen(fresh(remains("B:1")), "black", "dark_brown", "brown"),
                               seen(fresh(remains("B:2")), "blond", "blue", "white")});
  const auto model = test::prepare_with("pigmentation", Relation::identity, left, right, {});
  EXPECT_GT(lr_of(*model.evidence, 0, 0), 1.1);
  EXPECT_LT(lr_of(*model.evidence, 0, 0), 2.5);
  EXPECT_GT(lr_of(*model.evidence, 1, 1), 10);
  EXPECT_LT(lr_of(*model.evidence, 0, 1), 0.5);
  EXPECT_GT(lr_of(*model.evidence, 0, 1), 1e-3);
}

TEST(Pigmentation, HairEyesAndSkinAreNotMultiplied) {
  const auto left = table_of({seen(report("A:1"), "blond", "blue"), seen(report("A:2"), "blond"),
                              seen(report("A:3"), "", "blue")});
  const auto right = table_of({seen(fresh(remains("B:1")), "blond", "blue")});
  const auto model = test::prepare_with("pigmentation", Relation::identity, left, right, {});
  EXPECT_LT(score_of(*model.evidence, 0, 0).log10(),
            score_of(*model.evidence, 1, 0).log10() + score_of(*model.evidence, 2, 0).log10());
}

TEST(Pigmentation, DyedAndGreyHairAreCompatible) {
  const auto left = table_of({seen(report("A:1"), "black"), seen(report("A:2"), "grey")});
  const auto right =
      table_of({seen(fresh(remains("B:1")), "dyed"), seen(fresh(remains("B:2")), "grey"),
                seen(fresh(remains("B:3")), "bald"), seen(fresh(remains("B:4")), "greying")});
  const auto model = test::prepare_with("pigmentation", Relation::identity, left, right, {});
  EXPECT_EQ(score_of(*model.evidence, 0, 0), Score{});
  EXPECT_EQ(score_of(*model.evidence, 0, 2), Score{});
  EXPECT_GT(lr_of(*model.evidence, 0, 1), 0.3);
  EXPECT_GT(lr_of(*model.evidence, 1, 3), 2);
}

TEST(Pigmentation, FadesWithDecayAndEndsBeyondIt) {
  std::vector<TraitTable::Row> rows;
  int number = 0;
  for (const auto condition : {"fleshed", "decomposed", "focal_skeletonization", "burnt"})
    rows.push_back(seen(remains("B:" + std::to_string(++number)), "blond", "blue")
                       .code(Trait::condition, condition));
  rows.push_back(seen(remains("B:5"), "blond", "blue").code(Trait::part_kind, "bone"));
  const TraitTable right{rows};
  const auto left = table_of({seen(report("A:1"), "blond", "blue")});
  const auto model = test::prepare_with("pigmentation", Relation::identity, left, right, {});
  EXPECT_GT(score_of(*model.evidence, 0, 0), score_of(*model.evidence, 0, 1));
  EXPECT_GT(score_of(*model.evidence, 0, 1), Score{});
  for (RowId row = 2; row < 5; ++row) {
    EXPECT_EQ(score_of(*model.evidence, 0, row), Score{});
    EXPECT_EQ(model.evidence->explain(0, row).state, ObservationState::not_observable);
  }
  EXPECT_EQ(model.evidence->explain(0, 4).arguments.front(), "@part_kind.bone");
  test::expect_explained(*model.evidence, left, right);
}

// 3,000 remains; the tolerance covers the five pseudo records and combinations that no remains
// show.
TEST(Pigmentation, LikelihoodRatiosSumToOne) {
  const std::array<std::string_view, 5> hair{"black", "dark_brown", "light_brown", "grey", "dyed"};
  const std::array<std::string_view, 4> eye{"dark_brown", "light_brown", "green", ""};
  const std::array<std::string_view, 4> skin{"white", "light_brown", "brown", "dark_brown"};
  for (const Relation relation : {Relation::identity, Relation::duplicate, Relation::same_body}) {
    const auto kind = relation == Relation::duplicate ? report : remains;
    std::vector<TraitTable::Row> rows;
    for (std::size_t i = 0; i < 3000; ++i) {
      auto row = seen(kind("R:" + std::to_string(10000 + i)), hair[i * i % 11 % 5],
                      eye[i % 13 % 7 % 4], skin[i % 7 % 4]);
      if (relation != Relation::duplicate)
        row.code(Trait::condition, i % 3 == 0 ? "decomposed" : "fleshed");
      rows.push_back(row);
    }
    const TraitTable right{rows};
    const auto reports = table_of({seen(report("A:1"), "black", "dark_brown", "brown"),
                                   seen(report("A:2"), "grey", "", "white"),
                                   seen(report("A:3"), "light_brown", "green", "light_brown")});
    const TraitTable& left = is_symmetric(relation) ? right : reports;
    const auto model = test::prepare("pigmentation", relation, left, right);
    for (RowId row = 0; row < std::min<RowId>(left.size(), 40); ++row)
      EXPECT_NEAR(test::sum_over_reference(*model.evidence, row, right), 1, 0.03)
          << relation_name(relation) << ' ' << left.id(row);
  }
}

}  // namespace
}  // namespace confronta
