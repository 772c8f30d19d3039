#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::lr_of;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;

Parameters with(std::initializer_list<std::pair<std::string_view, double>> values) {
  Parameters parameters;
  for (const auto& [name, value] : values) EXPECT_TRUE(parameters.set(name, value).ok()) << name;
  return parameters;
}

test::RowBuilder sexed(test::RowBuilder row, std::string_view sex, std::string_view method) {
  row.code(Trait::sex, sex);
  if (!method.empty()) row.code(Trait::sex_method, method);
  return row;
}

TEST(Biology, SexWithoutRegisterErrorEqualsThePublishedCase) {
  // mispitools 1.4.0, lr_sex with eps .05 and equal shares: 1.9 on a match, 0.1 on a mismatch.
  const auto parameters = with({{"biology.male_share_remains", 0.5},
                                {"biology.sex_error_register", 0},
                                {"biology.sex_error_soft_tissue", 0.05}});
  const auto left = table_of({report("A:1").code(Trait::sex, "female")});
  const auto right = table_of({sexed(remains("B:1"), "female", "soft_tissue"),
                               sexed(remains("B:2"), "male", "soft_tissue")});
  const auto model = test::prepare_with("biology", Relation::identity, left, right, {}, parameters);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), 1.9, 1e-3);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 1), 0.1, 1e-4);
}

TEST(Biology, SexHasTheErrorOfItsMethodAndOfBothRegisters) {
  const auto left = table_of({report("A:1").code(Trait::sex, "male")});
  const auto right =
      table_of({sexed(remains("B:1"), "female", "skull"), sexed(remains("B:2"), "female", "pelvis"),
                sexed(remains("B:3"), "female", "dna"), sexed(remains("B:4"), "male", "dna"),
                sexed(remains("B:5"), "female", "pelvis").code(Trait::migrant, "yes")});
  const auto model = test::prepare_with("biology", Relation::identity, left, right, {});
  // Among the dead, .85 of them men: P(male | report) = .85 x .992 / (.85 x .992 + .15 x .008);
  // skull .222, then the register's .008.
  const double male = 0.85 * 0.992 / (0.85 * 0.992 + 0.15 * 0.008);
  const double called_female = 0.222 + 0.008 - 2 * 0.222 * 0.008;
  const double stays_female = 1 - (0.10 + 0.008 - 2 * 0.10 * 0.008);
  const double expected = (male * called_female + (1 - male) * stays_female) /
                          (0.85 * called_female + 0.15 * stays_female);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), expected, 1e-4);
  EXPECT_GT(score_of(*model.evidence, 0, 0), score_of(*model.evidence, 0, 1));
  EXPECT_GT(score_of(*model.evidence, 0, 1), score_of(*model.evidence, 0, 2));
  EXPECT_GT(score_of(*model.evidence, 0, 4), score_of(*model.evidence, 0, 1));
  EXPECT_GT(lr_of(*model.evidence, 0, 2), 0.01);  // never a block
  EXPECT_GT(lr_of(*model.evidence, 0, 3), 1);
}

TEST(Biology, StatureFromAFemurFollowsTheClosedForm) {
  const auto parameters = with({{"biology.minors_share", 0},
                                {"biology.stature_outliers", 0},
                                {"biology.sex_error_register", 0},
                                {"biology.sex_error_dna", 0}});
  const auto left = table_of({report("A:1").code(Trait::sex, "male").number(Trait::stature, 170),
                              report("A:2").code(Trait::sex, "male").number(Trait::stature, 158)});
  const auto right =
      table_of({sexed(remains("B:1"), "male", "dna")
                    .value(Trait::bone_measure, BoneMeasure{"femur", "max_length", "left", 450}),
                sexed(remains("B:2"), "male", "dna")});
  const auto model = test::prepare_with("biology", Relation::identity, left, right, {}, parameters);
  // Method notes 3.1: N(h - b; s, sb^2 + sh^2) / N(h - b; mean, sd^2 + sh^2), with b 1.5, sh 4,
  // s = 63.89 + 2.262 x 45 = 165.68 and sb = 1.1 x 3.417. Sex, as of the body with no bone, apart.
  const double sb = 1.1 * 3.417;
  for (RowId row = 0; row < 2; ++row) {
    const double h = (row == 0 ? 170 : 158) - 1.5;
    const double expected = normal_density(h, 165.68, std::sqrt(sb * sb + 16)) /
                            normal_density(h, 165, std::sqrt(49.0 + 16));
    EXPECT_NEAR(lr_of(*model.evidence, row, 0) / lr_of(*model.evidence, row, 1), expected,
                0.01 * expected);
  }
}

