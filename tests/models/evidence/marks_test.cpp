#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>

#include "models/evidence/common/mark_model.h"
#include "models/stats/portable_math.h"
#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::score_of;

// An id that sorts by number.
std::string numbered(std::string_view prefix, std::size_t i) {
  const std::string digits = std::to_string(i);
  return std::string{prefix} + std::string(7 - digits.size(), '0') + digits;
}

// The scores of one left row against all right rows, which a model may compute otherwise than those
// of single pairs.
std::vector<Score> scores(const Evidence& evidence, RowId left, RowId right_rows) {
  std::vector<RowId> all(right_rows);
  for (RowId i = 0; i < right_rows; ++i) all[i] = i;
  std::vector<Score> sum(right_rows);
  evidence.add(left, all, sum);
  return sum;
}

Mark tattoo(std::string region, std::string side, std::vector<std::string> motifs,
            std::string text = {}) {
  return Mark{"tattoo", std::move(region), std::move(side), "", std::move(motifs), std::move(text),
              ""};
}

// A small world in which type, place and content are independent, and in which two marks can agree
// to every level that the model knows.
struct Share {
  Mark part;
  double p;
};
const std::vector<Share> types{{{"tattoo", "", "", "", {}, "", ""}, 0.8},
                               {{"other", "", "", "", {}, "", ""}, 0.20}};
const std::vector<Share> places{
    {tattoo("forearm", "left", {}), 0.20}, {tattoo("forearm", "right", {}), 0.15},
    {tattoo("forearm", "", {}), 0.05},     {tattoo("arm", "left", {}), 0.10},
    {tattoo("arm", "right", {}), 0.08},    {tattoo("arm", "", {}), 0.02},
    {tattoo("hand", "left", {}), 0.06},    {tattoo("hand", "right", {}), 0.04},
    {tattoo("hand", "", {}), 0.02},        {tattoo("chest", "", {}), 0.28}};
const std::vector<Share> contents{{tattoo("", "", {"rose"}), 0.20},
                                  {tattoo("", "", {"skull"}), 0.15},
                                  {tattoo("", "", {"rose", "skull"}), 0.05},
                                  {tattoo("", "", {"letters"}), 0.08},
                                  {tattoo("", "", {}), 0.10},
                                  {tattoo("", "", {"star", "letters"}), 0.02},
                                  {tattoo("", "", {"star"}, "KARLA"), 0.03},
                                  {tattoo("", "", {}, "KARLA"), 0.05},
                                  {tattoo("", "", {"star"}, "CARLA"), 0.02},
                                  {tattoo("", "", {}, "KARLA Y LUIS"), 0.02},
                                  {tattoo("", "", {}, "LUIS SOTO"), 0.03},
                                  {tattoo("", "", {"star"}), 0.05},
                                  {tattoo("", "", {}, "JESUS"), 0.20}};

std::vector<Share> all_marks() {
  std::vector<Share> marks;
  for (const Share& type : types)
    for (const Share& place : places)
      for (const Share& content : contents) {
        Mark mark = content.part;
        mark.type = type.part.type;
        mark.region = place.part.region;
        mark.side = place.part.side;
        marks.push_back({mark, type.p * place.p * content.p});
      }
  return marks;
}

// A reference of a hundred million bodies with exactly those shares, so that smoothing does not
// show.
ReferenceSet exact_reference(const std::vector<double>& listing) {
  ReferenceSet reference;
  const double bodies = 1e8;
  const auto table = [&](const std::string& name) -> ReferenceTable& {
    return reference.table(table_name(Relation::identity, "marks." + name));
  };
  table("count.fresh.whole").numbers["records"] = bodies;
  for (std::size_t k = 0; k < listing.size(); ++k)
    table("count.fresh.whole").numbers[std::to_string(k)] = bodies * listing[k];
  for (const auto& [mark, share] : all_marks()) {
    const std::string family = mark.type == "tattoo" ? "tattoo" : "other";
    table("type.fresh").numbers[mark.type] += bodies * share;
    table("place." + family).numbers[place_key(place_code(mark.region, mark.side))] +=
        bodies * share;
    table("content." + family).numbers[content_key(mark)] += bodies * share;
  }
  return reference;
}

