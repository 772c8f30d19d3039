#include <gtest/gtest.h>

#include <cmath>

#include "models/evidence/common/mouths.h"
#include "models/evidence/common/tooth_changes.h"
#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::lr_of;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;

struct Tooth {
  int number;
  ToothState state;
  std::uint8_t surfaces = 0;
};

ToothChart chart(std::initializer_list<Tooth> teeth) {
  ToothChart chart;
  for (const Tooth& tooth : teeth) {
    const auto at = static_cast<std::size_t>(fdi_position(tooth.number));
    chart.state[at] = tooth.state;
    chart.surfaces[at] = tooth.surfaces;
  }
  return chart;
}

double bans(const ToothChart& before, const ToothChart& after) {
  const auto left = table_of({report("A:1").value(Trait::teeth, before)});
  const auto right = table_of({remains("B:1").value(Trait::teeth, after)});
  const auto model = test::prepare_with("teeth", Relation::identity, left, right, {});
  test::expect_explained(*model.evidence, left, right);
  return score_of(*model.evidence, 0, 0).log10();
}

constexpr std::array<ToothState, 9> exact_states{
    ToothState::sound,      ToothState::caries,
    ToothState::filled,     ToothState::crown,
    ToothState::root_canal, ToothState::implant,
    ToothState::pontic,     ToothState::missing_ante_mortem,
    ToothState::unerupted};

TEST(ToothChanges, EveryStateGoesSomewhere) {
  for (const bool third : {false, true})
    for (const ToothChanges& changes :
         {tooth_changes(0.5, third, {}), tooth_changes(12, third, {})})
      for (const TruthShares& row : changes) {
        double sum = 0;
        for (double p : row) sum += p;
        EXPECT_NEAR(sum, 1, 1e-12);
      }
}

TEST(ToothChanges, TimeDoesNotHeal) {
  EXPECT_TRUE(is_explainable(truth_sound, truth_filled));
  EXPECT_TRUE(is_explainable(truth_filled, truth_missing));
  EXPECT_TRUE(is_explainable(truth_unerupted, truth_sound));
  EXPECT_FALSE(is_explainable(truth_missing, truth_sound));
  EXPECT_FALSE(is_explainable(truth_crown, truth_sound));
  EXPECT_FALSE(is_explainable(truth_root_canal, truth_filled));
  // .03 a year, 45 % of it fillings: 1 - e^-.15 = .1393, times .45
  EXPECT_NEAR(tooth_changes(5, false, {})[truth_sound][truth_filled], 0.0627, 1e-4);
}

TEST(Mouths, TheFormulaIsADistribution) {
  const Mouths mouths{Parameters{}};
  for (std::size_t m = 0; m < mouth_kinds.size(); ++m)
    for (std::size_t k = 0; k < tooth_kinds.size(); ++k)
      EXPECT_NEAR(share_of(mouths.truths(m, k), (1U << truth_count) - 1), 1, 1e-12);
  EXPECT_EQ(tooth_kind(static_cast<std::size_t>(fdi_position(38)), AgeBand::adult), 5U);
  EXPECT_EQ(tooth_kind(static_cast<std::size_t>(fdi_position(23)), AgeBand::adult), 1U);
}

