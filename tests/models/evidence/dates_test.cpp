#include <gtest/gtest.h>

#include <array>

#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::lr_of;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;

std::string day(int year, int number) { return iso_date(*day_of(year, 1, 1) + number); }

TEST(Dates, FindingBeforeTheEventIsAgainstButNeverExcludes) {
  const auto left = table_of({report("A:1").date(Trait::event_date, "2019-03-10")});
  const auto right = table_of({remains("B:1").date(Trait::found_date, "2019-03-14"),
                               remains("B:2").date(Trait::found_date, "2019-03-09"),
                               remains("B:3").date(Trait::found_date, "2015-03-10"),
                               remains("B:4").date(Trait::found_date, "2024-03-10")});
  const auto model = test::prepare_with("dates", Relation::identity, left, right, {});
  EXPECT_GT(lr_of(*model.evidence, 0, 0), 10);
  EXPECT_LT(score_of(*model.evidence, 0, 1), score_of(*model.evidence, 0, 0));
  EXPECT_GT(score_of(*model.evidence, 0, 1), score_of(*model.evidence, 0, 2));
  // Wrong altogether in 1 %: nothing else explains a finding four years before.
  EXPECT_NEAR(lr_of(*model.evidence, 0, 2), 0.01, 1e-4);
  EXPECT_GT(score_of(*model.evidence, 0, 3), score_of(*model.evidence, 0, 2));
  EXPECT_EQ(model.evidence->explain(0, 1).details.front().reason, "dates.found_before");
  EXPECT_EQ(model.evidence->explain(0, 0).details.front().arguments.back(), "4");
}

TEST(Dates, AShortTimeSinceDeathSpeaksAgainstAnOldEvent) {
  const auto left = table_of({report("A:1").date(Trait::event_date, "2014-05-01"),
                              report("A:2").date(Trait::event_date, "2019-02-20")});
  const auto right = table_of(
      {remains("B:1")
           .date(Trait::found_date, "2019-03-01")
           .number(Trait::post_mortem_interval, 5, 14),
       remains("B:2").date(Trait::found_date, "2019-03-01").code(Trait::condition, "degraded_bone"),
       remains("B:3").date(Trait::found_date, "2019-03-01")});
  const auto model = test::prepare_with("dates", Relation::identity, left, right, {});
  EXPECT_LT(score_of(*model.evidence, 0, 0), score_of(*model.evidence, 0, 2));
  EXPECT_GT(score_of(*model.evidence, 0, 1), score_of(*model.evidence, 0, 2));
  EXPECT_GT(score_of(*model.evidence, 1, 0), score_of(*model.evidence, 1, 2));
  EXPECT_LT(score_of(*model.evidence, 1, 1), score_of(*model.evidence, 1, 2));
}

TEST(Dates, ASkeletonIsNotOfAPersonSeenThreeDaysAgo) {
  // Most people who die are found within days, but not as bones of months.
  const auto left = table_of({report("A:1").date(Trait::event_date, "2019-02-26"),
                              report("A:2").date(Trait::event_date, "2018-11-01")});
  const auto bones = [](const char* id) {
    return remains(id).date(Trait::found_date, "2019-03-01");
  };
  const auto right = table_of({bones("B:1").number(Trait::post_mortem_interval, 90, 180),
                               bones("B:2").code(Trait::condition, "degraded_bone"), bones("B:3")});
  const auto model = test::prepare_with("dates", Relation::identity, left, right, {});
  EXPECT_LT(lr_of(*model.evidence, 0, 0), lr_of(*model.evidence, 0, 2) / 50);
  EXPECT_GT(lr_of(*model.evidence, 1, 0), 5);
  EXPECT_LT(score_of(*model.evidence, 0, 1), score_of(*model.evidence, 1, 1));
}