struct Prepared {
  TraitTable left, right;
  ReferenceSet reference;
  Parameters parameters;
  Relation relation = Relation::identity;
  std::unique_ptr<Evidence> evidence;

  void prepare() {
    evidence =
        test::model_named("marks").factory.prepare({left, right, relation, reference, parameters});
  }
  void estimate() {
    test::model_named("marks").factory.estimate({left, right, relation, parameters}, reference);
  }
  double bans(RowId l = 0, RowId r = 0) const { return score_of(*evidence, l, r).log10(); }
};

test::RowBuilder marked(test::RowBuilder row, const std::vector<Value>& marks) {
  for (const Value& mark : marks) row.value(Trait::mark, mark);
  return row;
}
test::RowBuilder report(std::string id, const std::vector<Value>& marks) {
  return marked(test::report(std::move(id)), marks);
}
test::RowBuilder body(std::string id, const std::vector<Value>& marks) {
  return marked(test::remains(std::move(id)), marks);
}

// One pair against the reference of the vocabulary, 45 % with marks.
double pair_bans(TraitTable::Row left, TraitTable::Row right,
                 Relation relation = Relation::identity) {
  Prepared p;
  p.relation = relation;
  p.left = test::table_of({std::move(left)});
  p.right = test::table_of({std::move(right)});
  p.reference = exact_reference({0.55, 0.2, 0.12, 0.08, 0.05});
  if (relation != Relation::identity) p.reference = {};
  p.prepare();
  EXPECT_EQ(p.evidence->explain(0, 0).score, score_of(*p.evidence, 0, 0));
  return p.bans();
}

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

// Bodies drawn at random from the small world, 60 % of them with one to four marks; of the others
// half say that there are none.
TraitTable random_bodies(std::size_t n, std::uint32_t seed) {
  const auto next = [&seed] {
    seed = seed * 1664525U + 1013904223U;
    return static_cast<double>(seed >> 8) / (1 << 24);
  };
  const auto marks = all_marks();
  std::vector<TraitTable::Row> rows;
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<Value> values;
    const int count = next() < 0.6 ? 1 + static_cast<int>(4 * next()) : 0;
    for (int k = 0; k < count; ++k) {
      double left = next();
      std::size_t at = 0;
      while (at + 1 < marks.size() && left >= marks[at].p) left -= marks[at++].p;
      values.emplace_back(marks[at].part);
    }
    if (values.empty() && next() < 0.5) values.emplace_back(Mark{});
    rows.push_back(body(numbered("b", i), values));
  }
  return TraitTable{std::move(rows)};
}