// METHOD 1, exactly: over all states of three teeth of the remains.
TEST(Teeth, TheMeanLikelihoodRatioOverAllChartsIsOne) {
  const std::vector<TraitTable::Row> reports{
      report("A:1").value(Trait::teeth, chart({{16, ToothState::filled, 3},
                                               {11, ToothState::sound},
                                               {48, ToothState::unerupted}})),
      report("A:2").value(Trait::teeth, chart({{16, ToothState::missing_ante_mortem},
                                               {11, ToothState::crown},
                                               {21, ToothState::root_canal}})),
      report("A:3").value(Trait::teeth, chart({{16, ToothState::present}}))};
  std::vector<TraitTable::Row> rows;
  std::vector<double> weights;
  const Mouths mouths{Parameters{}};
  for (ToothState first : exact_states)
    for (ToothState second : exact_states)
      for (ToothState third : exact_states) {
        const ToothChart c = chart({{16, first}, {11, second}, {48, third}});
        rows.push_back(remains("B:" + std::to_string(1000 + rows.size())).value(Trait::teeth, c));
        double p = 0;
        for (std::size_t m = 0; m < mouth_kinds.size(); ++m)
          p += mouths.share(m) * mouths.probability({&c, AgeBand::unknown}, m);
        weights.push_back(p);
      }
  const TraitTable left{reports};
  const TraitTable right{rows};
  const auto model = test::prepare_with("teeth", Relation::identity, left, right, {});
  for (RowId l = 0; l < left.size(); ++l) {
    double sum = 0;
    for (RowId r = 0; r < right.size(); ++r) sum += weights[r] * lr_of(*model.evidence, l, r);
    EXPECT_NEAR(sum, 1, 1e-4) << left.id(l);  // the rounding of scores
  }
}

// A population whose mouths differ: whoever has one bad tooth has more. Independent teeth would
// give a mean far above 1 for a report with a bad mouth.
TEST(Teeth, TheMeanLikelihoodRatioOverAnEstimatedReferenceIsOne) {
  std::uint32_t seed = 11;
  const auto next = [&seed] {
    seed = seed * 1664525U + 1013904223U;
    return static_cast<double>(seed >> 8) / (1 << 24);
  };
  std::vector<TraitTable::Row> rows;
  for (int i = 0; i < 8000; ++i) {
    const double bad = next() < 0.5 ? 0.05 : 0.55;
    ToothChart c;
    for (int number : {14, 15, 24, 25})
      c.state[static_cast<std::size_t>(fdi_position(number))] =
          next() >= bad ? ToothState::sound
                        : exact_states[1 + static_cast<std::size_t>(8 * next())];
    rows.push_back(remains("B:" + std::to_string(10000 + i)).value(Trait::teeth, c));
  }
  const TraitTable right{rows};
  const ToothChart bad_mouth = chart({{14, ToothState::filled}, {15, ToothState::sound}});
  const ToothChart good_mouth = chart({{14, ToothState::sound},
                                       {15, ToothState::sound},
                                       {24, ToothState::sound},
                                       {25, ToothState::sound}});
  const auto left = table_of({report("A:1").value(Trait::teeth, bad_mouth),
                              report("A:2").value(Trait::teeth, good_mouth)});
  const auto model = test::prepare("teeth", Relation::identity, left, right);
  EXPECT_NEAR(test::sum_over_reference(*model.evidence, 0, right), 1, 0.1);
  EXPECT_NEAR(test::sum_over_reference(*model.evidence, 1, right), 1, 0.05);
}

TEST(Teeth, OneToothWorkedOutByHand) {
  // A canine of which both say "crown". Mouths .4, .4, .2; affected .08, .25, .5 times .4 for a
  // canine, .04 of that crowned, .995 not unerupted.
  const double few = 0.995 * 0.032 * 0.04, some = 0.995 * 0.1 * 0.04, many = 0.995 * 0.2 * 0.04;
  const double h2 = 0.4 * few + 0.4 * some + 0.2 * many;
  const double error = 1 - 0.98 * 0.98;
  const double stays = std::exp(-0.03 * 5);
  double h1 = 0;
  for (const auto& [share, crown] : {std::pair{0.4, few}, {0.4, some}, {0.2, many}})
    h1 += share * crown / h2 * ((1 - error) * stays + error * crown);
  EXPECT_NEAR(bans(chart({{13, ToothState::crown}}), chart({{13, ToothState::crown}})),
              std::log10(0.998 * h1 / h2 + 0.002), 1e-4);
}

TEST(Teeth, AnExtractedToothThatIsThereSpeaksStronglyAgainstWithoutExcluding) {
  const double against =
      bans(chart({{16, ToothState::missing_ante_mortem}}), chart({{16, ToothState::sound}}));
  EXPECT_LT(against, -1);
  EXPECT_GT(against, -2.7);  // the two charts may have been mixed up
  // whereas a sound tooth that was filled or pulled later is no contradiction
  EXPECT_GT(bans(chart({{16, ToothState::sound}}), chart({{16, ToothState::filled}})), -1);
}

