#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/stats/age_likelihood.h"
#include "models/stats/day_lags.h"
#include "models/stats/latent_truth.h"
#include "models/stats/portable_math.h"
#include "models/stats/time_alive.h"
#include "models/stats/time_since_death.h"

namespace confronta {
namespace {

// LR of an age against people of all ages as the store's fallback has them.
double lr_at(const std::vector<double>& likelihood, int age, const std::vector<double>& people) {
  const double mean = std::inner_product(likelihood.begin(), likelihood.end(), people.begin(), 0.0);
  return likelihood[static_cast<std::size_t>(age)] / mean;
}

TEST(AgeLikelihood, PhaseFiveAtSixtyFiveIsNotAgainst) {
  // Male Suchey-Brooks phase V is 45.6 +- 10.4 years, published range 27-66. Its density at 65
  // looks like evidence against (.44); over the ages of its own reference sample it is neutral
  // (1.04).
  const AgeLikelihood ages{Parameters{}};
  const auto people = ages.fallback();
  std::vector<double> uncorrected;
  for (int age = 0; age < age_count; ++age)
    uncorrected.push_back(normal_density(age + 0.5, 45.6, 10.4));
  EXPECT_NEAR(lr_at(uncorrected, 65, people), 0.44, 0.15);
  EXPECT_NEAR(lr_at(ages.opinion("pubic_symphysis", 27, 66), 65, people), 1.04, 0.25);
}

TEST(AgeLikelihood, FortyThreeIsPossibleForASkeletonOf31To35) {
  const AgeLikelihood ages{Parameters{}};
  const auto people = ages.fallback();
  EXPECT_GT(lr_at(ages.opinion("skeletal", 31, 35), 43, people), 0.6);
  EXPECT_GT(lr_at(ages.opinion("unknown_method", 31, 35), 43, people), 0.6);
  EXPECT_GT(lr_at(ages.opinion("", 31, 35), 43, people), 0.6);
  EXPECT_LT(lr_at(ages.opinion("soft_tissue", 31, 35), 43, people), 0.75);
  EXPECT_GT(lr_at(ages.opinion("soft_tissue", 31, 35), 33, people), 1.8);
}

TEST(AgeLikelihood, AnOpinionHasTheSpreadThatItsMethodDeserves) {
  const AgeLikelihood ages{Parameters{}};
  for (const char* method : {"skeletal", "unknown_method", "rib"}) {
    auto likelihood = ages.opinion(method, 38, 42);
    double mass = 0, mean = 0, square = 0;
    for (int a = 0; a < age_count; ++a) {
      mass += likelihood[static_cast<std::size_t>(a)];
      mean += likelihood[static_cast<std::size_t>(a)] * (a + 0.5);
      square += likelihood[static_cast<std::size_t>(a)] * (a + 0.5) * (a + 0.5);
    }
    EXPECT_GE(std::sqrt(square / mass - mean * mean / mass / mass), 8) << method;
  }
}

TEST(AgeLikelihood, AStatedAgeErrsAsMeasured) {
  const AgeLikelihood ages{Parameters{}};
  const auto stated = ages.stated(34, 34);
  EXPECT_NEAR(stated[34], 0.853, 1e-3);
  EXPECT_NEAR(stated[33], 0.065, 1e-3);  // recorded one year too old
  EXPECT_NEAR(stated[35], 0.012, 1e-3);
  EXPECT_GT(stated[90], 0);
  EXPECT_NEAR(ages.born_between(34, 34)[34], 0.947 + 0.053 * 0.853, 1e-3);
}

TEST(AgeLikelihood, FarBandsAndAgesStayFinite) {
  const AgeLikelihood ages{Parameters{}};
  for (const auto& [low, high] : {std::pair{0.0, 0.0}, {18.0, 99.0}, {60.0, 120.0}, {150.0, 150.0}})
    for (const char* method : {"", "soft_tissue", "stated", "teeth"}) {
      double most = 0;
      for (const double l : ages.opinion(method, low, high)) {
        EXPECT_TRUE(std::isfinite(l));
        EXPECT_GT(l, 0);
        most = std::max(most, l);
      }
      EXPECT_GT(most, 0);
    }
}

TEST(LagGrid, HoldsEveryDayOnce) {
  const LagGrid& grid = LagGrid::instance();
  for (std::int32_t day = -15000; day < 20000; ++day) {
    const std::size_t cell = grid.cell(day);
    ASSERT_LT(cell, grid.count());
    ASSERT_LE(grid.edge(cell), day);
    ASSERT_LT(day, grid.edge(cell + 1));
  }
  EXPECT_EQ(grid.cell(-15001), grid.count());
  EXPECT_EQ(grid.cell(100000), grid.count());
  EXPECT_EQ(grid.width(grid.cell(3)), 1);
}

TEST(LagDensity, SmearingKeepsTheMass) {
  const LagGrid& grid = LagGrid::instance();
  std::vector<double> per_day(grid.count(), 0);
  per_day[grid.cell(5)] = 0.5;
  per_day[grid.cell(40)] = 0.5 / grid.width(grid.cell(40));
  const LagDensity density{per_day};
  EXPECT_NEAR(density.mass(-1000, 1000), 1, 1e-12);
  EXPECT_NEAR(density.mass(5, 6), 0.5, 1e-12);
  const LagDensity smeared = density.smeared({{-3, 3, 0.5}, {0, 0, 0.5}});
  EXPECT_NEAR(smeared.mass(-1000, 1000), 1, 0.01);
  EXPECT_NEAR(smeared.at(grid.cell(5)), 0.25 + 0.25 / 7, 0.01);
}

TEST(DateSpread, GivesEachDayItsShare) {
  const auto boxes = DateSpread{0.90, 0.04, 0.03, 0.02, 0.01}.boxes();
  double all = 0;
  for (const DayBox& box : boxes) all += box.weight;
  EXPECT_NEAR(all, 1, 1e-12);
  EXPECT_EQ(boxes.front().weight, 0.90);
}

TEST(QuarterDensity, IntegratesToOneOverItsPeriod) {
  const QuarterDensity density{{{2019 * 4, 0.25}, {2020 * 4 + 3, 0.75}}, 0.1};
  EXPECT_EQ(QuarterDensity::quarter_of(*parse_iso_date("2019-03-31")), 2019 * 4);
  EXPECT_EQ(QuarterDensity::quarter_of(*parse_iso_date("2019-04-01")), 2019 * 4 + 1);
  double sum = 0;
  for (Day day = *parse_iso_date("2019-01-01"); day <= *parse_iso_date("2020-12-31"); ++day)
    sum += density.at(day);
  EXPECT_NEAR(sum, 1, 0.01);
}

TEST(AgeLikelihood, AChildsAgeIsKnownBetterThanAnAdults) {
  const AgeLikelihood ages{Parameters{}};
  const auto child = ages.opinion("", 6, 11);
  const auto adult = ages.opinion("", 36, 41);
  EXPECT_LT(child[16], child[9] / 100);
  EXPECT_GT(adult[46], adult[39] / 5);
}

TEST(TimeAlive, SplitsIntoBandsAndBirthdays) {
  const TimeAlive alive{Parameters{}};
  double all = 0, at_once = 0;
  for (const auto& point : alive.points()) {
    all += point.weight;
    if (point.days < 8) at_once += point.weight;
  }
  EXPECT_NEAR(all, 1, 1e-9);
  EXPECT_NEAR(at_once, 0.6 + 0.25 * (1 - std::exp(-8.0 / 180)) + 0.15 * (1 - std::exp(-8.0 / 2000)),
              2e-3);
  EXPECT_GT(alive.birthdays(0)[0], 0.9);
  EXPECT_GT(alive.birthdays(3)[2] + alive.birthdays(3)[3] + alive.birthdays(3)[4],
            0.99);  // two to four years
}

TEST(IntervalLikelihood, StatementsAndGradesPointAtTheirTimes) {
  const IntervalLikelihood intervals{Parameters{}};
  const auto edges = interval_edges();
  const auto most_likely = [&](const std::vector<double>& l) {
    return edges[static_cast<std::size_t>(std::max_element(l.begin(), l.end()) - l.begin())];
  };
  const double weeks = most_likely(intervals.stated(14, 30));
  EXPECT_GE(weeks, 10);
  EXPECT_LE(weeks, 30);
  EXPECT_EQ(most_likely(intervals.condition("fleshed")), 0);
  EXPECT_GE(most_likely(intervals.condition("degraded_bone")), 3650);
  EXPECT_EQ(intervals.condition("burnt"), std::vector<double>(interval_cells, 1.0));
  double all = 0;
  for (const double share : intervals.fallback()) all += share;
  EXPECT_NEAR(all, 1, 1e-12);
  EXPECT_EQ(nearest_interval_edge(29), 30);
}

TEST(IntervalLikelihood, FarFromAStatementOnlyASlipIsLeft) {
  const Parameters parameters;
  const IntervalLikelihood intervals{parameters};
  const double slip = parameters["dates.interval_slip"];
  for (const auto& seen : {intervals.stated(90, 180), intervals.condition("degraded_bone")}) {
    EXPECT_NEAR(dot(intervals.fallback(), seen), 1, 1e-12);
    EXPECT_GT(seen[3], slip);  // dead for three days
    EXPECT_LT(seen[3], slip + 0.015);
  }
}

}  // namespace
}  // namespace confronta
