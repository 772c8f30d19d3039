#include "engine/infer/prior.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::remains;
using test::report;

TEST(IdentityPrior, IsKappaOverWhatIsLeftWhereAllAreEqual) {
  std::vector<TraitTable::Row> reports, bodies;
  for (int i = 0; i < 40; ++i) reports.push_back(report("R:" + std::to_string(i)));
  for (int j = 0; j < 20; ++j) bodies.push_back(remains("B:" + std::to_string(j)));
  const IdentityPrior prior = identity_prior(TraitTable{reports}, TraitTable{bodies}, {});
  EXPECT_NEAR(prior.kappa, 6, 1e-12);  // .3 of 20 remains, less than .3 of 40 reports
  EXPECT_NEAR(prior.lambda(0, 0), 6.0 / (34.0 * 14.0), 1e-12);
  EXPECT_NEAR(prior.pair(0, 0), 6.0 / (40.0 * 20.0), 1e-12);
  double rho = 0, sigma = 0;
  for (const double chance : prior.rho) rho += chance;
  for (const double chance : prior.sigma) sigma += chance;
  EXPECT_NEAR(rho, prior.kappa, 1e-12);
  EXPECT_NEAR(sigma, prior.kappa, 1e-12);
}

TEST(IdentityPrior, KeepsThePersonLocatedAliveComparableAtALowerPrior) {
  const TraitTable reports = test::table_of(
      {report("R:1"), report("R:2").code(Trait::status, "located_alive"),
       report("R:3").code(Trait::status, "located_alive").code(Trait::status, "missing")});
  const TraitTable bodies =
      test::table_of({remains("B:1"), remains("B:2").code(Trait::status, "handed_over")});
  const IdentityPrior prior = identity_prior(reports, bodies, {});
  EXPECT_GT(prior.rho[1], 0);
  EXPECT_LT(prior.rho[1] / prior.rho[0], 0.2);
  EXPECT_EQ(prior.rho[2], prior.rho[0]);  // registers contradict each other: the search goes on
  EXPECT_NEAR(prior.sigma[1] / prior.sigma[0], 0.1, 1e-12);
}

// Of people whose remains the store holds .02 are said to be alive, .03 to be dead. Where every
// fifth report says alive and every hundredth dead, they weigh a tenth and three times of the
// average; where every tenth says dead, three tenths.
TEST(IdentityPrior, WeighsAStatusByHowFreelyItIsWritten) {
  const auto ratios = [](int alive, int dead) {
    std::vector<TraitTable::Row> rows;
    for (int i = 0; i < 10000; ++i) {
      auto row = report("R:" + std::to_string(10000 + i));
      row.code(Trait::status, i < alive          ? "located_alive"
                              : i < alive + dead ? "located_dead"
                                                 : "missing");
      rows.push_back(row);
    }
    const IdentityPrior prior =
        identity_prior(TraitTable{rows}, test::table_of({remains("B:1")}), {});
    return std::array{prior.rho.front() / prior.rho.back(),
                      prior.rho[static_cast<std::size_t>(alive)] / prior.rho.back()};
  };
  const auto rare = ratios(2000, 100);
  EXPECT_NEAR(rare[0], 0.02 / 0.2 / (0.95 / 0.79), 1e-3);
  EXPECT_NEAR(rare[1], 0.03 / 0.01 / (0.95 / 0.79), 0.02);
  const auto frequent = ratios(6000, 1000);
  EXPECT_NEAR(frequent[0], 0.02 / 0.6 / (0.95 / 0.3), 1e-3);
  EXPECT_NEAR(frequent[1], 0.03 / 0.1 / (0.95 / 0.3), 1e-3);
  EXPECT_NEAR(ratios(2000, 1)[1], 3, 1e-12);  // never more than the bound
}

TEST(IdentityPrior, GivesALotAPlaceForEachIndividual) {
  const TraitTable reports = test::table_of({report("R:1"), report("R:2")});
  const TraitTable bodies =
      test::table_of({remains("B:1"), remains("B:2").number(Trait::individuals, 3, 5)});
  const IdentityPrior prior = identity_prior(reports, bodies, {});
  EXPECT_EQ(prior.places, (std::vector<std::uint32_t>{1, 3}));
  EXPECT_NEAR(prior.pair(0, 1), 3 * prior.pair(0, 0), 1e-12);
  EXPECT_NEAR(prior.lambda(0, 1), prior.lambda(0, 0), 1e-12);
}

TEST(IdentityPrior, IsNothingWithoutRows) {
  const TraitTable none;
  EXPECT_EQ(identity_prior(none, test::table_of({remains("B:1")}), {}).kappa, 0);
}

TEST(WithinSidePrior, ExpectsDuplicatesAcrossSourcesMoreThanWithin) {
  std::vector<TraitTable::Row> rows;
  for (int i = 0; i < 30; ++i) rows.push_back(report("A:" + std::to_string(i)));
  for (int i = 0; i < 10; ++i) rows.push_back(report("B:" + std::to_string(i)));
  const TraitTable table{rows};
  const WithinSidePrior prior{Relation::duplicate, table, {}};
  const RowId a = *table.find("A:1"), a2 = *table.find("A:2"), b = *table.find("B:3");
  EXPECT_NEAR(prior.odds(a, a2), 0.005 / 29, 1e-15);
  EXPECT_NEAR(prior.odds(a, b), 0.15 / 30, 1e-15);
  EXPECT_EQ(prior.odds(a, b), prior.odds(b, a));
  EXPECT_EQ(prior.greatest(), prior.odds(a, b));
  EXPECT_NEAR(prior.mean_odds(a), (0.005 + 10 * 0.15 / 30) / 39, 1e-15);
}

// Four parts, ten records that do not say what they are, a hundred whole bodies: what a part has
// lost lies among 3 + 10 x .2 + 100 x .01 rows, not among 113.
TEST(WithinSidePrior, LooksForPartsAmongParts) {
  std::vector<TraitTable::Row> rows;
  const auto add = [&](const std::string& name, int count, const char* kind) {
    for (int i = 0; i < count; ++i) {
      test::RowBuilder row = remains("A:" + name + std::to_string(i));
      if (kind) row.code(Trait::part_kind, kind);
      rows.push_back(row);
    }
  };
  add("part", 4, "segment");
  add("unstated", 10, nullptr);
  add("whole", 100, "complete");
  rows.push_back(remains("A:lot").code(Trait::part_kind, "lot").number(Trait::individuals, 3));
  const TraitTable table{rows};
  const WithinSidePrior prior{Relation::part, table, {}};
  const auto odds = [&](const char* a, const char* b) {
    return prior.odds(*table.find(a), *table.find(b));
  };
  EXPECT_NEAR(odds("A:part0", "A:part1"), 0.5 / 6, 1e-12);
  EXPECT_NEAR(odds("A:part0", "A:unstated1"), 0.5 * 0.2 / (7 - 0.2), 1e-12);
  EXPECT_NEAR(odds("A:whole1", "A:part1"), 0.5 * 0.01 / (7 - 0.01), 1e-12);
  EXPECT_EQ(odds("A:lot", "A:part1"), 0);  // it takes people, it is no one's part
  EXPECT_EQ(prior.greatest(), odds("A:part0", "A:part1"));
  // In one source the mean is the share itself over the others' weights.
  EXPECT_NEAR(prior.mean_odds(*table.find("A:part0")), 0.5 / 6, 1e-12);
  EXPECT_NEAR(prior.mean_odds(*table.find("A:whole0")), 0.01 * 0.5 / 6.99, 1e-12);
}

}  // namespace
}  // namespace confronta
