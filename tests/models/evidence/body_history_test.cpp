#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/support/item_lists.h"

namespace confronta {
namespace {

using test::lr_of;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;

BodyHistory history(std::string kind, std::string region, std::string side, std::string serial = {},
                    std::string detail = {}) {
  return BodyHistory{std::move(kind), std::move(region), std::move(side), std::move(detail),
                     std::move(serial)};
}

test::RowBuilder with(test::RowBuilder row, std::initializer_list<BodyHistory> items) {
  for (const BodyHistory& item : items) row.value(Trait::body_history, item);
  return row;
}

// A million things: kinds .2, .5, .3; places thigh.left .5, thigh.right .3, chest .2, whatever the
// kind.
ReferenceSet exact_reference() {
  ReferenceSet reference;
  auto& kinds = reference.table("identity/body_history.kind").numbers;
  kinds = {{"any.implant", 2e5}, {"any.fracture", 5e5}, {"any.surgery", 3e5}};
  auto& places = reference.table("identity/body_history.place").numbers;
  places = {{"thigh.left", 4e5}, {"thigh.right", 2e5}, {"thigh.", 1e5},    {"leg.left", 5e4},
            {"leg.right", 3e4},  {"leg.", 2e4},        {"knee.left", 4e4}, {"knee.right", 3e4},
            {"knee.", 3e4},      {"chest.", 1e5}};
  return reference;
}

double bans(const test::RowBuilder& left, const test::RowBuilder& right) {
  const auto l = table_of({left});
  const auto r = table_of({right});
  const auto model =
      test::prepare_with("body_history", Relation::identity, l, r, exact_reference());
  test::expect_explained(*model.evidence, l, r);
  return score_of(*model.evidence, 0, 0).log10();
}

// METHOD 1: over all single things, and all pairs of them, of the small world above.
TEST(BodyHistory, TheMeanLikelihoodRatioOverAllListsOfALengthIsOne) {
  std::vector<std::pair<BodyHistory, double>> all;
  for (const auto& [kind, k] : {std::pair{"implant", 0.2}, {"fracture", 0.5}, {"surgery", 0.3}})
    for (const auto& [region, side, p] : {std::tuple{"thigh", "left", 0.4},
                                          {"thigh", "right", 0.2},
                                          {"thigh", "", 0.1},
                                          {"leg", "left", 0.05},
                                          {"leg", "right", 0.03},
                                          {"leg", "", 0.02},
                                          {"knee", "left", 0.04},
                                          {"knee", "right", 0.03},
                                          {"knee", "", 0.03},
                                          {"chest", "", 0.1}})
      all.push_back({history(kind, region, side), k * p});
  const auto left = table_of(
      {with(report("A:1"), {history("implant", "thigh", "left")}),
       with(report("A:2"), {history("fracture", "thigh", "right"), history("surgery", "knee", "")}),
       with(report("A:3"), {history("surgery", "", "")})});
  test::expect_lists_sum_to_one("body_history", Trait::body_history, all, left, exact_reference());
}

TEST(BodyHistory, OneImplantWorkedOutByHand) {
  // Kind .95 / .2, and a slip of .05 that falls on anything; place: same region .66 and same side
  // .80, over .4.
  const double ratio = (0.95 / 0.2 + 0.05) * (0.66 * 0.80 / 0.4);
  const double lr = 0.15 + 0.85 * ratio;
  EXPECT_NEAR(bans(with(report("A:1"), {history("implant", "thigh", "left")}),
                   with(remains("B:1"), {history("implant", "thigh", "left")})),
              std::log10(lr), 1e-3);
}

TEST(BodyHistory, ASerialNumberIsNearlyUnique) {
  const auto numbered = [](std::string serial) {
    return history("implant", "thigh", "left", std::move(serial));
  };
  const auto of = [&](const char* left, const char* right) {
    return bans(with(report("A:1"), {numbered(left)}), with(remains("B:1"), {numbered(right)}));
  };
  EXPECT_GT(of("SN48213377", "SN48213377"), 5.5);
  EXPECT_GT(of("SN48213377", "SN48213877"), 3);  // one character misread
  EXPECT_LT(of("SN48213377", "SN90177512"), -0.5);
  EXPECT_GT(of("SN48213377", "SN90177512"), -1.5);  // never an exclusion
}

TEST(BodyHistory, AnotherPlaceOrKindSpeaksAgainst) {
  EXPECT_LT(bans(with(report("A:1"), {history("implant", "thigh", "left")}),
                 with(remains("B:1"), {history("fracture", "chest", "")})),
            -0.3);
  EXPECT_GT(bans(with(report("A:1"), {history("fracture", "thigh", "left")}),
                 with(remains("B:1"), {history("fracture", "leg", "left")})),
            0);
}

TEST(BodyHistory, AScarIsNotSoughtOnASkeletonButMetalIs) {
  const auto skeleton = [] {
    return with(remains("B:1").code(Trait::condition, "skeletonized"),
                {history("fracture", "chest", "")});
  };
  EXPECT_EQ(bans(with(report("A:1"), {history("surgery", "abdomen", "")}), skeleton()), 0);
  EXPECT_LT(bans(with(report("A:1"), {history("implant", "thigh", "left")}), skeleton()), -0.3);
  auto arm = with(remains("B:1").code(Trait::part_kind, "segment"),
                  {history("fracture", "forearm", "left")});
  arm.value(Trait::element, BodyElement{"arm", "left"});
  EXPECT_EQ(bans(with(report("A:1"), {history("implant", "thigh", "left")}), arm), 0);
}

TEST(BodyHistory, SilenceIsWorthNothing) {
  const auto left = table_of({report("A:1"), with(report("A:2"), {history("implant", "hip", "")})});
  const auto right = table_of({remains("B:1").state(Trait::body_history, ObservationState::unknown),
                               with(remains("B:2"), {history("implant", "hip", "")})});
  const auto model = test::prepare("body_history", Relation::identity, left, right);
  EXPECT_EQ(score_of(*model.evidence, 0, 1), Score{});
  EXPECT_EQ(score_of(*model.evidence, 1, 0), Score{});
  EXPECT_EQ(model.evidence->explain(1, 0).state, ObservationState::unknown);
  EXPECT_EQ(model.evidence->explain(0, 1).reason, "evidence.missing");
}

TEST(BodyHistory, TheExplanationShowsBothSerialNumbers) {
  const auto left = table_of({with(report("A:1"), {history("implant", "hip", "left", "AB12345"),
                                                   history("fracture", "chest", "")})});
  const auto right =
      table_of({with(remains("B:1"), {history("implant", "hip", "left", "AB12346")})});
  const auto model = test::prepare("body_history", Relation::identity, left, right);
  const Finding finding = model.evidence->explain(0, 0);
  EXPECT_EQ(finding.arguments, (std::vector<std::string>{"1", "2", "1"}));
  ASSERT_EQ(finding.details.size(), 2U);
  EXPECT_EQ(finding.details[0].reason, "body_history.same_serial");
  EXPECT_EQ(finding.details[0].arguments, (std::vector<std::string>{"AB12345", "AB12346"}));
  EXPECT_EQ(finding.details[1].reason, "body_history.not_found");
  for (const Relation relation : {Relation::duplicate, Relation::same_body}) {
    const auto other = test::prepare("body_history", relation, right, right);
    test::expect_explained(*other.evidence, right, right);
  }
}

}  // namespace
}  // namespace confronta