TEST(Teeth, AToothLostAfterDeathIsAToothThatWasThere) {
  EXPECT_LT(bans(chart({{16, ToothState::missing_ante_mortem}}),
                 chart({{16, ToothState::missing_post_mortem}})),
            -0.7);
  EXPECT_GT(bans(chart({{16, ToothState::sound}}), chart({{16, ToothState::missing_post_mortem}})),
            0);
}

TEST(Teeth, AnUneruptedWisdomToothMayComeThroughLater) {
  const double third = bans(chart({{48, ToothState::unerupted}}), chart({{48, ToothState::sound}}));
  const double molar = bans(chart({{36, ToothState::unerupted}}), chart({{36, ToothState::sound}}));
  EXPECT_GT(third, molar);
}

TEST(Teeth, TheSurfacesOfAFillingWeigh) {
  const auto filled = [](std::uint8_t surfaces) {
    return chart({{16, ToothState::filled, surfaces}});
  };
  const double unstated = bans(filled(0), filled(3));
  EXPECT_GT(bans(filled(3), filled(3)), unstated + 1);                // MO and MO
  EXPECT_GT(bans(filled(2), filled(3)), bans(filled(4), filled(3)));  // it may grow, not move
}

TEST(Teeth, ACommonCauseIsCountedOnce) {
  // Ten sound teeth on both sides are worth less than ten times one.
  ToothChart ten;
  for (int number : {11, 12, 13, 14, 15, 21, 22, 23, 24, 25})
    ten.state[static_cast<std::size_t>(fdi_position(number))] = ToothState::sound;
  EXPECT_LT(bans(ten, ten),
            10 * bans(chart({{14, ToothState::sound}}), chart({{14, ToothState::sound}})));
}

TEST(Teeth, WithoutAChartThereIsNothingToSay) {
  const auto left = table_of({report("A:1"), report("A:2").value(Trait::teeth, ToothChart{})});
  const auto right =
      table_of({remains("B:1").value(Trait::teeth, chart({{11, ToothState::sound}})),
                remains("B:2").state(Trait::teeth, ObservationState::not_observable)});
  const auto model = test::prepare("teeth", Relation::identity, left, right);
  for (RowId l = 0; l < 2; ++l)
    for (RowId r = 0; r < 2; ++r) EXPECT_EQ(score_of(*model.evidence, l, r), Score{});
  EXPECT_EQ(model.evidence->explain(0, 1).state, ObservationState::not_observable);
  EXPECT_EQ(model.evidence->explain(1, 0).reason, "evidence.missing");
}

TEST(Teeth, TheExplanationCountsAgreementChangeAndContradiction) {
  const auto left =
      table_of({report("A:1").value(Trait::teeth, chart({{11, ToothState::sound},
                                                         {16, ToothState::filled},
                                                         {26, ToothState::missing_ante_mortem},
                                                         {36, ToothState::sound}}))});
  const auto right = table_of({remains("B:1").value(
      Trait::teeth,
      chart({{11, ToothState::present}, {16, ToothState::crown}, {26, ToothState::sound}}))});
  const auto model = test::prepare_with("teeth", Relation::identity, left, right, {});
  const Finding finding = model.evidence->explain(0, 0);
  EXPECT_EQ(finding.reason, "teeth.compared");
  EXPECT_EQ(finding.arguments, (std::vector<std::string>{"3", "1", "1", "1"}));
  ASSERT_EQ(finding.details.size(), 3U);
  EXPECT_EQ(finding.details[0].reason, "teeth.tooth_changed");  // position order: 16, 11, 26
  EXPECT_EQ(finding.details[0].arguments,
            (std::vector<std::string>{"16", "@tooth.filled", "@tooth.crown"}));
  EXPECT_EQ(finding.details[2].reason, "teeth.tooth_contradiction");
  EXPECT_LT(finding.details[2].score.units, 0);
}

}  // namespace
}  // namespace confronta
