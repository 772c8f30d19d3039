#include <gtest/gtest.h>

#include <cmath>

#include "models/evidence/common/garment_model.h"
#include "tests/models/support/item_lists.h"

namespace confronta {
namespace {

using test::lr_of;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;

Garment garment(std::string item, std::string colour = {}, std::string brand = {},
                std::string description = {}) {
  return Garment{std::move(item),       std::move(colour), std::move(brand), "", "",
                 std::move(description)};
}

test::RowBuilder wearing(test::RowBuilder row, std::initializer_list<Garment> garments) {
  for (const Garment& g : garments) row.value(Trait::garment, g);
  return row;
}

// A million garments with shares in which item, colour and brand are independent.
ReferenceSet exact_reference() {
  ReferenceSet reference;
  const auto table = [&](const std::string& name) -> ReferenceTable& {
    return reference.table("identity/garments." + name);
  };
  for (const auto& [item, share] : {std::pair{"jeans", 0.4}, {"trousers", 0.1}, {"t_shirt", 0.5}}) {
    table("clothing").numbers["any." + std::string{item}] = 1e6 * share;
    for (const auto& [colour, of_item] : {std::pair{"blue", 0.6}, {"navy", 0.1}, {"red", 0.3}})
      table("colour").numbers[std::string{item} + '.' + colour] = 1e6 * share * of_item;
  }
  table("belongings").numbers = {{"any.ring", 5e5}, {"any.watch", 5e5}};
  for (const auto& [brand, share] : {std::pair{"LEVIS", 0.9}, {"PUMA", 0.1}})
    table("brand").numbers["clothing." + std::string{brand}] = 1e6 * share;
  return reference;
}

double bans(const test::RowBuilder& left, const test::RowBuilder& right) {
  const auto l = table_of({left});
  const auto r = table_of({right});
  const auto model = test::prepare_with("garments", Relation::identity, l, r, exact_reference());
  test::expect_explained(*model.evidence, l, r);
  return score_of(*model.evidence, 0, 0).log10();
}

// METHOD 1: over all outfits of one and of two garments of the small world above.
TEST(Garments, TheMeanLikelihoodRatioOverAllOutfitsOfALengthIsOne) {
  std::vector<std::pair<Garment, double>> all;
  for (const auto& [item, i] : {std::pair{"jeans", 0.4}, {"trousers", 0.1}, {"t_shirt", 0.5}})
    for (const auto& [colour, c] : {std::pair{"blue", 0.6}, {"navy", 0.1}, {"red", 0.3}})
      for (const auto& [brand, b] : {std::pair{"", 0.5}, {"LEVIS", 0.45}, {"PUMA", 0.05}})
        all.push_back({garment(item, colour, brand), i * c * b});
  const auto left = table_of(
      {wearing(report("A:1"), {garment("jeans", "blue")}),
       wearing(report("A:2"), {garment("jeans", "blue", "PUMA"), garment("trousers", "navy")}),
       wearing(report("A:3"), {garment("trousers", "blue", "LEVIS")})});
  test::expect_lists_sum_to_one("garments", Trait::garment, all, left, exact_reference());
}

TEST(Garments, OneGarmentWorkedOutByHand) {
  // .85 of the outfits are kept to a death on the same day; what is worn below is with .9 what was
  // last seen there. Four of five are jeans: item .80 / .8 and a slip of .05 that falls on
  // anything, colour .72 / .6 and .14.
  const double ratio = (0.80 / 0.8 + 0.05) * (0.72 / 0.6 + 0.14);
  const double lr = 0.85 * (0.1 + 0.9 * ratio) + 0.15;
  EXPECT_NEAR(
      bans(wearing(report("A:1").date(Trait::event_date, "2020-01-01"), {garment("jeans", "blue")}),
           wearing(remains("B:1").date(Trait::death_date, "2020-01-01"),
                   {garment("jeans", "blue")})),
      std::log10(lr), 1e-3);
}

TEST(Garments, BlueJeansSayLittleAndARareBrandOrAnEngravingMore) {
  const auto both = [](const Garment& g) {
    return bans(wearing(report("A:1"), {g}), wearing(remains("B:1"), {g}));
  };
  EXPECT_LT(both(garment("jeans", "blue")), 0.2);
  EXPECT_GT(both(garment("jeans", "red", "PUMA")), both(garment("jeans", "red", "LEVIS")) + 0.5);
  EXPECT_GT(both(garment("ring", "", "", "anillo grabado \"ANA 1998\"")),
            both(garment("ring")) + 1.5);
}

double bans_with(const ReferenceSet& reference, const test::RowBuilder& left,
                 const test::RowBuilder& right) {
  const auto l = table_of({left});
  const auto r = table_of({right});
  const auto model = test::prepare_with("garments", Relation::identity, l, r, reference);
  test::expect_explained(*model.evidence, l, r);
  return score_of(*model.evidence, 0, 0).log10();
}

// Nearly all jeans are of denim. That one pair is not is a slip or another pair, and no support,
// however rare it is.
TEST(Garments, ADisagreementNeverSpeaksForHoweverRareItIs) {
  ReferenceSet reference = exact_reference();
  reference.table("identity/garments.material").numbers = {{"jeans.denim", 1e6},
                                                           {"jeans.leather", 10}};
  Garment denim = garment("jeans", "blue");
  denim.material = "denim";
  Garment leather = denim;
  leather.material = "leather";
  Garment unsaid = denim;
  unsaid.material.clear();
  const auto against = [&](const Garment& found) {
    return bans_with(reference, wearing(report("A:1"), {denim}), wearing(remains("B:1"), {found}));
  };
  EXPECT_LT(against(leather), against(unsaid));
  EXPECT_NEAR(against(denim), against(unsaid), 0.01);
}

// One blouse in two hundred garments, but every second one of women, whose sex is counted by the
// biological profile.
TEST(Garments, ItemsAreWeighedAmongTheRemainsOfOneSex) {
  ReferenceSet reference;
  reference.table("identity/garments.clothing").numbers = {
      {"male.t_shirt", 9.9e5}, {"female.t_shirt", 5e3}, {"female.blouse", 5e3}};
  const Garment blouse = garment("blouse");
  const auto on = [&](std::string_view sex) {
    auto body = remains("B:1");
    if (!sex.empty()) body.code(Trait::sex, sex);
    return bans_with(reference, wearing(report("A:1"), {blouse}), wearing(body, {blouse}));
  };
  EXPECT_LT(on("female"), 0.2);
  EXPECT_GT(on(""), on("female") + 1);
}

TEST(Garments, TheOutfitFadesWithTheTimeBetweenLastSeenAndDeath) {
  const auto with_death = [](std::string_view died) {
    return bans(
        wearing(report("A:1").date(Trait::event_date, "2020-01-01"),
                {garment("jeans", "red", "PUMA")}),
        wearing(remains("B:1").date(Trait::death_date, died), {garment("jeans", "red", "PUMA")}));
  };
  EXPECT_GT(with_death("2020-01-02"), with_death("2020-01-20"));
  EXPECT_GT(with_death("2020-01-20"), with_death("2020-04-20"));
  EXPECT_GT(with_death("2020-04-20"), with_death("2022-01-01"));
}

TEST(Garments, ALateFindingIsNoLateDeath) {
  const auto left = wearing(report("A:1").date(Trait::event_date, "2020-01-01"),
                            {garment("jeans", "red", "PUMA")});
  const auto on = [&](const test::RowBuilder& body) {
    return bans(left, wearing(body, {garment("jeans", "red", "PUMA")}));
  };
  const double died_late = on(remains("B:1").date(Trait::death_date, "2023-01-01"));
  const double found_late = on(remains("B:1").date(Trait::found_date, "2023-01-01"));
  const double undated = on(remains("B:1"));
  EXPECT_GT(found_late, died_late);
  EXPECT_LT(found_late, undated);
  EXPECT_GT(on(remains("B:1").date(Trait::found_date, "2020-01-02")), undated);
  // A fresh body found late died late; bare bones may have lain all the time.
  const auto found_as = [&](std::string_view condition) {
    return on(
        remains("B:1").date(Trait::found_date, "2023-01-01").code(Trait::condition, condition));
  };
  EXPECT_GT(found_as("degraded_bone"), found_as("fleshed") + 0.1);
}

TEST(Garments, OtherClothesNeverSayMoreThanThatThePersonChanged) {
  // At best .85 of the outfits are kept: other clothes cannot fall below log10(.15).
  const double against = bans(wearing(report("A:1").date(Trait::event_date, "2020-01-01"),
                                      {garment("jeans", "red"), garment("t_shirt", "red")}),
                              wearing(remains("B:1").date(Trait::death_date, "2020-01-01"),
                                      {garment("trousers", "blue"), garment("t_shirt", "blue")}));
  EXPECT_LT(against, -0.6);
  EXPECT_GT(against, std::log10(0.15));
}

// A hat is on every fifth list. That both name one speaks for, that the remains have none speaks
// against, and the mean over both is 1.
TEST(Garments, WhatIsSeldomWornSpeaksByBeingThere) {
  ReferenceSet reference;
  reference.table("identity/garments.clothing_worn").numbers = {
      {"usual.any.*", 1e6}, {"usual.any.head", 2e5}, {"usual.any.lower", 1e6}};
  reference.table("identity/garments.clothing").numbers = {{"any.hat", 2e5}, {"any.jeans", 1e6}};
  const auto left = wearing(report("A:1"), {garment("hat")});
  const double both = bans_with(reference, left, wearing(remains("B:1"), {garment("hat")}));
  const double none = bans_with(reference, left, wearing(remains("B:1"), {garment("jeans")}));
  EXPECT_GT(both, 0.2);
  EXPECT_LT(none, -0.1);
  EXPECT_NEAR(0.2 * std::pow(10, both) + 0.8 * std::pow(10, none), 1, 0.002);
  // Jeans, which nobody goes without, say nothing by being there.
  EXPECT_NEAR(bans_with(reference, wearing(report("A:1"), {garment("jeans")}),
                        wearing(remains("B:1"), {garment("jeans")})),
              0, 0.002);
  // What the lower half of a body does not have on its head says less.
  EXPECT_GT(
      bans_with(reference, left,
                wearing(remains("B:1").code(Trait::part_kind, "segment"), {garment("jeans")})),
      none);
}

// One wears one pair of trousers: another pair in its place speaks against, another cap says
// nothing of the trousers.
TEST(Garments, ThingsAreComparedInTheirPlaceOnTheBody) {
  const auto left = wearing(report("A:1"), {garment("jeans", "red")});
  EXPECT_LT(bans(left, wearing(remains("B:1"), {garment("jeans", "blue")})), -0.1);
  EXPECT_EQ(bans(left, wearing(remains("B:1"), {garment("cap", "red")})), 0);
}

TEST(Garments, NoOutfitExceedsTheCap) {
  const auto outfit = {garment("jeans", "red", "PUMA"), garment("t_shirt", "navy", "XQ"),
                       garment("ring", "", "", "\"ANA 1998\""),
                       garment("watch", "gold", "OMEGA", "\"PARA LUIS\"")};
  EXPECT_EQ(bans(wearing(report("A:1"), outfit), wearing(remains("B:1"), outfit)), 3);
}

TEST(Garments, AMergedRowListsAGarmentOnce) {
  TraitTable::Row row = wearing(report("A:1"), {garment("jeans"), garment("jeans", "blue")});
  row.observations[1].from.record = 1;
  const TraitTable table{{row}};
  const auto list = garments_of(table, 0, false);
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(std::get<Garment>(list[0]->value).colour, "blue");
}

TEST(Garments, WithoutClothesOnBothSidesThereIsNothingToSay) {
  const auto left = table_of({report("A:1"), wearing(report("A:2"), {garment("jeans")})});
  const auto right = table_of({remains("B:1").state(Trait::garment, ObservationState::unknown),
                               wearing(remains("B:2"), {garment("ring")})});
  const auto model = test::prepare("garments", Relation::identity, left, right);
  for (RowId l = 0; l < 2; ++l)
    for (RowId r = 0; r < 2; ++r)  // A:2 and B:2 list things of different sorts
      EXPECT_EQ(score_of(*model.evidence, l, r), Score{});
  EXPECT_EQ(model.evidence->explain(1, 0).state, ObservationState::unknown);
  EXPECT_EQ(model.evidence->explain(1, 1).reason, "evidence.missing");
}

TEST(Garments, TheExplanationNamesWhatIsAlikeAndHowMuchTimePassed) {
  const auto left = table_of({wearing(report("A:1").date(Trait::event_date, "2020-01-01"),
                                      {garment("jeans", "red", "PUMA"), garment("t_shirt")})});
  const auto right = table_of({wearing(remains("B:1").date(Trait::death_date, "2020-01-11"),
                                       {garment("jeans", "red", "PUMA"), garment("socks")})});
  for (const Relation relation : {Relation::identity, Relation::same_body}) {
    const auto model = test::prepare_with("garments", relation, left, right, exact_reference());
    const Finding finding = model.evidence->explain(0, 0);
    const bool identity = relation == Relation::identity;
    EXPECT_EQ(finding.reason, identity ? "garments.compared_over_time" : "garments.compared");
    std::vector<std::string> arguments{"1", "2", "2"};
    if (identity) arguments.insert(arguments.end(), {"50", "75"});  // kept over ten days
    EXPECT_EQ(finding.arguments, arguments);
    ASSERT_EQ(finding.details.size(), 3U);
    EXPECT_EQ(finding.details[0].reason, "garments.alike");
    EXPECT_EQ(finding.details[0].arguments,
              (std::vector<std::string>{"@item.jeans", "PUMA", "PUMA"}));
    EXPECT_EQ(finding.details[1].reason, "garments.not_found");
    EXPECT_EQ(finding.details[2].reason, "garments.unmentioned");
  }
}

TEST(Garments, TheExplanationNamesWhatIsWornInTheirPlace) {
  const auto left = table_of({wearing(report("A:1"), {garment("jeans", "red", "PUMA")})});
  const auto right = table_of({wearing(remains("B:1"), {garment("trousers", "blue", "LEVIS")})});
  const auto model =
      test::prepare_with("garments", Relation::identity, left, right, exact_reference());
  const Finding finding = model.evidence->explain(0, 0);
  ASSERT_EQ(finding.details.size(), 1U);
  EXPECT_EQ(finding.details[0].reason, "garments.another");
  EXPECT_EQ(finding.details[0].arguments,
            (std::vector<std::string>{"@item.jeans", "PUMA", "@item.trousers", "LEVIS"}));
  EXPECT_LT(finding.details[0].score.log10(), 0);
}

}  // namespace
}  // namespace confronta
