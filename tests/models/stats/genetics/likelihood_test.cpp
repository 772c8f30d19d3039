#include "models/stats/genetics/likelihood.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <rapidcheck/gtest.h>
#include <cmath>
#include <string>
#include <vector>

#include "tests/models/stats/genetics/support/brute_force.h"
#include "tests/models/stats/genetics/support/generators.h"

namespace confronta::genetics {
namespace {

using namespace test;  // NOLINT(*-using-namespace)

GenotypeCall call(const Locus& locus, std::string_view a, std::string_view b) {
  return {locus.find(a).value(), locus.find(b).value()};
}

double value(const Result<ScaledNumber>& result) { return result.value().value(); }

const Pedigree trio =
    pedigree({{"f", "", "", Sex::male}, {"m", "", "", Sex::female}, {"c", "f", "m", Sex::male}});

TEST(PedigreeLikelihood, OfOnePersonIsHardyWeinberg) {
  const Locus l = locus({{"1", 0.1}, {"2", 0.2}, {"3", 0.7}});
  const Pedigree one = pedigree({{"x", "", "", Sex::male}});
  EXPECT_DOUBLE_EQ(value(pedigree_likelihood(one, {&l, nullptr, {{0, call(l, "1", "2")}}})), 0.04);
  EXPECT_DOUBLE_EQ(value(pedigree_likelihood(one, {&l, nullptr, {{0, call(l, "2", "2")}}})), 0.04);
  EXPECT_DOUBLE_EQ(value(pedigree_likelihood(one, {&l, nullptr, {}})), 1);
}

// Father a/b, mother unknown, child a/c: 2 pa pb * 1/2 pc.
TEST(PedigreeLikelihood, OfAFatherAndChildByHand) {
  const Locus l = locus({{"1", 0.1}, {"2", 0.2}, {"3", 0.7}});
  EXPECT_DOUBLE_EQ(value(pedigree_likelihood(
                       trio, {&l, nullptr, {{0, call(l, "1", "2")}, {2, call(l, "1", "3")}}})),
                   0.04 * 0.5 * 0.7);
}

TEST(PedigreeLikelihood, OfTheImpossibleIsExactlyZero) {
  const Locus l = locus({{"1", 0.1}, {"2", 0.2}, {"3", 0.7}});
  EXPECT_TRUE(
      pedigree_likelihood(trio, {&l, nullptr, {{0, call(l, "1", "1")}, {2, call(l, "2", "3")}}})
          .value()
          .is_zero());
  // two samples of one person that contradict each other
  EXPECT_TRUE(
      pedigree_likelihood(trio, {&l, nullptr, {{0, call(l, "1", "1")}, {0, call(l, "1", "3")}}})
          .value()
          .is_zero());
}

// Mother 1/2, child 2/3, father untyped; equal model, female .05, male .1.
TEST(PedigreeLikelihood, HasTwoDefinitionsWhereMutationMovesFrequencies) {
  const Locus l = locus({{"1", 0.1}, {"2", 0.2}, {"3", 0.7}});
  const Mutation mutation = Mutation::make(l, {.rate = 0.05}, {.rate = 0.1}).value();
  const LocusEvidence known{&l, &mutation, {{1, call(l, "1", "2")}, {2, call(l, "2", "3")}}};
  EXPECT_NEAR(value(pedigree_likelihood(trio, known)), 0.0127975, 1e-15);
  const Pedigree pruned = trio.pruned({false, true, true});
  EXPECT_NEAR(value(pedigree_likelihood(pruned, known, {}, Definition::pruned)), 0.01385, 1e-15);
  // a parent who is not listed is an untyped one
  const Pedigree duo =
      pedigree({{"f", "", "", Sex::male}, {"m", "", "", Sex::female}, {"c", "", "m", Sex::male}});
  EXPECT_NEAR(value(pedigree_likelihood(duo, known)), 0.0127975, 1e-15);
}

// Two unrelated men a/a with theta: p, then (theta + (1 - theta) p) and so on.
TEST(PedigreeLikelihood, DrawsAllFoundersFromOneUrn) {
  const Locus l = locus({{"1", 0.1}, {"2", 0.9}});
  const Pedigree two = pedigree({{"x", "", "", Sex::male}, {"y", "", "", Sex::male}});
  const double t = 0.03;
  double expected = 1;
  for (int n = 0; n < 4; ++n) expected *= (n * t + (1 - t) * 0.1) / (1 + (n - 1) * t);
  const LocusEvidence both{&l, nullptr, {{0, call(l, "1", "1")}, {1, call(l, "1", "1")}}};
  EXPECT_NEAR(value(pedigree_likelihood(two, both, {t, {}})), expected, 1e-17);
}

// Father 1/2, remains 1/1, theta .03, p = .05: METHOD's warning against factorising a family.
TEST(PedigreeLikelihood, OfAFamilyDoesNotFactoriseUnderTheta) {
  const Locus l = locus({{"1", 0.05}, {"2", 0.05}, {"3", 0.9}});
  const double t = 0.03;
  const Population population{t, {}};
  const Pedigree unrelated = pedigree({{"f", "", "", Sex::male}, {"x", "", "", Sex::male}});
  const std::vector<Observation> seen{{0, call(l, "1", "2")}, {1, call(l, "1", "1")}};
  const auto h2 = pedigree_likelihood(unrelated, {&l, nullptr, seen}, population).value();
  const std::vector<Observation> as_child{{0, call(l, "1", "2")}, {2, call(l, "1", "1")}};
  const auto h1 = pedigree_likelihood(trio, {&l, nullptr, as_child}, population).value();
  // 1/2 P(next = 1 | 1, 2 drawn) over P(1, 1 | 1, 2 drawn)
  const double first = (t + (1 - t) * 0.05) / (1 + t);
  const double second = (2 * t + (1 - t) * 0.05) / (1 + 2 * t);
  EXPECT_NEAR((h1 / h2).value(), 0.5 * first / (first * second), 1e-12);
  EXPECT_NEAR((h1 / h2).value(), 4.88, 0.005);
}

TEST(PedigreeLikelihood, DoesNotUnderflow) {
  // a mother and 400 children: far below the smallest double
  std::vector<PedigreeRow> rows{{"f", "", "", Sex::male}, {"m", "", "", Sex::female}};
  for (int k = 0; k < 400; ++k) rows.push_back({"c" + std::to_string(k), "f", "m", Sex::female});
  const Pedigree family = pedigree(rows);
  const Locus l = locus({{"1", 0.1}, {"2", 0.2}, {"3", 0.3}, {"4", 0.4}});
  LocusEvidence known{&l, nullptr, {{0, call(l, "1", "2")}, {1, call(l, "3", "4")}}};
  for (int k = 0; k < 400; ++k) known.observations.push_back({k + 2, call(l, "1", "3")});
  const auto result = pedigree_likelihood(family, known);
  EXPECT_NEAR(result.value().log10(), std::log10(0.04 * 0.24) + 400 * std::log10(0.25), 1e-9);
}

TEST(PedigreeLikelihood, RefusesWhatHasNoMeaning) {
  const Locus x = locus({{"1", 0.5}, {"2", 0.5}}, Inheritance::x_linked);
  const Pedigree one = pedigree({{"x", "", "", Sex::unknown}});
  const auto code = [](const Result<ScaledNumber>& result) { return result.error().code; };
  EXPECT_EQ(code(pedigree_likelihood(one, {&x, nullptr, {{0, call(x, "1", "1")}}})),
            "genetics.sex_needed");
  EXPECT_EQ(code(pedigree_likelihood(trio, {&x, nullptr, {{0, call(x, "1", "2")}}})),
            "genetics.male_heterozygous");
  EXPECT_EQ(code(pedigree_likelihood(trio, {&x, nullptr, {}}, {1.0, {}})), "genetics.theta");
  EXPECT_EQ(code(pedigree_likelihood(trio, {&x, nullptr, {}}, {0.01, {0.1, 0, 0}})),
            "genetics.theta_with_inbreeding");
  EXPECT_EQ(code(pedigree_likelihood(trio, {&x, nullptr, {}}, {0, {1.5, 0, 0}})),
            "genetics.inbreeding");
  EXPECT_EQ(code(linked_likelihood(trio, {&x, nullptr, {}}, {&x, nullptr, {}}, 0.6)),
            "genetics.recombination");
}

// --- against the enumeration of all genotypes
// -----------------------------------------------------

// Both definitions: the enumeration takes the pedigree with the parents that the full one adds.
void check_against_enumeration(const Pedigree& pedigree, const std::vector<LocusEvidence>& loci,
                               double rho, const Population& population, Definition definition) {
  const auto result =
      loci.size() == 1 ? pedigree_likelihood(pedigree, loci[0], population, definition)
                       : linked_likelihood(pedigree, loci[0], loci[1], rho, population, definition);
  if (!result
           .ok()) {  // an urn over two loci may be minutes of work: refused, and never without one
    RC_ASSERT(result.error().code == "genetics.too_complex");
    RC_ASSERT(loci.size() == 2 && population.theta > 0);
    RC_DISCARD("refused");
  }
  const Pedigree complete =
      definition == Definition::full ? pedigree.with_both_parents() : pedigree;
  Population all = population;
  if (!all.inbreeding.empty()) all.inbreeding.resize(static_cast<std::size_t>(complete.size()), 0);
  const double expected = BruteForce(complete, loci, rho, all).likelihood();
  if (expected == 0)
    RC_ASSERT(result.value().is_zero());
  else
    RC_ASSERT(std::abs(result.value().value() / expected - 1) < 1e-11);
}

RC_GTEST_PROP(PedigreeLikelihood, EqualsTheSumOverAllGenotypes, ()) {
  const int alleles = any(1, 4);
  const auto inheritance = any(0, 3) ? Inheritance::autosomal : Inheritance::x_linked;
  const Locus one = any_locus(alleles, inheritance);
  const Pedigree people = any_pedigree(any(1, one.size() > 3 ? 4 : 6));
  RC_PRE(people.with_both_parents().size() <= (one.size() > 3 ? 4 : 6));
  const auto mutation = any_mutation(one);
  const LocusEvidence evidence{&one, mutation ? &*mutation : nullptr,
                               any_observations(people, one)};
  check_against_enumeration(people, {evidence}, 0, any_population(people),
                            any(0, 2) ? Definition::full : Definition::pruned);
}

RC_GTEST_PROP(LinkedLikelihood, EqualsTheSumOverAllHaplotypes, ()) {
  const auto inheritance = any(0, 3) ? Inheritance::autosomal : Inheritance::x_linked;
  const auto two_alleles = [&] {
    const double p = 0.1 + share(0.8);
    return locus({{"8", p}, {"9", 1 - p}}, inheritance);
  };
  const Locus one = two_alleles(), other = two_alleles();
  const Pedigree people = any_pedigree(any(1, 5));
  RC_PRE(people.with_both_parents().size() <= 5);
  const auto changes = any_mutation(one), other_changes = any_mutation(other);
  check_against_enumeration(
      people,
      {{&one, changes ? &*changes : nullptr, any_observations(people, one)},
       {&other, other_changes ? &*other_changes : nullptr, any_observations(people, other)}},
      share(0.5), any_population(people), Definition::full);
}

RC_GTEST_PROP(GenotypeLikelihoods, AreTheLikelihoodWithTheGenotypeAdded, ()) {
  const auto inheritance = any(0, 3) ? Inheritance::autosomal : Inheritance::x_linked;
  const Locus one = any_locus(any(1, 5), inheritance);
  const Pedigree people = any_pedigree(any(1, 7));
  const auto mutation = any_mutation(one);
  const Population population = any_population(people);
  LocusEvidence evidence{&one, mutation ? &*mutation : nullptr, any_observations(people, one)};
  const int person = any(0, people.size());
  const auto table = genotype_likelihoods(people, evidence, person, population).value();
  if (one.silent()) return;  // no call says that an allele is silent
  for (int y = 0; y < one.size(); ++y)
    for (int x = table.one_copy ? y : 0; x <= y; ++x) {
      LocusEvidence more = evidence;
      more.observations.push_back({person, GenotypeCall{x, y}});
      const auto expected = pedigree_likelihood(people, more, population).value();
      const ScaledNumber& found =
          table.value[table.one_copy ? static_cast<std::size_t>(y) : genotype_index(x, y)];
      RC_ASSERT(found.is_zero() == expected.is_zero());
      if (!expected.is_zero()) RC_ASSERT(std::abs((found / expected).value() - 1) < 1e-11);
    }
}

}  // namespace
}  // namespace confronta::genetics
