#include "bench/world/population.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "bench/world/rates.h"
#include "bench/world/vocabulary.h"

namespace confronta::world {
namespace {

class PopulationOf20000 : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    WorldOptions options;
    options.states = 8;
    options.reports = 12000;
    options.remains = 8000;
    population_ = populate(options);
  }
  static double share_of_reports(bool (*holds)(const ReportNote&)) {
    std::size_t n = 0;
    for (const auto& note : population_.reports) n += holds(note);
    return static_cast<double>(n) / static_cast<double>(population_.reports.size());
  }
  static inline Population population_;
};

TEST_F(PopulationOf20000, HoldsExactlyTheRecordsAskedForUnderIdsOfTheirOwn) {
  EXPECT_EQ(population_.reports.size(), 12000U);
  EXPECT_EQ(population_.remains.size(), 8000U);
  std::set<std::string> ids;
  for (const auto& note : population_.reports) ids.insert(note.source + ":" + note.id);
  for (const auto& note : population_.remains) ids.insert(note.source + ":" + note.id);
  EXPECT_EQ(ids.size(), 20000U);
}

TEST_F(PopulationOf20000, AboutThreeBodiesInTenAreReported) {
  std::set<std::int32_t> reported;
  for (const auto& note : population_.reports) reported.insert(note.person);
  std::size_t n = 0;
  for (const auto& note : population_.remains) n += reported.count(note.people[0]);
  EXPECT_NEAR(n / 8000.0, rates::remains_with_report, 0.02);
}

TEST_F(PopulationOf20000, RatesAreThoseStated) {
  // Four standard errors at n = 12,000 and p = 0.1 are 0.011.
  EXPECT_NEAR(share_of_reports([](const ReportNote& n) { return n.event == no_day; }),
              rates::event_date_missing, 0.011);
  EXPECT_NEAR(share_of_reports([](const ReportNote& n) { return n.age == none; }),
              rates::age_missing, 0.008);
  EXPECT_NEAR(share_of_reports([](const ReportNote& n) { return n.sex == none; }),
              rates::sex_unknown, 0.004);
  const double male = share_of_reports([](const ReportNote& n) { return n.sex == 0; });
  EXPECT_GT(male, rates::male_reported - 0.02);  // a mixture of the reported and the dead
  EXPECT_LT(male, rates::male_dead);
}

TEST_F(PopulationOf20000, ThreeQuartersAreFoundInTheStateWhereTheyWereLastSeen) {
  std::map<std::int32_t, int> last_seen;
  for (const auto& note : population_.reports)
    if (note.state != none) last_seen.emplace(note.person, note.state);
  double same = 0, all = 0;
  for (const auto& note : population_.remains)
    if (const auto at = last_seen.find(note.people[0]); at != last_seen.end()) {
      same += at->second == note.true_state;
      ++all;
    }
  // 75 % of residents, 35 % of migrants, less wrong places and registers elsewhere.
  EXPECT_NEAR(same / all, 0.72, 0.04);
}

TEST_F(PopulationOf20000, TattoosOnFreshBodiesAreAsCommonAsInJalisco) {
  double tattooed = 0, fresh = 0;
  for (const auto& note : population_.remains) {
    if (!note.marks_told || note.portion != whole || note.true_condition != 0) continue;
    if (population_.people[note.people[0]].sex != 0) continue;
    ++fresh;
    bool any = false;
    for (const auto& mark : note.marks) any = any || mark.type == tattoo;
    tattooed += any;
  }
  ASSERT_GT(fresh, 800);
  EXPECT_NEAR(tattooed / fresh, 0.466, 0.06);
}

TEST_F(PopulationOf20000, NoSkinMarksOnBones) {
  for (const auto& note : population_.remains) {
    if (note.true_condition == 5 || note.true_condition == 6) {
      EXPECT_TRUE(note.marks.empty()) << note.id;
    }
  }
}

TEST_F(PopulationOf20000, ThePartsOfABodyShowTheMarksOfTheirOwnHalf) {
  std::size_t parts = 0;
  for (const auto& pair : truth_of(population_)) parts += pair.relation == "part";
  EXPECT_NEAR(parts / 8000.0, rates::dismembered, 0.02);
  double own = 0, all = 0;
  for (const auto& note : population_.remains)
    for (const auto& mark : note.marks)
      if (note.portion == lower_half && mark.region != none) {
        own += regions()[mark.region].half == lower_half;
        ++all;
      }
  ASSERT_GT(all, 30);
  EXPECT_GT(own / all, 1 - 2 * rates::mark_region_error);  // the rest: a wrong region written
}

TEST(Population, AWorldOfOneStateKeepsEverybodyInIt) {
  WorldOptions options;
  options.states = 1;
  options.reports = 60;
  options.remains = 40;
  const Population population = populate(options);
  for (const auto& note : population.remains) EXPECT_EQ(note.source, "jalisco-pfsi");
  for (const auto& note : population.reports)
    EXPECT_TRUE(note.source == "jalisco-repd" || note.source == "cnb") << note.source;
}

TEST(Population, FewReportsOrNoneStillMakeAWorld) {
  WorldOptions options;
  options.reports = 0;
  options.remains = 30;
  EXPECT_TRUE(populate(options).reports.empty());
  EXPECT_EQ(populate(options).remains.size(), 30U);
  options.reports = 3;
  EXPECT_EQ(populate(options).reports.size(), 3U);
}

}  // namespace
}  // namespace confronta::world