TEST(Marks, TheMeanLikelihoodRatioOverAnEstimatedReferenceIsOne) {
  Prepared p;
  p.right = random_bodies(20000, 7);
  p.left =
      test::table_of({report("a", {Mark{}}), report("b", {tattoo("forearm", "left", {"skull"})}),
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
  p.left = test::table_of({report("a", {tattoo("neck", "", {}, "XOCHITL")})});
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
  p.left = test::table_of({report("a", {tattoo("chest", "", {}, "JESUS")})});
  p.right = test::table_of({body("b", {tattoo("chest", "", {}, "JESUS")})});
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

TEST(Marks, SilenceIsWorthNothingAndSaysWhy) {
  Prepared p;
  auto redacted = body("c", {});
  redacted.state(Trait::mark, ObservationState::redacted);
  auto skeleton = body("d", {});
  skeleton.state(Trait::mark, ObservationState::not_observable);
  p.left = test::table_of({report("a", {tattoo("chest", "", {"rose"})}), report("b", {})});
  p.right = test::table_of(
      {body("b", {}), redacted, skeleton, body("e", {tattoo("chest", "", {"rose"})})});
  p.estimate();
  p.prepare();
  const std::vector<ObservationState> states{
      ObservationState::not_recorded, ObservationState::redacted, ObservationState::not_observable};
  for (RowId r = 0; r < 3; ++r) {
    EXPECT_EQ(p.bans(0, r), 0);
    const Finding finding = p.evidence->explain(0, r);
    EXPECT_EQ(finding.state, states[r]);
    EXPECT_EQ(finding.reason, "evidence.missing");
  }
  EXPECT_EQ(p.bans(1, 3), 0);
  EXPECT_EQ(p.evidence->explain(1, 3).state, ObservationState::not_recorded);
}

TEST(Marks, NoMarksOnEitherSideIsWeakEvidenceFor) {
  const double bans = pair_bans(report("a", {Mark{}}), body("b", {Mark{}}));
  EXPECT_GT(bans, 0);
  EXPECT_LT(bans, 0.3);
}

TEST(Marks, ExplainingAgreesWithAddingForRowsAndForSinglePairs) {
  for (Relation relation : {Relation::identity, Relation::duplicate, Relation::same_body}) {
    Prepared p;
    p.relation = relation;
    p.right = random_bodies(120, 3);
    p.left = relation == Relation::identity ? random_bodies(40, 5) : p.right;
    p.estimate();
    p.prepare();
    for (RowId l = 0; l < p.left.size(); ++l) {
      const auto row = scores(*p.evidence, l, p.right.size());
      for (RowId r = 0; r < p.right.size(); ++r) {
        EXPECT_EQ(row[r], score_of(*p.evidence, l, r));
        EXPECT_EQ(row[r], p.evidence->explain(l, r).score);
      }
    }
  }
}

TEST(Marks, TheDetailsNameWhatAgreesAndWhatIsMissing) {
  Prepared p;
  p.left = TraitTable{
      {report("a", {tattoo("forearm", "left", {}, "KARLA"), tattoo("chest", "", {"skull"})})}};
  p.right = TraitTable{
      {body("b", {tattoo("neck", "", {"star"}), tattoo("forearm", "left", {}, "CARLA")})}};
  p.reference = exact_reference({0.55, 0.2, 0.12, 0.08, 0.05});
  p.prepare();
  const Finding finding = p.evidence->explain(0, 0);
  EXPECT_EQ(finding.reason, "marks.compared");
  EXPECT_EQ(finding.arguments, (std::vector<std::string>{"1", "2", "2"}));
  ASSERT_EQ(finding.details.size(), 3U);
  EXPECT_EQ(finding.details[0].reason, "marks.text_near");
  EXPECT_EQ(finding.details[0].arguments,
            (std::vector<std::string>{"@mark_type.tattoo", "@region.forearm", "@side.left",
                                      "\"KARLA\"", "\"CARLA\""}));
  EXPECT_GT(finding.details[0].score.units, 0);
  EXPECT_EQ(finding.details[1].reason, "marks.not_found");
  EXPECT_EQ(finding.details[2].reason, "marks.unmentioned");
}

// Two reports of one person were merged into one row: each lists the same tattoo.
TEST(Marks, AMergedRowListsAMarkOnce) {
  TraitTable::Row merged =
      report("a", {tattoo("chest", "", {"skull"}), tattoo("chest", "", {"skull", "rose"})});
  merged.observations.back().from.record = 1;
  const auto table = test::table_of({merged});
  const MarkList list = marks_of(table, 0);
  ASSERT_EQ(list.marks.size(), 1U);
  EXPECT_EQ(std::get<Mark>(list.marks[0]->value).motifs.size(), 2U);
}

TEST(Marks, LongListsKeepTheMarksThatTellMost) {
  std::vector<Value> marks;
  for (int i = 0; i < 12; ++i) marks.emplace_back(tattoo("arm", "left", {}));
  marks.emplace_back(tattoo("neck", "", {}, "KARLA"));
  const auto table = test::table_of({report("a", marks)});
  const MarkList list = marks_of(table, 0);
  ASSERT_EQ(list.marks.size(), 10U);
  EXPECT_EQ(std::get<Mark>(list.marks[0]->value).inscription, "KARLA");
}

// Descriptions of tattoos from both of Jalisco's lists, paired by another program by likeness: 150
// candidates, none confirmed. They do not belong to this project; a folder with them may be named.
struct Described {
  std::string region, side, text, motif;
};

Described describe(const std::string& words) {
  using Word = std::pair<std::string_view, std::string_view>;
  static constexpr Word regions[] = {
      {"antebrazo", "forearm"}, {"mano", "hand"},   {"pantorrilla", "calf"},
      {"hombro", "shoulder"},   {"pecho", "chest"}, {"espalda", "back"},
      {"cuello", "neck"},       {"pierna", "leg"},  {"brazo", "arm"}};
  static constexpr Word motifs[] = {{"calavera", "skull"}, {"rosa", "rose"},
                                    {"corona", "crown"},   {"payaso", "clown"},
                                    {"pluma", "feather"},  {"bicicleta", "bicycle"}};
  static constexpr Word sides[] = {{"izquierd", "left"}, {"derech", "right"}};
  const auto first_of = [&](const auto& list) -> std::string {
    for (const auto& [spanish, word] : list)
      if (words.find(spanish) != std::string::npos) return std::string{word};
    return "";
  };
  Described d{first_of(regions), first_of(sides), "", first_of(motifs)};
  const auto open = words.find('"');
  const auto close = words.find('"', open + 1);
  if (open != std::string::npos && close != std::string::npos)
    for (const char c : words.substr(open + 1, close - open - 1))
      d.text += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return d;
}

// The first two cells of a line of CSV.
std::pair<std::string, std::string> two_cells(const std::string& line) {
  std::string cells[2];
  std::size_t cell = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < line.size() && cell < 2; ++i) {
    if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
      cells[cell] += line[++i];
    else if (line[i] == '"')
      quoted = !quoted;
    else if (line[i] == ',' && !quoted)
      ++cell;
    else
      cells[cell] += line[i];
  }
  return {cells[0], cells[1]};
}

TEST(Marks, TellsSameTextsFromSamePlacesInJalisco) {
  const char* folder = std::getenv("CONFRONTA_REFERENCE_DATA");
  std::ifstream file{std::string{folder ? folder : ""} + "/mexico/jalisco_tattoo_pairs_sample.csv"};
  if (!folder || !file) GTEST_SKIP() << "no list of pairs here";
  int same_text = 0;
  int other_design = 0;
  for (std::string line; std::getline(file, line);) {
    const auto [of_body, of_report] = two_cells(line);
    const Described p = describe(of_body);
    const Described a = describe(of_report);
    if (a.region.empty() || a.region != p.region) continue;
    const auto mark = [](const Described& d) {
      return tattoo(d.region, d.side,
                    d.motif.empty() ? std::vector<std::string>{} : std::vector{d.motif}, d.text);
    };
    if (!a.text.empty() && a.text == p.text) {
      ++same_text;
      EXPECT_GT(pair_bans(report("a", {mark(a)}), body("b", {mark(p)})), 0) << line;
    } else if (a.side == p.side && a.text.empty() && p.text.empty() && !a.motif.empty() &&
               !p.motif.empty() && a.motif != p.motif) {
      ++other_design;
      EXPECT_LT(pair_bans(report("a", {mark(a)}), body("b", {mark(p)})), 0) << line;
    }
  }
  EXPECT_GT(same_text, 0);
  EXPECT_GT(other_design, 0);
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
    auto person = test::report(numbered("A:", i)).code(Trait::sex, "female");
    person.value(Trait::mark, i % 2 == 0 ? pierced : tattoo("arm", "left", {"rose"}));
    people.push_back(person);
    auto body = test::remains(numbered("B:", i)).code(Trait::sex, "female");
    if (i % 50 == 0) body.value(Trait::mark, pierced);
    if (i % 50 != 0) body.value(Trait::mark, i % 2 == 0 ? scar : tattoo("arm", "left", {"rose"}));
    bodies.push_back(body);
  }
  const TraitTable left{people};
  const TraitTable right{bodies};
  const auto model = test::prepare("marks", Relation::identity, left, right);
  EXPECT_LT(score_of(*model.evidence, 0, 0).log10(), 0.7);
  EXPECT_EQ(model.reference.find("identity/marks.seen").at("piercing"), 20);
  EXPECT_NEAR(model.reference.find("identity/marks.expected").at("piercing"), 700, 1e-6);
}

}  // namespace
}  // namespace confronta