TEST(Dates, TimeAliveEntersOnceForDatesAndAge) {
  // Twelve years after the event, fresh: who is 20 when last seen is now 32.
  const auto left =
      table_of({report("A:1").date(Trait::event_date, "2008-01-10").number(Trait::age, 20)});
  const auto body = [](std::string id, double age) {
    return remains(std::move(id))
        .date(Trait::found_date, "2020-01-20")
        .number(Trait::post_mortem_interval, 1, 3)
        .number(Trait::age, age, age + 1)
        .code(Trait::age_method, "soft_tissue");
  };
  const auto right = table_of({body("B:1", 20), body("B:2", 32)});
  const auto model = test::prepare_with("dates", Relation::identity, left, right, {});
  EXPECT_GT(score_of(*model.evidence, 0, 1), score_of(*model.evidence, 0, 0));
}

TEST(Dates, AnUndatedReportStillComparesAges) {
  const auto left = table_of({report("A:1").number(Trait::age, 33),
                              report("A:2").state(Trait::event_date, ObservationState::unknown)});
  const auto right = table_of({remains("B:1")
                                   .date(Trait::found_date, "2019-03-14")
                                   .number(Trait::age, 31, 35)
                                   .code(Trait::age_method, "soft_tissue"),
                               remains("B:2").date(Trait::found_date, "2019-03-14")});
  const auto model = test::prepare_with("dates", Relation::identity, left, right, {});
  EXPECT_GT(lr_of(*model.evidence, 0, 0), 2);
  EXPECT_EQ(score_of(*model.evidence, 0, 1), Score{});
  EXPECT_EQ(score_of(*model.evidence, 1, 0), Score{});
  EXPECT_EQ(model.evidence->explain(1, 1).state, ObservationState::unknown);
  EXPECT_EQ(model.evidence->explain(1, 1).reason, "evidence.missing");
}

TEST(Dates, TheDateOfReportStandsForAMissingEvent) {
  const auto left = table_of({report("A:1").date(Trait::report_date, "2019-03-12"),
                              report("A:2").date(Trait::event_date, "2019-03-07")});
  const auto right = table_of({remains("B:1").date(Trait::found_date, "2019-03-14"),
                               remains("B:2").date(Trait::found_date, "2012-03-14")});
  const auto model = test::prepare_with("dates", Relation::identity, left, right, {});
  EXPECT_GT(score_of(*model.evidence, 0, 0), Score{});
  EXPECT_LT(score_of(*model.evidence, 0, 0), score_of(*model.evidence, 1, 0));
  // A report may follow its event by years: the finding before it is less contradictory.
  EXPECT_GT(score_of(*model.evidence, 0, 1), score_of(*model.evidence, 1, 1));
}

TEST(Dates, BirthDatesOnBothSidesAreComparedDirectly) {
  const auto left = table_of({report("A:1").date(Trait::birth_date, "1990-05-17"),
                              report("A:2").date(Trait::birth_date, "1971-11-02")});
  const auto right = table_of({remains("B:1").date(Trait::birth_date, "1990-05-17")});
  const auto model = test::prepare_with("dates", Relation::identity, left, right, {});
  EXPECT_GT(lr_of(*model.evidence, 0, 0), 1000);
  EXPECT_NEAR(lr_of(*model.evidence, 1, 0), 0.015, 1e-3);
}

TEST(Dates, ADuplicateReportHasTheSameDayAndAge) {
  const auto reports =
      table_of({report("A:1").date(Trait::event_date, "2019-03-10").number(Trait::age, 33),
                report("A:2").date(Trait::event_date, "2019-03-10").number(Trait::age, 34),
                report("A:3").date(Trait::event_date, "2016-08-01").number(Trait::age, 61),
                report("A:4").date(Trait::event_date, "2019-03-01", "2019-03-31")});
  const auto model = test::prepare_with("dates", Relation::duplicate, reports, reports, {});
  // Same day: .97 x .906 over the sum of shares, over one day in twenty years, and 3 % unrelated.
  const double same = 0.97 * 0.906 / 0.9914 * 20 * days_per_year + 0.03;
  const Finding pair = model.evidence->explain(0, 1);
  EXPECT_NEAR(pair.details.front().score.log10(), portable_log10(same), 1e-3);
  EXPECT_GT(pair.details.back().score, Score{});
  EXPECT_LT(score_of(*model.evidence, 0, 2), Score::from_log10(-1.5));
  EXPECT_GT(score_of(*model.evidence, 0, 3), Score{});
  EXPECT_LT(score_of(*model.evidence, 0, 3), pair.details.front().score);
  for (RowId l = 0; l < 4; ++l)
    for (RowId r = 0; r < 4; ++r)
      EXPECT_NEAR(score_of(*model.evidence, l, r).units, score_of(*model.evidence, r, l).units, 1);
  test::expect_explained(*model.evidence, reports, reports, true);
}

