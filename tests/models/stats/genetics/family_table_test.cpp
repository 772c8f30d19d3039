#include "models/stats/genetics/family_table.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <rapidcheck/gtest.h>
#include <cmath>

#include "tests/models/stats/genetics/support/generators.h"

namespace confronta::genetics {
namespace {

using namespace test;  // NOLINT(*-using-namespace)

// Father 1/2 of a missing son, theta .03: the ratio of 1/1 is 4.88, not 9.71 or 15.2 as the
// products of a family's likelihood and a genotype frequency would have it.
TEST(FamilyTable, DoesNotFactoriseUnderTheta) {
  const Locus l = locus({{"1", 0.05}, {"2", 0.05}, {"3", 0.9}});
  const Pedigree family = pedigree({{"f", "", "", Sex::male}, {"son", "f", "", Sex::male}});
  const auto table =
      FamilyTable::make(family, {&l, nullptr, {{0, GenotypeCall{0, 1}}}}, 1, {0.03, {}}).value();
  const double second = (0.06 + 0.97 * 0.05) / 1.06;  // P(next is 1 | 1, 2, 1 drawn)
  EXPECT_NEAR(table.ratios()[genotype_index(0, 0)], 0.5 / second, 1e-12);
  EXPECT_NEAR(table.ratios()[genotype_index(0, 0)], 4.88, 0.01);
}

// Parent 2/2, a single peak 1 of frequency .1, no drop-in: LR 0, .26 and .45 at d = 0, .05 and .3.
TEST(FamilyTable, SumsOverWhatDropOutMayHide) {
  const Locus l = locus({{"1", 0.1}, {"2", 0.2}, {"3", 0.7}});
  const Pedigree family = pedigree({{"f", "", "", Sex::male}, {"son", "f", "", Sex::male}});
  const auto table = FamilyTable::make(family, {&l, nullptr, {{0, GenotypeCall{1, 1}}}}, 1).value();
  const auto ratio = [&](double d) {
    return table.likelihood_ratio(DetectedAlleles{{0}, d, 0}).value();
  };
  EXPECT_EQ(ratio(0), 0);
  // the son is 1/2 and the 2 was lost, over 1/1 or 1/other
  const auto by_hand = [](double d) {
    return 0.1 * d * (1 - d) / (0.01 * (1 - d * d) + 0.18 * d * (1 - d));
  };
  EXPECT_NEAR(ratio(0.05), by_hand(0.05), 1e-15);
  EXPECT_NEAR(ratio(0.05), 0.26, 0.005);
  EXPECT_NEAR(ratio(0.3), 0.45, 0.005);
}

TEST(FamilyTable, OfAFamilyThatContradictsItselfIsAnError) {
  const Locus l = locus({{"1", 0.5}, {"2", 0.5}});
  const Pedigree family =
      pedigree({{"f", "", "", Sex::male}, {"a", "f", "", Sex::male}, {"b", "f", "", Sex::male}});
  const LocusEvidence wrong{&l, nullptr, {{0, GenotypeCall{0, 0}}, {1, GenotypeCall{1, 1}}}};
  EXPECT_EQ(FamilyTable::make(family, wrong, 2).error().code, "genetics.family_impossible");
}

TEST(FamilyTable, OfACallThatNobodyGivesIsAnError) {
  const Locus l = locus({{"1", 0.2}, {"2", 0.3}, {"3", 0.5}});
  const Pedigree family = pedigree({{"x", "", "", Sex::male}});
  const auto table = FamilyTable::make(family, {&l, nullptr, {}}, 0).value();
  EXPECT_EQ(table.likelihood_ratio(DetectedAlleles{{0, 1, 2}, 0.1, 0}).error().code,
            "genetics.call_impossible");
}

RC_GTEST_PROP(FamilyTable, EqualsTheTwoPedigreesOneByOne, ()) {
  const auto inheritance = any(0, 3) ? Inheritance::autosomal : Inheritance::x_linked;
  const Locus l = any_locus(any(1, 5), inheritance);
  const Pedigree family = any_pedigree(any(1, 6));
  const auto mutation = any_mutation(l);
  const Population population = any_population(family);
  LocusEvidence evidence{&l, mutation ? &*mutation : nullptr, any_observations(family, l)};
  const int missing = any(0, family.size());
  const auto table = FamilyTable::make(family, evidence, missing, population);
  if (!table.ok()) {
    RC_ASSERT(table.error().code == "genetics.family_impossible");
    RC_ASSERT(pedigree_likelihood(family, evidence, population).value().is_zero());
    return;
  }
  const Call call = any_call(l, table.value().one_copy());
  LocusEvidence related = evidence, unrelated = evidence;
  related.observations.push_back({missing, call});
  unrelated.observations.push_back({family.size(), call});
  const Pedigree beside = family.with_unrelated(family[missing].sex);
  Population all = population;
  if (!all.inbreeding.empty()) all.inbreeding.push_back(0);
  const auto h1 = pedigree_likelihood(family, related, population).value();
  const auto h2 = pedigree_likelihood(beside, unrelated, all).value();
  const auto ratio = table.value().likelihood_ratio(call);
  if (h2.is_zero()) {
    RC_ASSERT(!ratio.ok());
  } else if (h1.is_zero()) {
    RC_ASSERT(ratio.value() == 0);
  } else {
    RC_ASSERT(std::abs(ratio.value() / (h1 / h2).value() - 1) < 1e-11);
  }
}

}  // namespace
}  // namespace confronta::genetics