// What a report leaves out says nothing: neither a tall man's stature nor the length of his femur
// weighs for or against a report that gives his sex alone.
TEST(Biology, AStatureOnOneSideAloneSaysNothingBeyondSex) {
  std::vector<TraitTable::Row> bodies;
  for (int i = 0; i < 300; ++i)
    bodies.push_back(sexed(remains("B:" + std::to_string(1000 + i)), "male", "dna")
                         .number(Trait::stature, 160 + i * 7 % 11));
  bodies.push_back(sexed(remains("B:2000"), "male", "dna"));
  bodies.push_back(sexed(remains("B:2001"), "male", "dna").number(Trait::stature, 182));
  bodies.push_back(sexed(remains("B:2002"), "male", "dna")
                       .value(Trait::bone_measure, BoneMeasure{"femur", "max_length", "", 501}));
  const TraitTable right{bodies};
  const auto left = table_of({report("A:1").code(Trait::sex, "male")});
  const auto model = test::prepare("biology", Relation::identity, left, right);
  const double sex_alone = score_of(*model.evidence, 0, 300).log10();
  EXPECT_NEAR(score_of(*model.evidence, 0, 301).log10(), sex_alone, 0.05);
  EXPECT_NEAR(score_of(*model.evidence, 0, 302).log10(), sex_alone, 0.05);
}

// No woman of this store has a femur of 500 mm: the bone says a man's, if no word does.
TEST(Biology, ALongFemurIsAMans) {
  const auto left =
      table_of({report("A:1").code(Trait::sex, "male"), report("A:2").code(Trait::sex, "female")});
  const auto right = table_of(
      {remains("B:1").value(Trait::bone_measure, BoneMeasure{"femur", "max_length", "", 500}),
       sexed(remains("B:2"), "female", "long_bones")
           .value(Trait::bone_measure, BoneMeasure{"femur", "max_length", "", 500})});
  const auto model = test::prepare_with("biology", Relation::identity, left, right, {});
  EXPECT_GT(score_of(*model.evidence, 0, 0), Score{});
  EXPECT_LT(score_of(*model.evidence, 1, 0).log10(), -0.7);
  // A word that rests on the same bone is no second witness.
  EXPECT_EQ(score_of(*model.evidence, 1, 1), score_of(*model.evidence, 1, 0));
}

TEST(Biology, BonesComeBeforeAStatedStature) {
  const BoneMeasure femur{"femur", "max_length", "left", 450};
  const auto left = table_of({report("A:1").code(Trait::sex, "male").number(Trait::stature, 167)});
  const auto right =
      table_of({sexed(remains("B:1"), "male", "pelvis").value(Trait::bone_measure, femur),
                sexed(remains("B:2"), "male", "pelvis")
                    .value(Trait::bone_measure, femur)
                    .number(Trait::stature, 166)
                    .code(Trait::stature_method, "bones")});
  const auto model = test::prepare("biology", Relation::identity, left, right);
  EXPECT_EQ(score_of(*model.evidence, 0, 0), score_of(*model.evidence, 0, 1));
  EXPECT_EQ(model.evidence->explain(0, 1).details.back().reason, "biology.stature_bone");
}

TEST(Biology, SexFromTheSameBonesIsNotASecondWitness) {
  const auto measured = [](test::RowBuilder row) {
    return row.value(Trait::bone_measure, BoneMeasure{"femur", "epicondylar_breadth", "left", 80})
        .value(Trait::bone_measure, BoneMeasure{"femur", "head_diameter", "left", 46})
        .value(Trait::bone_measure, BoneMeasure{"femur", "ml_midshaft_diameter", "left", 27});
  };
  const auto left = table_of({report("A:1").code(Trait::sex, "male")});
  const auto right =
      table_of({measured(remains("B:1")), measured(sexed(remains("B:2"), "male", "osteometric")),
                measured(sexed(remains("B:3"), "male", "dna"))});
  const auto model = test::prepare_with("biology", Relation::identity, left, right, {});
  EXPECT_GT(score_of(*model.evidence, 0, 0), Score{});
  EXPECT_EQ(score_of(*model.evidence, 0, 0), score_of(*model.evidence, 0, 1));
  EXPECT_GT(score_of(*model.evidence, 0, 2), score_of(*model.evidence, 0, 1));
  const Finding sex = model.evidence->explain(0, 1).details.front();
  EXPECT_EQ(sex.reason, "biology.sex");
  EXPECT_EQ(sex.arguments, (std::vector<std::string>{"@sex.male", "@sex.male"}));
  EXPECT_EQ(sex.details.front().arguments.front(), "@biology.bone.femur");
}

TEST(Biology, SexIsSharedByStature) {
  // A woman of 172 cm is rare, a man of 172 is not: with unknown sex, agreement in 172 says less
  // than for a woman.
  const auto left = table_of({report("A:1").code(Trait::sex, "female").number(Trait::stature, 173),
                              report("A:2").number(Trait::stature, 173)});
  const auto right = table_of({sexed(remains("B:1"), "female", "dna").number(Trait::stature, 172),
                               remains("B:2").number(Trait::stature, 172)});
  const auto model = test::prepare_with("biology", Relation::identity, left, right, {});
  const double woman = model.evidence->explain(0, 0).details.back().score.log10();
  EXPECT_GT(woman, score_of(*model.evidence, 1, 1).log10());
}

