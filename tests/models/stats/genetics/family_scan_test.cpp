#include "models/stats/genetics/family_scan.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <rapidcheck/gtest.h>
#include <algorithm>
#include <cmath>

#include "tests/models/stats/genetics/support/generators.h"

namespace confronta::genetics {
namespace {

using namespace test;  // NOLINT(*-using-namespace)

using Profile = std::vector<std::optional<Call>>;

// A missing son, his father typed: father 1/1 at every locus, theta 0, no mutation.
struct Paternity {
  Locus shared;
  std::vector<FamilyTable> tables;
  ProfileClasses profiles;

  Paternity(Locus locus, std::size_t loci)
      : shared(std::move(locus)),
        profiles(ProfileClasses::make(std::vector<const Locus*>(loci, &shared)).value()) {
    const Pedigree family = pedigree({{"f", "", "", Sex::male}, {"son", "f", "", Sex::male}});
    const auto table = FamilyTable::make(family, {&shared, nullptr, {{0, GenotypeCall{0, 0}}}}, 1);
    tables.assign(loci, table.value());
  }

  std::vector<Score> totals() const {
    const auto scan = FamilyScan::make(profiles, tables).value();
    std::vector<Score> all(scan.size());
    scan.totals(0, all);
    return all;
  }
};

Locus three_alleles() { return locus({{"1", 0.1}, {"2", 0.2}, {"3", 0.7}}); }

// The son is 1/1: LR 1/p = 10 a locus, one ban; 1/2: .5/p = 5; and a locus that is not typed says
// nothing. Six loci are one group of four and two more.
TEST(FamilyScan, AddsTheLoci) {
  Paternity p(three_alleles(), 6);
  const Call same = GenotypeCall{0, 0}, half = GenotypeCall{0, 1};
  p.profiles.add(Profile(6, same)).value();
  p.profiles.add(Profile{same, half, std::nullopt, half, same, std::nullopt}).value();
  p.profiles.add(Profile(6)).value();
  const auto totals = p.totals();
  EXPECT_EQ(totals[0], Score::from_log10(6));
  const Score five = Score::from_log10(std::log10(5.0));
  EXPECT_EQ(totals[1], Score::from_log10(2) + five + five);
  EXPECT_EQ(totals[2], Score{});
}

// A single peak 3 with drop-out d: the son may be 1/3 and the 1 was lost.
TEST(FamilyScan, SumsOverWhatDropOutMayHide) {
  Paternity p(three_alleles(), 1);
  constexpr double d = 0.3;
  p.profiles.add(Profile{DetectedAlleles{{2}, d, 0}}).value();
  p.profiles.add(Profile{GenotypeCall{2, not_called}}).value();
  const double peak = 0.7 * d * (1 - d) / (0.49 * (1 - d * d) + 2 * 0.7 * 0.3 * d * (1 - d));
  const double partial = 0.7 / (0.49 + 2 * 0.7 * 0.3);  // 3/-: 1/3 over all with a 3
  const auto totals = p.totals();
  EXPECT_EQ(totals[0], Score::from_log10(std::log10(peak)));
  EXPECT_EQ(totals[1], Score::from_log10(std::log10(partial)));
}

// One locus that excludes outweighs any support, and so do hundreds, which must not wrap around.
TEST(FamilyScan, WhatIsImpossibleAtOneLocusIsImpossible) {
  Paternity p(three_alleles(), 401);
  Profile supported(401, GenotypeCall{0, 0});
  p.profiles.add(supported).value();
  for (const std::size_t at : {std::size_t{0}, std::size_t{200}, std::size_t{400}}) {
    Profile excluded = supported;
    excluded[at] = GenotypeCall{1, 2};
    p.profiles.add(excluded).value();
  }
  Profile excluded_by_400(401, GenotypeCall{1, 1});  // 400 * 2^28 is 0 in 32 bits
  excluded_by_400[0] = GenotypeCall{0, 0};
  p.profiles.add(excluded_by_400).value();
  const auto totals = p.totals();
  EXPECT_EQ(totals[0], Score::from_log10(401));
  for (std::size_t k = 1; k < totals.size(); ++k) EXPECT_EQ(totals[k], FamilyScan::impossible);
}

// An allele of frequency 1e-100 in father and son: 100 bans a locus.
TEST(FamilyScan, RefusesWhatItsRangeCannotHold) {
  for (const std::size_t loci : {std::size_t{40}, std::size_t{41}}) {
    Paternity p(locus({{"1", 1e-100}, {"2", 1}}), loci);
    p.profiles.add(Profile(loci, GenotypeCall{0, 0})).value();
    const auto scan = FamilyScan::make(p.profiles, p.tables);
    ASSERT_EQ(scan.ok(), loci == 40);
    if (loci == 41) {
      EXPECT_EQ(scan.error().code, "genetics.scan_range");
    }
  }
}

// Profiles are worked through a few thousand at a time.
TEST(FamilyScan, APartOfTheProfilesIsTheSamePartOfAll) {
  Paternity p(three_alleles(), 5);
  for (int k = 0; k < 5000; ++k) {
    Profile profile;
    for (int at = 0; at < 5; ++at) profile.push_back(GenotypeCall{0, (k >> at) % 3});
    p.profiles.add(profile).value();
  }
  const auto all = p.totals();
  const auto scan = FamilyScan::make(p.profiles, p.tables).value();
  std::vector<Score> part(3001);
  scan.totals(1999, part);
  EXPECT_TRUE(std::equal(part.begin(), part.end(), all.begin() + 1999));
  const Score five = Score::from_log10(std::log10(5.0));  // of 1/2 and of 1/3
  EXPECT_EQ(all[1], Score::from_log10(4) + five);         // 1/2 at the first, then 1/1 four times
  EXPECT_EQ(all[4096], five + five + five + five + five);
}

// Profiles that came later have classes of which the family was not asked.
TEST(FamilyScan, SeesTheProfilesThatThereWere) {
  Paternity p(three_alleles(), 1);
  p.profiles.add(Profile{GenotypeCall{0, 0}}).value();
  const auto scan = FamilyScan::make(p.profiles, p.tables).value();
  p.profiles.add(Profile{GenotypeCall{0, 1}}).value();
  EXPECT_EQ(scan.size(), 1U);
  Score total;
  scan.totals(0, {&total, 1});
  EXPECT_EQ(total, Score::from_log10(1));
}

RC_GTEST_PROP(FamilyScan, EqualsTheTablesCallByCall, ()) {
  const Pedigree family = any_pedigree(any(1, 5));
  const Population population = any_population(family);
  const int missing = any(0, family.size());
  std::vector<Locus> loci;
  std::vector<std::optional<Mutation>> mutations;
  for (int k = any(1, 10); k > 0; --k) loci.push_back(any_locus(any(1, 5), Inheritance::autosomal));
  for (const Locus& l : loci) mutations.push_back(any_mutation(l));
  std::vector<FamilyTable> tables;
  std::vector<const Locus*> places;
  for (std::size_t at = 0; at < loci.size(); ++at) {
    const LocusEvidence evidence{&loci[at], mutations[at] ? &*mutations[at] : nullptr,
                                 any_observations(family, loci[at])};
    const auto table = FamilyTable::make(family, evidence, missing, population);
    if (!table.ok()) continue;  // it contradicts itself
    tables.push_back(table.value());
    places.push_back(&loci[at]);
  }
  auto profiles = ProfileClasses::make(places).value();
  std::vector<Profile> kept;
  for (int k = 0; k < 20; ++k) {
    Profile profile;
    for (const Locus* l : places)
      profile.push_back(any(0, 5) == 0 ? std::nullopt : std::optional(any_call(*l, false)));
    if (profiles.add(profile).ok()) kept.push_back(profile);
  }
  const auto scan = FamilyScan::make(profiles, tables).value();
  std::vector<Score> totals(scan.size());
  scan.totals(0, totals);
  RC_ASSERT(totals.size() == kept.size());
  for (std::size_t r = 0; r < kept.size(); ++r) {
    bool possible = true;
    double log10_lr = 0;
    for (std::size_t at = 0; at < tables.size(); ++at) {
      if (!kept[r][at]) continue;
      const double ratio = tables[at].likelihood_ratio(*kept[r][at]).value();
      if (ratio == 0) possible = false;
      if (possible) log10_lr += std::log10(ratio);
    }
    RC_ASSERT((totals[r] == FamilyScan::impossible) == !possible);
    const double off_by = std::abs(totals[r].log10() - log10_lr) * Score::units_per_ban;
    if (possible) RC_ASSERT(off_by <= static_cast<double>(tables.size()) / 2 + 1e-3);
  }
}

}  // namespace
}  // namespace confronta::genetics