TEST(Dates, OneBodyInTwoRegistersKeepsItsDeath) {
  const auto body = [](std::string id, std::string_view found, double low, double high) {
    return remains(std::move(id))
        .date(Trait::found_date, found)
        .number(Trait::post_mortem_interval, low, high);
  };
  const auto bodies =
      table_of({body("B:1", "2019-03-01", 1, 3), body("B:2", "2019-03-01", 1, 4),
                body("B:3", "2019-03-01", 365, 730), body("B:4", "2019-09-01", 150, 210)});
  const auto model = test::prepare_with("dates", Relation::same_body, bodies, bodies, {});
  EXPECT_GT(score_of(*model.evidence, 0, 1), score_of(*model.evidence, 0, 2));
  // Half a year later and half a year dead fits a death in March better than one a year before.
  const auto parts = test::prepare_with("dates", Relation::part, bodies, bodies, {});
  EXPECT_GT(score_of(*parts.evidence, 0, 3), score_of(*parts.evidence, 2, 3));
  test::expect_explained(*model.evidence, bodies, bodies, true);
}

// Random stores; their dates, conditions and ages are independent of each other, as the denominator
// assumes.
class DatesReference : public ::testing::Test {
 protected:
  static TraitTable bodies(std::size_t count) {
    constexpr std::array<const char*, 5> condition{"fleshed", "decomposed", "skeletonized", "",
                                                   "degraded_bone"};
    std::vector<TraitTable::Row> rows;
    std::uint64_t state = 7;
    const auto random = [&](std::uint64_t n) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      return (state >> 33) % n;
    };
    for (std::size_t i = 0; i < count; ++i) {
      auto row = remains("B:" + std::to_string(100000 + i));
      if (random(10) != 0) row.date(Trait::found_date, day(2010, static_cast<int>(random(5400))));
      const auto which = condition[random(5)];
      if (*which) row.code(Trait::condition, which);
      const auto age = static_cast<double>(16 + random(20) + random(20) + random(14));
      if (random(8) != 0) {
        row.number(Trait::age, age - 2, age + 2);
        if (random(2) != 0) row.code(Trait::age_method, "soft_tissue");
      }
      rows.push_back(row);
    }
    return TraitTable{rows};
  }
  static TraitTable people(std::size_t count, bool births = true) {
    std::vector<TraitTable::Row> rows;
    std::uint64_t state = 11;
    const auto random = [&](std::uint64_t n) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      return (state >> 33) % n;
    };
    for (std::size_t i = 0; i < count; ++i) {
      auto row = report("A:" + std::to_string(100000 + i));
      const auto event = day(2010, static_cast<int>(random(5000)));
      if (i % 10 < 7)
        row.date(Trait::event_date, event);
      else if (i % 10 < 9)
        row.date(Trait::report_date, event);
      if (births && i % 12 == 5)
        row.date(Trait::birth_date, day(1960, static_cast<int>(random(14000))));
      else if (i % 12 != 6)
        row.number(Trait::age, static_cast<double>(16 + random(20) + random(20)));
      rows.push_back(row);
    }
    return TraitTable{rows};
  }
};

