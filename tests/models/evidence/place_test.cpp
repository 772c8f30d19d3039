#include <gtest/gtest.h>

#include "models/data/municipality.h"
#include "models/evidence/place/kernel.h"
#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::lr_of;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;

Place at(std::string code) { return {std::move(code), false, 0, 0, ""}; }
Place point(double latitude, double longitude) { return {"", true, latitude, longitude, ""}; }

test::RowBuilder seen(std::string id, Place place) {
  return report(std::move(id)).value(Trait::place_last_seen, std::move(place));
}
test::RowBuilder found(std::string id, Place place) {
  return remains(std::move(id)).value(Trait::place_found, std::move(place));
}

/// Remains in three municipalities of Jalisco, in Mexico City, Tijuana, Ciudad Juárez and Arizona.
std::vector<TraitTable::Row> many_remains() {
  std::vector<TraitTable::Row> rows;
  const auto fill = [&](int n, const Place& place) {
    for (int i = 0; i < n; ++i) rows.push_back(found("B:" + std::to_string(rows.size()), place));
  };
  fill(300, at("14039"));
  fill(200, at("14120"));
  fill(100, at("14097"));
  fill(150, at("09007"));
  fill(100, at("02004"));
  fill(80, at("08037"));
  fill(60, point(31.7, -111.6));
  fill(10, point(32.2, -110.9));
  return rows;
}

Parameters unsmoothed() {
  Parameters parameters;
  EXPECT_TRUE(parameters.set("place.smoothing", 0).ok());
  return parameters;
}

// Without pseudo-records the reference is the rows themselves, so the sum is 1 but for the
// rounding of scores to 2^-16 ban. (Smoothing spreads some of it over places without a row.)
TEST(Place, LikelihoodRatiosSumToOneForEveryClassOfReport) {
  const TraitTable right{many_remains()};
  const auto left =
      table_of({seen("A:1", at("14039")), seen("A:2", at("14")), seen("A:3", at("09015")),
                seen("A:4", at("20067")), seen("A:5", at("20")), seen("A:6", point(31.7, -111.6)),
                seen("A:7", point(40.7, -74)), seen("A:8", at("14039")).code(Trait::migrant, "yes"),
                report("A:9").value(Trait::place_residence, at("02004"))});
  const auto model = test::prepare("place", Relation::identity, left, right, unsmoothed());
  for (RowId row = 0; row < left.size(); ++row)
    EXPECT_NEAR(test::sum_over_reference(*model.evidence, row, right), 1, 1e-4) << left.id(row);
  test::expect_explained(*model.evidence, left, right);
}

TEST(Place, LikelihoodRatiosSumToOneBetweenRegistersToo) {
  const TraitTable table{many_remains()};
  for (const Relation relation : {Relation::same_body, Relation::part}) {
    const auto model = test::prepare("place", relation, table, table, unsmoothed());
    for (const RowId row : {0U, 350U, 550U, 650U, 780U, 880U, 950U, 999U})
      EXPECT_NEAR(test::sum_over_reference(*model.evidence, row, table), 1, 1e-4);
  }
}

// Half of the remains say their state alone: the state's likelihood ratio is the mean over its
// municipalities, so the sum over the other half and the states alone is 1 as well.
TEST(Place, AStateAloneIsTheMeanOfItsMunicipalities) {
  std::vector<TraitTable::Row> rows = many_remains();
  std::vector<TraitTable::Row> states;
  for (const auto& row : rows) {
    const auto& place = std::get<Place>(row.observations.front().value);
    states.push_back(found("S" + row.id, place.has_point ? place : at(place.code.substr(0, 2))));
  }
  const TraitTable full{rows};
  const TraitTable aggregated{states};
  const auto left =
      table_of({seen("A:1", at("14039")), seen("A:2", at("14")), seen("A:3", at("15033"))});
  const auto reference = test::prepare("place", Relation::identity, left, full, unsmoothed());
  const auto model = test::prepare_with("place", Relation::identity, left, aggregated,
                                        reference.reference, unsmoothed());
  for (RowId row = 0; row < left.size(); ++row)
    EXPECT_NEAR(test::sum_over_reference(*model.evidence, row, aggregated), 1, 1e-4);
  test::expect_explained(*model.evidence, left, aggregated);
}

/// P(found in a place | lost in l), people lost in Mexico City by population, everyone found by
/// population.
struct Shares {
  double same_place = 0;
  double same_state = 0;
  double near_states = 0;
};
Shares shares_of_mexico_city(const PlaceKernel& kernel) {
  const ReferenceTable people = place_shares({}, 0);
  const Geography geography{people, people, {}};
  double all = 0;
  Shares shares;
  for (const Site& here : geography.of("09")) {
    const LocalKernel local{kernel, here, geography.sites(), 0};
    all += here.lost;
    for (const Site& there : geography.sites()) {
      const double p = here.lost * there.found * local.at(there);
      const std::string state = there.key.substr(0, 2);
      if (here.key == there.key) shares.same_place += p;
      if (state == "09") shares.same_state += p;
      for (const char* near : {"12", "13", "15", "17", "21", "22", "30"})
        if (state == near) shares.near_states += p;
    }
  }
  return {shares.same_place / all, shares.same_state / all, shares.near_states / all};
}

