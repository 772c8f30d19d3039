#include <gtest/gtest.h>

#include <array>

#include "models/evidence/dna/direct_ratio.h"
#include "models/stats/genetics/likelihood.h"
#include "tests/models/support/dna.h"

namespace confronta {
namespace {

using test::lr_of;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;
using test::typed;

TraitTable::Row lossy(test::RowBuilder row, const test::Calls& calls, double dropout,
                      double dropin) {
  DnaProfile profile = test::dna_profile(calls);
  profile.has_dropout = true;
  profile.dropout = dropout;
  profile.dropin = dropin;
  return row.value(Trait::genotypes, profile);
}

TEST(Direct, EqualProfilesAreOneOverTheirFrequency) {
  const auto left = table_of({typed(report("A:1"), {{"TPOX", {"8", "11"}}})});
  const auto right = table_of({typed(remains("B:1"), {{"TPOX", {"8", "11"}}}),
                               typed(remains("B:2"), {{"TPOX", {"8", "8"}}}), remains("B:3")});
  Parameters parameters = test::without_errors();
  ASSERT_TRUE(parameters.set("genetics.theta", 0.01).ok());
  const auto model = test::prepare_with("direct", Relation::identity, left, right, {}, parameters);
  const MatchPopulation population{parameters, {}};
  const auto locus = population.plain_locus("TPOX", {}).value();
  const double p = locus.frequency(*locus.find("8")), q = locus.frequency(*locus.find("11"));
  // Balding & Nichols 1994: a/b met again.
  const double again = 2 * (0.01 + 0.99 * p) * (0.01 + 0.99 * q) / (1.01 * 1.02);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), 1 / again, 4e-5 / again);
  EXPECT_EQ(score_of(*model.evidence, 0, 1).log10(), -Score::limit_bans);
  EXPECT_EQ(score_of(*model.evidence, 0, 2), Score{});
}

TEST(Direct, IsThePedigreesLikelihoodForEveryKindOfCall) {
  const auto table = table_of({typed(remains("B:1"), {{"FGA", {"22", "24"}}}),
                               typed(remains("B:2"), {{"FGA", {"22", "22"}}}),
                               lossy(remains("B:3"), {{"FGA", {"22"}}}, 0.2, 0.02),
                               lossy(remains("B:4"), {{"FGA", {}}}, 0.2, 0.02),
                               lossy(remains("B:5"), {{"FGA", {"22", "24"}}}, 0.1, 0.02),
                               lossy(remains("B:6"), {{"FGA", {"24"}}}, 0.1, 0)});
  const Parameters parameters;
  const MatchPopulation population{parameters, {}};
  const std::array tables{&table};
  const CodedProfiles profiles{tables, population, genetics::DropoutModel{parameters}};
  const DirectRatio ratio{profiles, 0.02, 0};
  const auto one = genetics::Pedigree::make(std::array{genetics::PedigreeRow{"a", "", "", {}}});
  const auto two = one.value().with_unrelated(genetics::Sex::unknown);
  const genetics::Locus& locus = profiles.classes().locus(0);
  for (RowId a = 0; a < table.size(); ++a)
    for (RowId b = 0; b < table.size(); ++b) {
      const std::size_t x = profiles.classes().codes(0)[*profiles.profile_of(0, a)];
      const std::size_t y = profiles.classes().codes(0)[*profiles.profile_of(0, b)];
      const auto likelihood = [&](const genetics::Pedigree& pedigree, int second) {
        const genetics::LocusEvidence evidence{&locus,
                                               nullptr,
                                               {{0, profiles.classes().calls(0)[x - 1]},
                                                {second, profiles.classes().calls(0)[y - 1]}}};
        return pedigree_likelihood(pedigree, evidence, {0.02, {}}).value();
      };
      const double expected = (likelihood(one.value(), 0) / likelihood(two, 1)).value();
      EXPECT_NEAR(ratio.locus(0, x, y), expected, 1e-9 * expected) << a << ' ' << b;
    }
}

TEST(Direct, LikelihoodRatiosSumToOneOverTheGenotypes) {
  Parameters parameters;
  ASSERT_TRUE(parameters.set("genetics.theta", 0).ok());
  const MatchPopulation population{parameters, {}};
  const auto locus = population.locus("TPOX", {}).value().locus;
  std::vector<TraitTable::Row> rows;
  std::vector<double> weights;
  for (int y = 0; y < locus.size(); ++y)
    for (int x = 0; x <= y; ++x) {
      const auto name = [&](int a) { return locus.alleles()[static_cast<std::size_t>(a)]; };
      rows.push_back(typed(remains("B:" + std::to_string(1000 + rows.size())),
                           {{"TPOX", {name(x), name(y)}}}));
      weights.push_back((x == y ? 1 : 2) * locus.frequency(x) * locus.frequency(y));
    }
  const TraitTable right{rows};
  const auto left = table_of({typed(report("A:1"), {{"TPOX", {"8", "11"}}})});
  const auto model = test::prepare_with("direct", Relation::identity, left, right, {}, parameters);
  double sum = 0;
  for (RowId row = 0; row < right.size(); ++row)
    sum += weights[row] * lr_of(*model.evidence, 0, row);
  EXPECT_NEAR(sum, 1, 2e-3);  // the table's figures sum to 1 but for their rounding
  test::expect_explained(*model.evidence, left, right);
}

TEST(Direct, TwoRemainsOfOneBody) {
  const test::Calls calls{{"FGA", {"22", "24"}}, {"TPOX", {"8", "11"}}, {"vWA", {"14", "19"}}};
  const auto table =
      table_of({typed(remains("B:1"), calls), typed(remains("B:2"), calls),
                typed(remains("B:3"),
                      {{"FGA", {"20", "21"}}, {"TPOX", {"9", "12"}}, {"vWA", {"16", "18"}}})});
  for (const Relation relation : {Relation::same_body, Relation::part}) {
    const auto model = test::prepare_with("direct", relation, table, table, {});
    EXPECT_GT(lr_of(*model.evidence, 0, 1), 50);
    EXPECT_NEAR(lr_of(*model.evidence, 0, 2), 0.002, 1e-4);  // one of the two samples is wrong
    test::expect_explained(*model.evidence, table, table, true);
  }
}

}  // namespace
}  // namespace confronta
