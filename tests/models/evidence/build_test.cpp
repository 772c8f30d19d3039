#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::lr_of;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;

TEST(Build, WeightsFollowTheNormalFormula) {
  Parameters parameters;
  ASSERT_TRUE(parameters.set("build.weight_outliers", 0).ok());
  ASSERT_TRUE(parameters.set("common.soft_tissue_fleshed", 1).ok());
  const auto left = table_of({report("A:1").number(Trait::weight, 90)});
  const auto right =
      table_of({remains("B:1").number(Trait::weight, 88).code(Trait::condition, "fleshed"),
                remains("B:2").number(Trait::weight, 60).code(Trait::condition, "fleshed")});
  const auto model = test::prepare_with("build", Relation::identity, left, right, {}, parameters);

  // With the truth ~ N(70, 16^2), a report of N(truth, 8^2) and remains of N(truth, 9^2), the
  // truth given 90 is N(86, 51.2), and the remains' weight N(86, 51.2 + 81) against N(70, 256 +
  // 81).
  const auto expected = [](double kg) {
    return normal_density(kg, 86, std::sqrt(51.2 + 81)) / normal_density(kg, 70, std::sqrt(337.0));
  };
  // The grid has cells of 5 kg.
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), expected(88), 0.02 * expected(88));
  EXPECT_NEAR(lr_of(*model.evidence, 0, 1), expected(60), 0.05 * expected(60));
}

TEST(Build, WordAndWeightAreNotMultiplied) {
  const auto left = table_of({report("A:1").code(Trait::build, "obese").number(Trait::weight, 105),
                              report("A:2").code(Trait::build, "obese"),
                              report("A:3").number(Trait::weight, 105)});
  const auto right = table_of({remains("B:1")
                                   .code(Trait::condition, "fleshed")
                                   .code(Trait::build, "obese")
                                   .number(Trait::weight, 108)});
  const auto model = test::prepare_with("build", Relation::identity, left, right, {});
  EXPECT_GT(score_of(*model.evidence, 0, 0), score_of(*model.evidence, 1, 0));
  EXPECT_LT(score_of(*model.evidence, 0, 0).log10(),
            score_of(*model.evidence, 1, 0).log10() + score_of(*model.evidence, 2, 0).log10());
}

TEST(Build, AWordIsComparedWithAWeight) {
  const auto left = table_of({report("A:1").code(Trait::build, "thin")});
  const auto right =
      table_of({remains("B:1").number(Trait::weight, 52).code(Trait::condition, "fleshed"),
                remains("B:2").number(Trait::weight, 110).code(Trait::condition, "fleshed")});
  const auto model = test::prepare_with("build", Relation::identity, left, right, {});
  EXPECT_GT(lr_of(*model.evidence, 0, 0), 1.2);
  EXPECT_LT(lr_of(*model.evidence, 0, 1), 0.5);
  EXPECT_GT(lr_of(*model.evidence, 0, 1), 0.01);
}

TEST(Build, BonesCannotShowIt) {
  const auto left = table_of({report("A:1").code(Trait::build, "thin"), report("A:2")});
  const auto right =
      table_of({remains("B:1").code(Trait::build, "thin").code(Trait::condition, "skeletonized"),
                remains("B:2").code(Trait::condition, "fleshed")});
  const auto model = test::prepare("build", Relation::identity, left, right);
  EXPECT_EQ(score_of(*model.evidence, 0, 0), Score{});
  EXPECT_EQ(model.evidence->explain(0, 0).state, ObservationState::not_observable);
  EXPECT_EQ(model.evidence->explain(0, 1).state, ObservationState::not_recorded);
  test::expect_explained(*model.evidence, left, right);
}

// The tolerance covers the five pseudo records among 2,000 and the early stop of the fit.
TEST(Build, LikelihoodRatiosSumToOne) {
  const std::array<std::string_view, 5> words{"thin", "medium", "medium", "robust", "obese"};
  for (const Relation relation : {Relation::identity, Relation::duplicate, Relation::same_body}) {
    const auto kind = relation == Relation::duplicate ? report : remains;
    std::vector<TraitTable::Row> rows;
    for (std::size_t i = 0; i < 2000; ++i) {
      auto row = kind("R:" + std::to_string(10000 + i));
      const std::size_t word = i * i % 13 % 5;
      if (i % 3 != 0) row.code(Trait::build, words[word]);
      if (i % 4 != 0)
        row.number(Trait::weight,
                   48 + 9.0 * static_cast<double>(word) + static_cast<double>(i % 17));
      rows.push_back(row);
    }
    const TraitTable right{rows};
    const auto reports =
        table_of({report("A:1").code(Trait::build, "thin"), report("A:2").number(Trait::weight, 70),
                  report("A:3").code(Trait::build, "robust").number(Trait::weight, 85)});
    const TraitTable& left = is_symmetric(relation) ? right : reports;
    const auto model = test::prepare("build", relation, left, right);
    for (RowId row = 0; row < std::min<RowId>(left.size(), 40); ++row)
      EXPECT_NEAR(test::sum_over_reference(*model.evidence, row, right), 1, 0.03)
          << relation_name(relation) << ' ' << left.id(row);
  }
}

}  // namespace
}  // namespace confronta
