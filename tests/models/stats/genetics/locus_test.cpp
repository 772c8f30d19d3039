#include "models/stats/genetics/locus.h"

#include <gtest/gtest.h>

#include <limits>

namespace confronta::genetics {
namespace {

TEST(Locus, OrdersItsLadderByRepeatNumber) {
  const Locus locus =
      Locus::make("TH01", {{"10", 0.2}, {"9.3", 0.3}, {"9", 0.1}, {"OL", 0.4}}).value();
  EXPECT_EQ(locus.alleles(), (std::vector<std::string>{"9", "9.3", "10", "OL"}));
  EXPECT_EQ(locus.find("9.3"), 1);
  EXPECT_FALSE(locus.find("11").has_value());
  EXPECT_EQ(locus.frequency(2), 0.2);
}

TEST(Locus, TakesARareAlleleWithoutTouchingTheOthers) {
  const Locus locus = Locus::make("L", {{"8", 0.5}, {"10", 0.5}}).value();
  const Locus more = locus.with_silent_allele(0.2).value().with_rare_allele("9", 0.01).value();
  EXPECT_EQ(more.alleles(), (std::vector<std::string>{"8", "9", "10"}));
  EXPECT_DOUBLE_EQ(more.frequency(1), 0.01 * 0.8);
  EXPECT_DOUBLE_EQ(more.frequency(2), 0.4);
  EXPECT_EQ(more.silent(), 3);
  EXPECT_EQ(more.with_rare_allele("9", 0.01).error().code, "genetics.allele_twice");
}

TEST(Locus, RefusesATableThatIsNone) {
  const auto code = [](Locus::Frequencies table) {
    return Locus::make("L", std::move(table)).error().code;
  };
  EXPECT_EQ(code({{"8", 0.5}, {"9", 0.4}}), "genetics.frequency_sum");
  EXPECT_EQ(code({}), "genetics.frequency_sum");
  EXPECT_EQ(code({{"8", 0.5}, {"8", 0.5}}), "genetics.allele_twice");
  EXPECT_EQ(code({{"8", 0.0}, {"9", 1.0}}), "genetics.frequency");
  EXPECT_EQ(code({{"8", std::numeric_limits<double>::quiet_NaN()}}), "genetics.frequency");
}

TEST(RareAllele, IsFiveCopiesAndNeverLessThanTheMinimum) {
  EXPECT_DOUBLE_EQ(rare_allele_frequency(472, 0.001), 5.0 / 472);
  EXPECT_DOUBLE_EQ(rare_allele_frequency(100000, 0.001), 0.001);
  EXPECT_DOUBLE_EQ(rare_allele_frequency(0, 0.001), 0.001);
}

}  // namespace
}  // namespace confronta::genetics
