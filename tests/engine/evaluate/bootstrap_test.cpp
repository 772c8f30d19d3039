#include "engine/evaluate/bootstrap.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace confronta {
namespace {

TEST(Bootstrap, HalfOfAHundredPersonsHasTheBinomialInterval) {
  std::vector<PersonRatio> persons(100);
  for (std::size_t i = 0; i < persons.size(); ++i) persons[i] = {i % 2 == 0 ? 1.0 : 0.0, 1};
  const auto interval = bootstrap_ratio(persons);
  // 0.5 +- 1.96 sqrt(0.25 / 100) = 0.402 .. 0.598; a thousand replicates sway by about 0.01.
  EXPECT_NEAR(interval.low, 0.402, 0.02);
  EXPECT_NEAR(interval.high, 0.598, 0.02);
}

TEST(Bootstrap, PersonsAreDrawnNotPairs) {
  // Ten persons of ten pairs each, all found or none: as wide as ten coins, not as a hundred.
  std::vector<PersonRatio> persons(10);
  for (std::size_t i = 0; i < persons.size(); ++i) persons[i] = {i % 2 == 0 ? 10.0 : 0.0, 10};
  const auto interval = bootstrap_ratio(persons);
  EXPECT_LE(interval.low, 0.2);
  EXPECT_GE(interval.high, 0.8);
}

TEST(Bootstrap, DrawsAsManyAsThereAreAndTheSameEachTime) {
  const auto draw = [](std::uint64_t seed) {
    std::vector<std::uint32_t> first;
    bootstrap(
        50,
        [&](std::span<const std::uint32_t> drawn) {
          EXPECT_EQ(std::accumulate(drawn.begin(), drawn.end(), 0U), 50U);
          if (first.empty()) first.assign(drawn.begin(), drawn.end());
          return 0.0;
        },
        0.95, 20, seed);
    return first;
  };
  EXPECT_EQ(draw(1), draw(1));
  EXPECT_NE(draw(1), draw(2));
}

TEST(Bootstrap, NoPersonsOrNoFiniteValueIsUnknown) {
  EXPECT_TRUE(std::isnan(bootstrap_ratio({}).low));
  EXPECT_TRUE(std::isnan(bootstrap_ratio(std::vector<PersonRatio>{{0, 0}, {0, 0}}).high));
}

}  // namespace
}  // namespace confronta
