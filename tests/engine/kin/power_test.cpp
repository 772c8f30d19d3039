#include "engine/kin/power.h"

#include <gtest/gtest.h>

#include "models/data/allele_tables.h"
#include "tests/models/support/dna.h"

namespace confronta {
namespace {

using genetics::Sex;
using test::Calls;
using test::MadeUpPerson;

/// Heterozygous everywhere, for alleles in the middle of the ladder.
Calls full_profile(std::size_t shift) {
  Calls calls;
  for (const std::string_view locus : loci_of(allele_tables().front())) {
    const auto counts = counts_of(allele_tables().front(), locus);
    const std::size_t middle = counts->alleles.size() / 2;
    calls.push_back(
        {std::string{locus},
         {std::string{counts->alleles[middle - 1].name},
          std::string{counts->alleles[(middle + shift) % counts->alleles.size()].name}}});
  }
  return calls;
}

genetics::Family of(const std::vector<MadeUpPerson>& people) {
  return test::made_up_family("F:1", people, "x", "A:1");
}

genetics::Family uncle_only() {
  return of({{{"gf", "", "", Sex::male}, {}},
             {{"gm", "", "", Sex::female}, {}},
             {{"f", "gf", "gm", Sex::male}, {}},
             {{"uncle", "gf", "gm", Sex::male}, full_profile(0)},
             {{"m", "", "", Sex::female}, {}},
             {{"x", "f", "m", Sex::male}, {}}});
}

FamilyPower power(const genetics::Family& family, PowerOptions options = {}) {
  Progress silent;
  auto powers = power_of({&family}, Parameters{}, ReferenceSet{}, options, silent);
  EXPECT_EQ(powers.size(), 1U);
  return powers.front();
}

TEST(Power, ParentsDecideAndAnUncleDoesNot) {
  const FamilyPower uncle = power(uncle_only());
  const FamilyPower parents = power(of({{{"f", "", "", Sex::male}, full_profile(0)},
                                        {{"m", "", "", Sex::female}, full_profile(1)},
                                        {{"x", "f", "m", Sex::male}, {}}}));
  EXPECT_EQ(uncle.typed, 1U);
  EXPECT_LT(uncle.related.over, 0.5);
  EXPECT_GT(parents.related.over, 0.99);
  EXPECT_LT(parents.unrelated.over, 0.001);
  EXPECT_LT(uncle.related.low, uncle.related.median);
  EXPECT_LT(uncle.related.median, uncle.related.high);
}

TEST(Power, OfAnUnclesFamilyParentsOrChildrenAreAskedFirst) {
  const FamilyPower uncle = power(uncle_only());
  ASSERT_GE(uncle.next.size(), 6U);  // four listed, a sibling, a child
  const std::string best = uncle.next.front().relation;
  EXPECT_TRUE(best == "father" || best == "mother" || best == "child") << best;
  EXPECT_GT(uncle.gain(), 0.5);
  for (std::size_t i = 1; i < uncle.next.size(); ++i)
    EXPECT_GE(uncle.next[i - 1].related.over, uncle.next[i].related.over);
}

TEST(Power, AFamilyWithoutProfilesIsAskedForThem) {
  const FamilyPower nobody =
      power(of({{{"m", "", "", Sex::female}, {}}, {{"x", "", "m", Sex::female}, {}}}));
  EXPECT_EQ(nobody.typed, 0U);
  EXPECT_EQ(nobody.related.over, 0);
  EXPECT_GT(nobody.gain(), 0.3);
}

TEST(Power, IsTheSameForAnyNumberOfThreadsAndMovesLittleWithTheSeed) {
  const genetics::Family one = uncle_only();
  genetics::Family other =
      of({{{"m", "", "", Sex::female}, full_profile(0)}, {{"x", "", "m", Sex::female}, {}}});
  other.id = "F:2";
  Progress silent;
  PowerOptions options;
  options.threads = 1;
  const auto alone = power_of({&one, &other}, Parameters{}, ReferenceSet{}, options, silent);
  options.threads = 3;
  const auto together = power_of({&one, &other}, Parameters{}, ReferenceSet{}, options, silent);
  ASSERT_EQ(alone.size(), together.size());
  for (std::size_t i = 0; i < alone.size(); ++i) {
    EXPECT_EQ(alone[i].related.mean, together[i].related.mean);
    EXPECT_EQ(alone[i].next.front().related.mean, together[i].next.front().related.mean);
  }
  options.seed = 99;
  const auto again = power_of({&one, &other}, Parameters{}, ReferenceSet{}, options, silent);
  EXPECT_NE(alone[0].related.mean, again[0].related.mean);
  EXPECT_NEAR(alone[0].related.over, again[0].related.over, 0.05);
}

}  // namespace
}  // namespace confronta