// Every day of three years x three conditions x eight ages, so that the sum has no sampling error.
// The tolerance covers the cells of days, the pseudo records, and the early stop of the fits.
TEST(Dates, LikelihoodRatiosSumToOneForEveryReport) {
  constexpr std::array<const char*, 3> conditions{"fleshed", "mummified", "degraded_bone"};
  std::vector<TraitTable::Row> bodies;
  for (int number = 0; number < 1096; ++number)
    for (const char* condition : conditions)
      for (int band = 0; band < 8; ++band) {
        auto row = remains("B:" + std::to_string(100000 + bodies.size()))
                       .date(Trait::found_date, day(2015, number))
                       .code(Trait::condition, condition)
                       .number(Trait::age, 16 + 5 * band, 20 + 5 * band);
        if (band % 2 == 0) row.code(Trait::age_method, "soft_tissue");
        bodies.push_back(row);
      }
  const TraitTable right{bodies};
  std::vector<TraitTable::Row> people;
  for (int i = 0; i < 60; ++i) {
    auto row = report("A:" + std::to_string(100 + i));
    if (i % 4 != 0) row.date(Trait::event_date, day(2015, 16 * i));
    if (i % 4 == 0 && i % 8 != 0) row.date(Trait::report_date, day(2015, 10 * i));
    if (i % 5 != 0)
      row.number(Trait::age, 17 + i % 31);
    else if (i % 10 == 0)
      row.date(Trait::birth_date, day(1980 + i % 13, i));
    people.push_back(row);
  }
  people.push_back(report("A:900").date(Trait::event_date, "2015-06-01", "2015-06-30"));
  people.push_back(report("A:901").date(Trait::event_date, "2015-01-01", "2015-12-31"));
  const TraitTable left{people};
  const auto model = test::prepare("dates", Relation::identity, left, right);
  for (RowId row = 0; row < left.size(); ++row)
    EXPECT_NEAR(test::sum_over_reference(*model.evidence, row, right), 1, 0.05) << left.id(row);
}

TEST(Dates, BirthDatesSumToOne) {
  std::vector<TraitTable::Row> bodies;
  for (int number = 0; number < 10957; ++number)  // every day of 1970 to 1999
    bodies.push_back(
        remains("B:" + std::to_string(100000 + number)).date(Trait::birth_date, day(1970, number)));
  const TraitTable right{bodies};
  const auto left = table_of({report("A:1").date(Trait::birth_date, "1985-06-01"),
                              report("A:2").date(Trait::birth_date, "1972-02-29")});
  const auto model = test::prepare("dates", Relation::identity, left, right);
  for (RowId row = 0; row < left.size(); ++row)
    EXPECT_NEAR(test::sum_over_reference(*model.evidence, row, right), 1, 0.02);
}

TEST_F(DatesReference, SymmetricRelationsSumToOne) {
  const TraitTable reports = people(6000, false);
  const TraitTable found = bodies(6000);
  for (const Relation relation : {Relation::duplicate, Relation::same_body, Relation::part}) {
    const TraitTable& table = relation == Relation::duplicate ? reports : found;
    const auto model = test::prepare("dates", relation, table, table);
    // One row's sum hangs on the few rows of its own day; the mean over rows does not.
    double mean = 0;
    for (RowId row = 0; row < 600; ++row)
      mean += test::sum_over_reference(*model.evidence, row, table,
                                       [&](RowId other) { return other != row; }) /
              600;
    EXPECT_NEAR(mean, 1, 0.12) << relation_name(relation);
  }
}

TEST_F(DatesReference, ExplainsWhatItAdds) {
  const TraitTable right = bodies(60);
  const TraitTable left = people(60);
  const auto model = test::prepare("dates", Relation::identity, left, right);
  test::expect_explained(*model.evidence, left, right);
  for (RowId l = 0; l < left.size(); ++l)
    for (RowId r = 0; r < right.size(); ++r)
      ASSERT_LT(std::abs(score_of(*model.evidence, l, r).log10()), 6);
}

}  // namespace
}  // namespace confronta
