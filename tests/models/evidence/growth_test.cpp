#include <gtest/gtest.h>

#include <cmath>

#include "models/stats/portable_math.h"
#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::lr_of;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;

test::RowBuilder child(const std::string& id, int age, double stature) {
  auto row = report(id).number(Trait::age, age, age).code(Trait::sex, "male");
  if (stature > 0) row.number(Trait::stature, stature, stature);
  return row;
}
test::RowBuilder found(const std::string& id, int low, int high, double stature) {
  return remains(id)
      .number(Trait::age, low, high)
      .number(Trait::stature, stature, stature)
      .code(Trait::stature_method, "body_length")
      .code(Trait::sex, "male");
}

TEST(Growth, AChildsStatureTellsItsAge) {
  const auto left = table_of({child("A:1", 8, 0), child("A:2", 3, 0)});
  const auto right = table_of({found("B:1", 1, 10, 121), found("B:2", 1, 10, 92)});
  const auto model = test::prepare("growth", Relation::identity, left, right);
  EXPECT_GT(score_of(*model.evidence, 0, 0).log10(), 0.2);
  EXPECT_LT(score_of(*model.evidence, 0, 1).log10(), -0.5);
  EXPECT_LT(score_of(*model.evidence, 1, 0).log10(), -0.5);
  EXPECT_GT(score_of(*model.evidence, 1, 1).log10(), 0.2);
  test::expect_explained(*model.evidence, left, right);
}

TEST(Growth, AReportedStatureSaysMoreThanItsAge) {
  const auto left = table_of({child("A:1", 8, 131), child("A:2", 8, 112)});
  const auto right = table_of({found("B:1", 7, 9, 130)});
  const auto model = test::prepare("growth", Relation::identity, left, right);
  EXPECT_GT(score_of(*model.evidence, 0, 0).log10(), score_of(*model.evidence, 1, 0).log10() + 0.3);
}

// Where all remains are of boys of eight, a stature h has the density below: 74.1 % of 165 cm, 4.5
// % of it among boys and 3 cm of measuring, one in twenty spread four times as wide.
TEST(Growth, TheMeanLikelihoodRatioOverAllStaturesIsOne) {
  ReferenceSet reference;
  reference.table("identity/dates.ages").numbers = {{"8", 1.0}};
  const auto left = table_of({child("A:1", 8, 131), child("A:2", 8, 0), child("A:3", 15, 168),
                              report("A:4").number(Trait::age, 30, 30)});
  std::vector<TraitTable::Row> rows;
  for (int cm = 10; cm < 300; ++cm)
    rows.push_back(found("B:" + std::to_string(1000 + cm), 6, 10, cm));
  const TraitTable right{rows};
  const auto model = test::prepare_with("growth", Relation::identity, left, right, reference);
  const double mean = 0.741 * 165;
  const double sd = std::sqrt(0.045 * mean * 0.045 * mean + 9);
  for (RowId l = 0; l < left.size(); ++l) {
    double sum = 0;
    for (RowId r = 0; r < right.size(); ++r) {
      const double h = r + 10;
      sum += (0.95 * normal_density(h, mean, sd) + 0.05 * normal_density(h, mean, 4 * sd)) *
             lr_of(*model.evidence, l, r);
    }
    EXPECT_NEAR(sum, 1, 0.002) << left.id(l);
  }
}

TEST(Growth, OfAdultsAndWithoutAStatureOrAnAgeItSaysNothing) {
  const auto left = table_of({report("A:1").number(Trait::age, 30, 30), child("A:2", 8, 120),
                              report("A:3").number(Trait::stature, 120, 120)});
  const auto right = table_of({found("B:1", 31, 40, 170), remains("B:2").number(Trait::age, 6, 10),
                               remains("B:3").number(Trait::stature, 120, 120)});
  const auto model = test::prepare("growth", Relation::identity, left, right);
  EXPECT_EQ(score_of(*model.evidence, 0, 0), Score{});
  for (RowId l = 0; l < 3; ++l)
    for (RowId r = 1; r < 3; ++r) EXPECT_EQ(score_of(*model.evidence, l, r), Score{});
  EXPECT_EQ(score_of(*model.evidence, 2, 0), Score{});
  EXPECT_EQ(model.evidence->explain(0, 0).reason, "growth.grown");
  EXPECT_EQ(model.evidence->explain(1, 1).arguments, std::vector<std::string>{"@trait.stature"});
  EXPECT_EQ(model.evidence->explain(1, 2).arguments, std::vector<std::string>{"@trait.age"});
}

}  // namespace
}  // namespace confronta