TEST(Biology, SaysNothingWithoutDataAndExplainsWhatItAdds) {
  const auto left = table_of(
      {report("A:1").state(Trait::sex, ObservationState::unknown),
       report("A:2").code(Trait::sex, "male").number(Trait::stature, 165, 170), report("A:3")});
  const auto right = table_of(
      {remains("B:1").state(Trait::sex, ObservationState::redacted),
       sexed(remains("B:2"), "male", "").number(Trait::stature, 160, 175),
       remains("B:3").value(Trait::bone_measure, BoneMeasure{"tibia", "max_length", "", 350})});
  for (const bool estimated : {true, false}) {
    const auto model = estimated
                           ? test::prepare("biology", Relation::identity, left, right)
                           : test::prepare_with("biology", Relation::identity, left, right, {});
    for (RowId row = 0; row < 3; ++row) EXPECT_EQ(score_of(*model.evidence, 0, row), Score{});
    EXPECT_EQ(score_of(*model.evidence, 1, 0), Score{});
    EXPECT_EQ(model.evidence->explain(0, 1).state, ObservationState::unknown);
    EXPECT_EQ(model.evidence->explain(1, 0).state, ObservationState::redacted);
    test::expect_explained(*model.evidence, left, right);
  }
}

// 3,000 rows of each kind; the tolerance covers the five pseudo records and the early stop of the
// fit. Every class of report that such a store holds is tried.
TEST(Biology, LikelihoodRatiosSumToOneInEveryRelation) {
  for (const Relation relation : all_relations) {
    std::vector<TraitTable::Row> people;
    std::vector<TraitTable::Row> bodies;
    for (std::size_t i = 0; i < 3000; ++i) {
      const bool male = i % 5 != 0;
      const double cm = (male ? 165 : 153) + static_cast<double>(i * 7 % 13) +
                        static_cast<double>(i * 5 % 17) - 14;
      auto person = report("A:" + std::to_string(10000 + i));
      if (i % 7 != 0) person.code(Trait::sex, male ? "male" : "female");
      if (i % 3 != 0) person.number(Trait::stature, cm);
      people.push_back(person);
      auto body = remains("B:" + std::to_string(10000 + i));
      if (i % 4 != 0) body.code(Trait::sex, (i % 41 == 0) != male ? "male" : "female");
      if (i % 3 == 0)
        body.value(Trait::bone_measure, BoneMeasure{"femur", "max_length", "", cm * 2.72});
      if (i % 3 == 1) body.number(Trait::stature, cm - 3, cm + 3).code(Trait::sex_method, "skull");
      bodies.push_back(body);
    }
    const TraitTable reports{people};
    const TraitTable found{bodies};
    const TraitTable& right = relation == Relation::duplicate ? reports : found;
    const TraitTable& left = relation == Relation::identity ? reports : right;
    const auto model = test::prepare("biology", relation, left, right);
    for (RowId row = 0; row < 120; ++row)
      EXPECT_NEAR(test::sum_over_reference(*model.evidence, row, right), 1, 0.03)
          << relation_name(relation) << ' ' << left.id(row);
  }
}

// A child of three is about a metre tall: age, counted with the dates, has said so.
TEST(Biology, TheStatureOfAGrowingChildIsNotCountedAgain) {
  const auto left = table_of({report("A:1").number(Trait::age, 3).number(Trait::stature, 95),
                              report("A:2").number(Trait::age, 17).number(Trait::stature, 165)});
  const auto right =
      table_of({remains("B:1").number(Trait::age, 2, 4).number(Trait::stature, 96),
                remains("B:2").number(Trait::age, 2, 99).number(Trait::stature, 166)});
  const auto model = test::prepare("biology", Relation::identity, left, right);
  EXPECT_EQ(score_of(*model.evidence, 0, 0), Score{});
  EXPECT_EQ(score_of(*model.evidence, 0, 1), Score{});
  EXPECT_NE(score_of(*model.evidence, 1, 1), Score{});
  test::expect_explained(*model.evidence, left, right);
}

TEST(Biology, AChildsReportDoesNotFitAdultsForWantOfBetter) {
  std::vector<TraitTable::Row> bodies;
  for (int i = 0; i < 200; ++i)
    bodies.push_back(remains("B:" + std::to_string(1000 + i)).number(Trait::stature, 160 + i % 15));
  const TraitTable right{bodies};
  const auto left = table_of({report("A:1").number(Trait::stature, 110)});
  const auto model = test::prepare("biology", Relation::identity, left, right);
  EXPECT_LT(test::sum_over_reference(*model.evidence, 0, right), 0.5);
}

}  // namespace
}  // namespace confronta
