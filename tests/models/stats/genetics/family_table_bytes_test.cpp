#include "models/stats/genetics/family_table_bytes.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <rapidcheck/gtest.h>

#include <cmath>
#include <cstring>

#include "tests/models/stats/genetics/support/generators.h"

namespace confronta::genetics {
namespace {

using namespace test;  // NOLINT(*-using-namespace)

FamilyTable::Numbers numbers_of_two() {
  FamilyTable::Numbers numbers;
  numbers.family = ScaledNumber(0.75, -1000);
  numbers.related = {0.5, 0, 0.125};
  numbers.unrelated = {0.25, 0.375, 0.1};
  for (std::size_t g = 0; g < 3; ++g)
    numbers.ratios.push_back(numbers.related[g] / numbers.unrelated[g]);
  return numbers;
}

bool equal(const FamilyTable::Numbers& a, const FamilyTable::Numbers& b) {
  return a.one_copy == b.one_copy && a.family.mantissa() == b.family.mantissa() &&
         a.family.exponent() == b.family.exponent() && a.related == b.related &&
         a.unrelated == b.unrelated && a.ratios == b.ratios;
}

TEST(FamilyTableBytes, AreTheNumbersLowestByteFirst) {
  const auto bytes = bytes_of(numbers_of_two());
  ASSERT_TRUE(bytes.has_value());
  ASSERT_EQ(bytes->size(), 24U + 16 * 3);
  EXPECT_EQ(bytes->substr(0, 8), std::string(8, '\0'));
  EXPECT_EQ(bytes->substr(8, 8), std::string("\0\0\0\0\0\0\xe8\x3f", 8));  // 0.75
  EXPECT_TRUE(equal(numbers_of(*bytes, 2).value(), numbers_of_two()));
}

RC_GTEST_PROP(FamilyTableBytes, ComeBackBitByBit, ()) {
  const auto inheritance = any(0, 3) ? Inheritance::autosomal : Inheritance::x_linked;
  const Locus l = any_locus(any(1, 5), inheritance);
  const Pedigree family = any_pedigree(any(1, 6));
  const auto mutation = any_mutation(l);
  const LocusEvidence evidence{&l, mutation ? &*mutation : nullptr, any_observations(family, l)};
  const auto table =
      FamilyTable::make(family, evidence, any(0, family.size()), any_population(family));
  if (!table.ok()) return;
  const auto bytes = bytes_of(*table.value().numbers());
  RC_ASSERT(bytes.has_value());
  const auto back = numbers_of(*bytes, l.size());
  RC_ASSERT(back.has_value());
  RC_ASSERT(equal(*back, *table.value().numbers()));
}

TEST(FamilyTableBytes, OfAnotherLengthAreRefused) {
  const std::string bytes = *bytes_of(numbers_of_two());
  for (std::size_t length = 0; length < bytes.size(); ++length)
    EXPECT_FALSE(numbers_of(std::string_view{bytes}.substr(0, length), 2)) << length;
  EXPECT_FALSE(numbers_of(bytes + '\0', 2));
  EXPECT_FALSE(numbers_of(bytes, 1));
  EXPECT_FALSE(numbers_of(bytes, 3));
}

TEST(FamilyTableBytes, WithANumberThatNoTableHasAreRefused) {
  const std::string good = *bytes_of(numbers_of_two());
  const auto with = [&](std::size_t at, double number) {
    std::string bytes = good;
    std::memcpy(bytes.data() + at, &number, sizeof number);  // as on a machine of low bytes first
    return numbers_of(bytes, 2).has_value();
  };
  EXPECT_TRUE(with(24, 0.25));
  EXPECT_FALSE(with(24, -0.25));
  EXPECT_FALSE(with(24, std::nan("")));
  EXPECT_FALSE(with(24, HUGE_VAL));
  EXPECT_FALSE(with(48, 0)) << "nobody is impossible";
  EXPECT_FALSE(with(8, 0)) << "nor is a family that has a table";
  std::string copies = good;
  copies[0] = 2;
  EXPECT_FALSE(numbers_of(copies, 2));
}

TEST(FamilyTableBytes, AreNotGivenForRatiosThatTheyWouldLose) {
  FamilyTable::Numbers numbers = numbers_of_two();
  numbers.ratios[0] *= 1 + 1e-15;
  EXPECT_FALSE(bytes_of(numbers).has_value());
}

}  // namespace
}  // namespace confronta::genetics
