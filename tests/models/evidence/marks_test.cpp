#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/support/marks.h"

namespace confronta {
namespace {

using namespace test;  // the small world of tests/models/support/marks.h

// METHOD 1: sum over all outcomes of P(outcome | H2) LR = 1, for reports of every kind. What is
// missing from 1 is H1's probability of more than two marks, and of types that this world lacks.
TEST(Marks, TheMeanLikelihoodRatioOverAllOutcomesIsOne) {
  const std::vector<double> listing{0.96, 0.0392, 0.0008};
  std::vector<double> weights{listing[0]};
  std::vector<TraitTable::Row> bodies{body(numbered("b", 0), {Mark{}})};
  const auto marks = all_marks();
  for (const Share& first : marks) {
    weights.push_back(listing[1] * first.p);
    bodies.push_back(body(numbered("b", bodies.size()), {first.part}));
    for (const Share& second : marks) {
      weights.push_back(listing[2] * first.p * second.p);
      bodies.push_back(body(numbered("b", bodies.size()), {first.part, second.part}));
    }
  }
  Prepared p;
  ASSERT_TRUE(p.parameters.set("marks.prevalence_remains", 0.04).ok());
  p.left = TraitTable{
      {report("a", {Mark{}}), report("b", {tattoo("forearm", "left", {"skull"})}),
       report("c", {tattoo("hand", "right", {"star"}, "KARLA")}),
       report("d", {tattoo("arm", "", {"rose", "skull"})}), report("e", {tattoo("", "", {})}),
       report("f",
              {tattoo("forearm", "left", {"star", "letters"}), tattoo("hand", "", {"rose"})})}};
  p.right = TraitTable{std::move(bodies)};
  p.reference = exact_reference(listing);
  p.prepare();
  for (RowId l = 0; l < p.left.size(); ++l) {
    double sum = 0;
    const auto row = scores(*p.evidence, l, p.right.size());
    for (RowId r = 0; r < p.right.size(); ++r) sum += weights[r] * portable_pow(10, row[r].log10());
    EXPECT_NEAR(sum, 1, 0.03) << p.left.id(l);
  }
}

TEST(Marks, TheMeanLikelihoodRatioOverAnEstimatedReferenceIsOne) {
  Prepared p;
  p.right = random_bodies(20000, 7);
  p.left = table_of({report("a", {Mark{}}), report("b", {tattoo("forearm", "left", {"skull"})}),
                     report("c", {tattoo("hand", "right", {"star"}, "KARLA")}),
                     report("d", {tattoo("forearm", "left", {"star", "letters"}),
                                  tattoo("hand", "", {"rose"})})});
  p.estimate();
  p.prepare();
  for (RowId l = 0; l < p.left.size(); ++l) {
    double sum = 0;
    double listing = 0;
    const auto row = scores(*p.evidence, l, p.right.size());
    for (RowId r = 0; r < p.right.size(); ++r) {
      if (p.right.state(r, Trait::mark) != ObservationState::observed) continue;
      sum += portable_pow(10, row[r].log10());
      ++listing;
    }
    // smoothing, the small counts of rare agreements, and lists of more than four marks
    EXPECT_NEAR(sum / listing, 1, 0.12) << p.left.id(l);
  }
}

// Texts that the reference lacks: what is missing from 1 is the probability, under H1, of texts
// that no body of the reference bears. The sum must never exceed 1.
TEST(Marks, AnUnheardOfTextIsNotOverstated) {
  Prepared p;
  p.right = random_bodies(20000, 7);
  p.left = table_of({report("a", {tattoo("neck", "", {}, "XOCHITL")})});
  p.estimate();
  p.prepare();
  double sum = 0;
  double listing = 0;
  for (Score score : scores(*p.evidence, 0, p.right.size())) {
    if (score.units == 0) continue;
    sum += portable_pow(10, score.log10());
    ++listing;
  }
  EXPECT_LT(sum / listing, 1);
}

TEST(Marks, OnePairWorkedOutByHand) {
  // One mark each, equal in all; 45 % with marks, mean .98 of them.
  Prepared p;
  p.left = table_of({report("a", {tattoo("chest", "", {}, "JESUS")})});
  p.right = table_of({body("b", {tattoo("chest", "", {}, "JESUS")})});
  p.reference = exact_reference({0.55, 0.2, 0.12, 0.08, 0.05});
  p.prepare();
  const ListCensus census{1e8, {5.5e7, 2e7, 1.2e7, 8e6, 5e6}};
  const ListCounts counts{census, {0.45, 2.3, 20}};
  double w[2];
  const double d = 0.85 * 0.9;  // condition not stated, a tattoo
  counts.size_weights(std::vector<double>{d}, 0.65, counts.mean() / 0.9, 1, w);
  const double type = 0.93 / 0.8;
  const double place = 0.66 * 0.5 / 0.28;  // no side on either
  // equal text; one word and one motif, "letters", leave no other to agree in
  const double content = 0.50 / (1 - 0.05 - 0.05 - 0.02) / (0.20 / 0.90);  // of the described
  const double lr = w[0] + w[1] * d / (1 - d) * type * place * content;
  EXPECT_NEAR(p.bans(), std::log10(lr), 0.001);
}

TEST(Marks, TextInQuotesOutweighsThePlace) {
  const double same_text_elsewhere =
      pair_bans(report("a", {tattoo("forearm", "left", {}, "KARLA")}),
                body("b", {tattoo("chest", "", {}, "KARLA")}));
  const double other_text_same_place =
      pair_bans(report("a", {tattoo("forearm", "left", {}, "KARLA")}),
                body("b", {tattoo("forearm", "left", {}, "LUIS")}));
  EXPECT_GT(pair_bans(report("a", {tattoo("arm", "left", {}, "KARLA")}),
                      body("b", {tattoo("forearm", "left", {}, "KARLA")})),
            0);
  EXPECT_GT(same_text_elsewhere, other_text_same_place);
  EXPECT_LT(other_text_same_place, -0.2);
}

TEST(Marks, TheSamePlaceWithAnotherDesignSpeaksAgainst) {
  EXPECT_LT(pair_bans(report("a", {tattoo("calf", "left", {"rose"})}),
                      body("b", {tattoo("calf", "left", {"skull"})})),
            -0.2);
  // a rare place must not turn the balance
  EXPECT_LT(pair_bans(report("a", {tattoo("finger", "left", {"crown"})}),
                      body("b", {tattoo("finger", "left", {}, "5")})),
            -0.2);
}

TEST(Marks, AMissingMarkOnAFreshBodySpeaksAgainstAndOnASkeletonSaysNothing) {
  const auto reported = [] { return report("a", {tattoo("chest", "", {"skull"})}); };
  auto fresh = body("b", {Mark{}});
  fresh.value(Trait::condition, Code{"fleshed"});
  EXPECT_LT(pair_bans(reported(), fresh), -0.4);
  auto skeleton = body("b", {Mark{}});
  skeleton.value(Trait::condition, Code{"skeletonized"});
  EXPECT_EQ(pair_bans(reported(), skeleton), 0);
}

TEST(Marks, ARegionThatIsNotThereDoesNotDisagree) {
  auto arm = body("b", {Mark{}});
  arm.value(Trait::part_kind, Code{"segment"});
  arm.value(Trait::element, BodyElement{"arm", "left"});
  EXPECT_EQ(pair_bans(report("a", {tattoo("calf", "left", {"rose"})}), arm), 0);
  EXPECT_LT(pair_bans(report("a", {tattoo("forearm", "left", {"rose"})}), arm), -0.1);
  EXPECT_EQ(pair_bans(report("a", {tattoo("forearm", "right", {"rose"})}), arm), 0);
}

// Ears are pierced on most women; this register writes it of one body in fifty. A pierced ear on
// both sides is then worth little: it is rarely written of the right body, and an ear is where
// piercings are.
TEST(Marks, ACommonThingThatARegisterRarelyWritesIsWorthLittle) {
  const Mark pierced{"piercing", "ear", "", "", {}, "", ""};
  const Mark scar{"scar", "knee", "left", "", {}, "", ""};
  std::vector<TraitTable::Row> people;
  std::vector<TraitTable::Row> bodies;
  for (std::size_t i = 0; i < 1000; ++i) {
    auto person = report(numbered("A:", i)).code(Trait::sex, "female");
    person.value(Trait::mark, i % 2 == 0 ? pierced : tattoo("arm", "left", {"rose"}));
    people.push_back(person);
    auto body = remains(numbered("B:", i)).code(Trait::sex, "female");
    if (i % 50 == 0) body.value(Trait::mark, pierced);
    if (i % 50 != 0) body.value(Trait::mark, i % 2 == 0 ? scar : tattoo("arm", "left", {"rose"}));
    bodies.push_back(body);
  }
  const TraitTable left{people};
  const TraitTable right{bodies};
  const auto model = prepare("marks", Relation::identity, left, right);
  EXPECT_LT(score_of(*model.evidence, 0, 0).log10(), 0.7);
  EXPECT_EQ(model.reference.find("identity/marks.seen").at("piercing"), 20);
  EXPECT_NEAR(model.reference.find("identity/marks.expected").at("piercing"), 700, 1e-6);
}

// Men outnumber women by nine to one, and hardly ever bear the mark: what a pierced ear on a woman
// tells is how rare it is among women's marks, since her sex is counted by another model.
TEST(Marks, KindsOfMarksAreWeighedAmongTheMarksOfOneSex) {
  const Mark pierced{"piercing", "ear", "", "", {}, "", ""};
  std::vector<TraitTable::Row> bodies;
  for (std::size_t i = 0; i < 2000; ++i) {
    const bool woman = i % 10 == 0;
    auto body = remains(numbered("B:", i)).code(Trait::sex, woman ? "female" : "male");
    const bool has_it = woman && i % 20 == 0;
    body.value(Trait::mark, has_it ? pierced : tattoo("arm", "left", {"rose"}));
    bodies.push_back(body);
  }
  auto unknown = remains(numbered("B:", bodies.size())).value(Trait::mark, pierced);
  bodies.push_back(unknown);
  const TraitTable left =
      table_of({report("A:1").code(Trait::sex, "female").value(Trait::mark, pierced)});
  const TraitTable right{bodies};
  const auto model = prepare("marks", Relation::identity, left, right);
  const double of_a_woman = score_of(*model.evidence, 0, 0).log10();
  const double of_anybody = score_of(*model.evidence, 0, right.size() - 1).log10();
  EXPECT_LT(of_a_woman, of_anybody - 0.3);
}

}  // namespace
}  // namespace confronta