TEST(Place, TheKernelReproducesTheMeasuredShares) {
  const Parameters p;
  const Shares fitted = shares_of_mexico_city(
      {p["place.identity_same_place"], p["place.identity_same_state"], p["place.identity_near"],
       p["place.identity_anywhere"], p["place.identity_range"], false});
  EXPECT_NEAR(fitted.same_place, 0.40, 0.005);
  EXPECT_NEAR(fitted.same_state, 0.728, 0.005);
  EXPECT_NEAR(fitted.near_states, 0.229, 0.005);
  // The shares are P(m | l): taken for K itself they lose half of the same state.
  EXPECT_LT(shares_of_mexico_city({0.40, 0.328, 0.229, 0.043, 90, false}).same_state, 0.5);
}

TEST(Place, EqualsTheGravityLawByHand) {
  // All remains in two places: 14039 (w = 3/4) and 02004 (w = 1/4), 1,900 km away.
  const auto left = table_of({seen("A:1", at("14039"))});
  const auto right = table_of({found("B:1", at("14039")), found("B:2", at("14039")),
                               found("B:3", at("14039")), found("B:4", at("02004"))});
  const auto model = test::prepare("place", Relation::identity, left, right, unsmoothed());
  const double here = 1550 + 81.7 + 41.3 + 1;
  const double far = 1;  // exp(-1900/90) is nothing
  const double sum = 0.75 * here + 0.25 * far;
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), here / sum, 1e-4);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 3), far / sum, 1e-6);
}

TEST(Place, DistanceCountsForLessWhenTheyMigrate) {
  const auto left =
      table_of({seen("A:1", at("14039")), seen("A:2", at("14039")).code(Trait::migrant, "yes")});
  const TraitTable right{many_remains()};
  const auto model = test::prepare("place", Relation::identity, left, right);
  const RowId guadalajara = right.find("B:10").value();
  const RowId tijuana = right.find("B:800").value();
  EXPECT_GT(score_of(*model.evidence, 0, guadalajara), score_of(*model.evidence, 1, guadalajara));
  EXPECT_LT(score_of(*model.evidence, 0, tijuana), score_of(*model.evidence, 1, tijuana));
}

TEST(Place, AnOfficeIsNotAFindingPlaceAndUnknownSaysNothing) {
  const auto left = table_of({seen("A:1", at("14039")), report("A:2"), seen("A:3", at(""))});
  const auto right = table_of({remains("B:1").value(Trait::place_held, at("14039")),
                               remains("B:2").state(Trait::place_found, ObservationState::redacted),
                               found("B:3", at("14039"))});
  const auto model = test::prepare("place", Relation::identity, left, right);
  EXPECT_EQ(score_of(*model.evidence, 0, 0), Score{});
  EXPECT_EQ(score_of(*model.evidence, 0, 1), Score{});
  EXPECT_EQ(score_of(*model.evidence, 1, 2), Score{});
  EXPECT_EQ(score_of(*model.evidence, 2, 2), Score{});
  EXPECT_EQ(model.evidence->explain(0, 0).reason, "place.only_held");
  EXPECT_EQ(model.evidence->explain(0, 1).state, ObservationState::redacted);
  EXPECT_EQ(model.evidence->explain(1, 2).reason, "evidence.missing");
  test::expect_explained(*model.evidence, left, right);
}

// A village without any remains of its own: two registers that agree on it are worth at most the
// stated share of a ten-thousandth.
TEST(Place, AnEmptyVillageIsNoFingerprint) {
  const auto bodies =
      table_of({found("B:1", at("20001")), found("B:2", at("20001")), found("B:3", at("14039"))});
  ReferenceSet reference;
  reference.table("same_body/place.found_share") = place_shares({}, 0);
  reference.table("same_body/place.lost_share") = place_shares({}, 0);
  const auto model = test::prepare_with("place", Relation::same_body, bodies, bodies, reference);
  EXPECT_GT(lr_of(*model.evidence, 0, 1), 1000);
  EXPECT_LT(lr_of(*model.evidence, 0, 1), 10000);
  EXPECT_LT(lr_of(*model.evidence, 0, 2), 0.2);
}

TEST(Place, ASquareOfTheGridIsNamedByItsCorner) {
  EXPECT_EQ(place_key(point(31.7, -111.6)), "g:63:-224");
  EXPECT_EQ(place_key(point(31.5, -111.51)), "g:63:-224");
  EXPECT_EQ(place_key(at("14999")), "14");
  EXPECT_EQ(place_key(at("99001")), "");
  EXPECT_EQ(place_key({"14039", true, 1, 1, ""}), "14039");
}

}  // namespace
}  // namespace confronta
