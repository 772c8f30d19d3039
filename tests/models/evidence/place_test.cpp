#include <gtest/gtest.h>

#include "models/data/municipality.h"
#include "models/evidence/place/kernel.h"
#include "models/evidence/place/linked_pairs.h"
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
  for (RowId row = 0; row < left.size(); ++row) {
    const double sum = test::sum_over_reference(*model.evidence, row, right);
    const std::string& id = left.id(row);
    if (id == "A:4" || id == "A:5" || id == "A:7") {  // Oaxaca, New York: hardly covered
      EXPECT_GE(sum, 0.041 / 0.25 - 1e-4) << id;
      EXPECT_LT(sum, 0.5) << id;
    } else {
      EXPECT_NEAR(sum, 1, 1e-4) << id;
    }
  }
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
    const LocalKernel local{kernel, here, geography.sites()};
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
  const std::array<double, place_parts> shares{
      p["place.identity_same_place"], p["place.identity_same_state"], p["place.identity_near"],
      p["place.identity_anywhere"]};
  EXPECT_NEAR(shares[0] + shares[1] + shares[2] + shares[3], 1, 1e-9);
  const Shares fitted = shares_of_mexico_city(
      {shares, p["place.identity_range"], p["place.least_place"], p["place.least_region"], true});
  EXPECT_NEAR(fitted.same_place, 0.40, 0.005);
  EXPECT_NEAR(fitted.same_state, 0.728, 0.005);
  EXPECT_NEAR(fitted.near_states, 0.229, 0.005);
}

TEST(Place, EqualsTheMixtureByHand) {
  // All remains in two places: 14039 (w = 3/4) and 02004 (w = 1/4), 1,900 km away. The
  // municipality, the state and what is near hold 3/4 each, and so does P(m | l): nothing is
  // missing.
  const auto left = table_of({seen("A:1", at("14039"))});
  const auto right = table_of({found("B:1", at("14039")), found("B:2", at("14039")),
                               found("B:3", at("14039")), found("B:4", at("02004"))});
  const auto model = test::prepare("place", Relation::identity, left, right, unsmoothed());
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), (0.368 + 0.25 + 0.341) / 0.75 + 0.041, 1e-4);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 3), 0.041, 1e-4);  // exp(-1900/90) is nothing
}

// Lost in a state where the store holds nothing: what is left is the share of those found anywhere,
// of a place that is taken to be covered to a quarter. Where is all one, but it speaks against.
TEST(Place, AStateThatTheStoreDoesNotCoverHoldsNobody) {
  const auto left = table_of({seen("A:1", at("20067"))});
  const auto right = table_of({found("B:1", at("14039")), found("B:2", at("02004"))});
  const auto model = test::prepare("place", Relation::identity, left, right, unsmoothed());
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), 0.041 / 0.25, 0.01);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 1), 0.041 / 0.25, 0.01);
}

// 60 people whose name stands on remains, half of them in another state than where they were lost.
TEST(Place, LearnsFromPeopleWhomTheirNamesLink) {
  std::vector<TraitTable::Row> people;
  std::vector<TraitTable::Row> bodies;
  for (int i = 0; i < 60; ++i) {
    const PersonName name{"ANA", "SURNAME" + std::string(1, static_cast<char>('A' + i % 26)),
                          "OTHER" + std::string(1, static_cast<char>('A' + i / 26)), ""};
    const std::string number = std::to_string(100 + i);
    people.push_back(seen("A:" + number, at("14039")).value(Trait::name, name));
    bodies.push_back(
        found("B:" + number, at(i % 2 == 0 ? "14039" : "02004")).value(Trait::name, name));
  }
  people.push_back(seen("A:900", at("14039")));
  bodies.push_back(found("B:900", at("02004")));
  const TraitTable left{people};
  const TraitTable right{bodies};
  const auto model = test::prepare("place", Relation::identity, left, right, unsmoothed());
  EXPECT_EQ(model.reference.find("identity/place.kernel").count, 60);
  EXPECT_EQ(model.reference.find("identity/place.kernel").origin, "estimated");
  // The share "anywhere" is the fixed point of s = (30 + 30 s / (s + 2 (1 - s)) + 20 x .041) / 80,
  // the others giving 1/w = 2 to pairs at one place: .5125, where Mexico City alone gives .041.
  EXPECT_NEAR(lr_of(*model.evidence, 60, 60), 0.5125, 0.01);
  EXPECT_NEAR(test::sum_over_reference(*model.evidence, 60, right), 1, 1e-4);
}

// Two of 2,000 remains lie in the municipality: enough to expect the share .368 of those lost
// there, so that finding one there is worth over .368 / .001; a store of 20 could not tell, and
// expects what its one record in twenty allows.
TEST(Place, AHandfulOfRemainsShowsThatAPlaceIsCovered) {
  std::vector<TraitTable::Row> bodies;
  for (int i = 0; i < 1998; ++i)
    bodies.push_back(found("B:" + std::to_string(10000 + i), at("02004")));
  for (int i = 0; i < 2; ++i)
    bodies.push_back(found("B:" + std::to_string(20000 + i), at("14039")));
  const TraitTable right{bodies};
  const auto left = table_of({seen("A:1", at("14039"))});
  const auto model = test::prepare("place", Relation::identity, left, right, unsmoothed());
  EXPECT_GT(lr_of(*model.evidence, 0, 1998), 368);
  EXPECT_LT(score_of(*model.evidence, 0, 0).log10(), -0.5);
  EXPECT_NEAR(test::sum_over_reference(*model.evidence, 0, right), 1, 1e-3);
}

TEST(Place, ANameOfSeveralPeopleLinksNobody) {
  const PersonName name{"JUAN", "GARCIA", "LOPEZ", ""};
  const auto left =
      table_of({report("A:1").value(Trait::name, name), report("A:2").value(Trait::name, name),
                report("A:3").value(Trait::name, PersonName{"EVA", "RUIZ", "PAZ", ""}),
                report("A:4").value(Trait::name, PersonName{"EVA", "SOL", "", ""})});
  const auto right =
      table_of({remains("B:1").value(Trait::name, name),
                remains("B:2").value(Trait::name, PersonName{"Eva", "Ruiz", "Paz", ""}),
                remains("B:3").value(Trait::name, PersonName{"EVA", "SOL", "", ""})});
  EXPECT_EQ(linked_pairs(left, right), (std::vector<std::pair<RowId, RowId>>{{2, 1}}));
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

// A square of the map says nothing of states: no claim that two places lie in one, or in two.
TEST(Place, SaysOnlyOfKnownStatesThatTheyDiffer) {
  const auto left = table_of({seen("A:1", at("14039")), seen("A:2", point(32.2, -110.9))});
  const TraitTable right{many_remains()};
  const auto model = test::prepare("place", Relation::identity, left, right);
  const auto reason = [&](RowId row, RowId other) {
    return model.evidence->explain(row, other).reason;
  };
  EXPECT_EQ(reason(0, 300), "place.same_state");  // another municipality of Jalisco
  EXPECT_EQ(reason(0, 600), "place.elsewhere");   // Mexico City
  EXPECT_EQ(reason(0, 950), "place.apart");       // Arizona, by its point
  EXPECT_EQ(reason(1, 950), "place.apart");
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
