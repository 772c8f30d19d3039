#include <gtest/gtest.h>

#include <set>

#include "models/evidence/dna/family_case.h"
#include "models/stats/portable_math.h"
#include "tests/models/support/dna.h"

namespace confronta {
namespace {

using genetics::Families;
using genetics::Sex;
using test::allele_share;
using test::Calls;
using test::lr_of;
using test::made_up_family;
using test::note_of;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;
using test::typed;

Families mother_only(const Calls& calls, Sex sex = Sex::male) {
  return Families{{made_up_family(
      "F:1", {{{"mother", "", "", Sex::female}, calls}, {{"son", "", "mother", sex}, {}}}, "son",
      "A:1")}};
}

TEST(Kinship, IsMendelsRatioWithoutErrors) {
  const auto left = table_of({report("A:1"), report("A:2")});
  const auto right = table_of({typed(remains("B:1"), {{"TPOX", {"8", "11"}}}),
                               typed(remains("B:2"), {{"TPOX", {"8", "8"}}}),
                               typed(remains("B:3"), {{"TPOX", {"9", "11"}}})});
  const Families families = mother_only({{"TPOX", {"8", "8"}}});
  const auto model =
      test::prepare_with_families("kinship", left, right, families, test::without_errors());
  // A mother 8/8: her child is 8/x with p_x; somebody else 2 p_8 p_x, or p_8 squared.
  const double p8 = allele_share("TPOX", "8");
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), 1 / (2 * p8), 1e-4);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 1), 1 / p8, 1e-4);
  EXPECT_EQ(score_of(*model.evidence, 0, 2).log10(), -Score::limit_bans);  // impossible
  EXPECT_EQ(score_of(*model.evidence, 1, 0), Score{});                     // no family
}

TEST(Kinship, ASibWithThetaIsTheFamilyTablesRatio) {
  Parameters parameters = test::without_errors();
  ASSERT_TRUE(parameters.set("genetics.theta", 0.03).ok());
  const Families families{{made_up_family("F:1",
                                          {{{"f", "", "", Sex::male}, {{"TPOX", {"8", "9"}}}},
                                           {{"m", "", "", Sex::female}, {}},
                                           {{"x", "f", "m", Sex::female}, {}},
                                           {{"y", "f", "m", Sex::male}, {{"TPOX", {"8", "11"}}}}},
                                          "x", "A:1")}};
  const auto left = table_of({report("A:1")});
  const auto right = table_of({typed(remains("B:1"), {{"TPOX", {"9", "11"}}})});
  const auto model = test::prepare_with_families("kinship", left, right, families, parameters);

  const MatchPopulation population{parameters, {}};
  const auto ladder = population.locus("TPOX", {}).value();
  const auto at = [&](const char* allele) { return ladder.locus.find(allele).value(); };
  const genetics::LocusEvidence evidence{&ladder.locus,
                                         &ladder.mutation,
                                         {{0, genetics::GenotypeCall{at("8"), at("9")}},
                                          {3, genetics::GenotypeCall{at("8"), at("11")}}}};
  const auto table =
      genetics::FamilyTable::make(families.list()[0].pedigree, evidence, 2, population.founders());
  const double expected =
      table.value().likelihood_ratio(genetics::GenotypeCall{at("9"), at("11")}).value();
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), expected, 4e-5 * expected);
}

/// With every error on: whoever the remains are of, given that they are of somebody else.
TEST(Kinship, LikelihoodRatiosSumToOneOverTheGenotypes) {
  Parameters parameters;
  ASSERT_TRUE(parameters.set("genetics.theta", 0).ok());
  const Families families{{made_up_family("F:1",
                                          {{{"f", "", "", Sex::male}, {{"TPOX", {"8", "9"}}}},
                                           {{"m", "", "", Sex::female}, {{"TPOX", {"8", "12"}}}},
                                           {{"x", "f", "m", Sex::male}, {}},
                                           {{"y", "f", "m", Sex::male}, {{"TPOX", {"8", "13"}}}}},
                                          "x", "A:1")}};
  const auto counts = counts_of(allele_tables().front(), "TPOX");
  std::vector<TraitTable::Row> rows;
  std::vector<double> weights;
  for (std::size_t y = 0; y < counts->alleles.size(); ++y)
    for (std::size_t x = 0; x <= y; ++x) {
      const std::string a{counts->alleles[x].name}, b{counts->alleles[y].name};
      rows.push_back(typed(remains("B:" + a + "," + b), {{"TPOX", {a, b}}}));
    }
  const TraitTable right{rows};
  const auto left = table_of({report("A:1")});
  const auto model = test::prepare_with_families("kinship", left, right, families, parameters);
  double sum = 0;
  for (RowId row = 0; row < right.size(); ++row) {
    const std::string pair = right.id(row).substr(2);
    const std::string a = pair.substr(0, pair.find(',')), b = pair.substr(pair.find(',') + 1);
    sum += (a == b ? 1 : 2) * allele_share("TPOX", a) * allele_share("TPOX", b) *
           lr_of(*model.evidence, 0, row);
  }
  EXPECT_NEAR(sum, 1, 1e-4);
  test::expect_explained(*model.evidence, left, right);
}

TEST(Kinship, NothingExcludesInAMatch) {
  Calls mother, stranger;
  for (const char* locus : {"CSF1PO", "TPOX"}) {
    mother.push_back({locus, {"10", "10"}});
    stranger.push_back({locus, {"12", "13"}});
  }
  for (const char* locus : {"D13S317", "D16S539", "D5S818", "D7S820", "D8S1179"}) {
    mother.push_back({locus, {"9", "9"}});
    stranger.push_back({locus, {"13", "14"}});
  }
  const auto left = table_of({report("A:1")});
  const auto right = table_of({typed(remains("B:1"), stranger)});
  const Families families = mother_only(mother);
  const auto model = test::prepare_with_families("kinship", left, right, families);
  const Parameters parameters;
  const double wrong =
      parameters["genetics.wrong_sample"] + parameters["genetics.wrong_relationship"];
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), wrong, 0.01 * wrong);
  const Finding finding = model.evidence->explain(0, 0);
  EXPECT_EQ(finding.reason, "kinship.against");
  EXPECT_EQ(finding.details.front().reason, "kinship.locus_mutation");
}

TEST(Kinship, AFalseFatherIsSeenInTheFamilyItself) {
  // The brother cannot be the named father's: what the father says of the missing one counts less.
  const auto family = [](const Calls& brother) {
    return Families{{made_up_family(
        "F:1",
        {{{"f", "", "", Sex::male}, {{"D13S317", {"8", "9"}}, {"TPOX", {"8", "9"}}}},
         {{"m", "", "", Sex::female}, {{"D13S317", {"10", "10"}}, {"TPOX", {"10", "10"}}}},
         {{"x", "f", "m", Sex::male}, {}},
         {{"y", "f", "m", Sex::male}, brother}},
        "x", "A:1")}};
  };
  const Families agree = family({{"D13S317", {"8", "10"}}, {"TPOX", {"8", "10"}}});
  const Parameters parameters;
  const MatchPopulation population{parameters, {}};
  FamilyCase one{{&agree.list()[0], 2}, population, genetics::DropoutModel{parameters}, parameters};
  one.weigh();
  ASSERT_EQ(one.hypotheses(), 2U);  // as stated, and without the missing person's father
  // Under "father false", remains without his alleles fit; the mixture never falls below its share.
  const Score stated = Score::from_log10(-9);
  const Score cut = Score::from_log10(1);
  const std::array both{stated, cut};
  const double mixed = portable_pow(10, one.together(both).log10());
  EXPECT_GT(mixed, 10 * parameters["genetics.false_paternity"]);
  EXPECT_LT(mixed, 0.5);
}

TEST(Kinship, AnAlleleThatNobodyHasSeenIsRareAndNotImpossible) {
  Calls mother{{"TPOX", {"8", "21"}}};
  const auto left = table_of({report("A:1")});
  const auto right = table_of({typed(remains("B:1"), {{"TPOX", {"8", "21"}}}),
                               typed(remains("B:2"), {{"TPOX", {"8", "22"}}}),
                               typed(remains("B:3"), {{"TPOX", {"OL", "21"}}})});
  const Families families = mother_only(mother);
  const auto model = test::prepare_with_families("kinship", left, right, families);
  EXPECT_GT(lr_of(*model.evidence, 0, 0), 10);  // shared, and rare
  EXPECT_GT(lr_of(*model.evidence, 0, 1), 0.2);
  EXPECT_GT(lr_of(*model.evidence, 0, 2), 10);
  test::expect_explained(*model.evidence, left, right);
}

TEST(Kinship, APairsRatioDoesNotDependOnOtherRows) {
  const Families families = mother_only({{"TPOX", {"8", "11"}}});
  const auto left = table_of({report("A:1")});
  const auto pair = typed(remains("B:1"), {{"TPOX", {"8"}}, {"vWA", {"17", "18"}}});
  const auto alone = table_of({pair});
  const auto many = table_of({pair, typed(remains("B:2"), {{"TPOX", {"8", "23"}}}),
                              typed(remains("B:3"), {{"D3S1358", {"2", "23"}}})});
  const auto one = test::prepare_with_families("kinship", left, alone, families);
  const auto other = test::prepare_with_families("kinship", left, many, families);
  EXPECT_EQ(score_of(*one.evidence, 0, 0), score_of(*other.evidence, 0, 0));
}

TEST(Kinship, OwnSampleSaysItAllUnlessItWasSomebodyElses) {
  const Calls son{{"D13S317", {"8", "12"}}, {"TPOX", {"8", "11"}}, {"vWA", {"14", "17"}}};
  const auto left = table_of({typed(report("A:1"), son), report("A:2")});
  const auto right =
      table_of({typed(remains("B:1"), son),
                typed(remains("B:2"),
                      {{"D13S317", {"8", "9"}}, {"TPOX", {"8", "8"}}, {"vWA", {"14", "19"}}})});
  const Families families =
      mother_only({{"D13S317", {"8", "11"}}, {"TPOX", {"8", "8"}}, {"vWA", {"14", "14"}}});
  const auto model = test::prepare_with_families("kinship", left, right, families);
  EXPECT_LT(score_of(*model.evidence, 0, 0), Score::from_log10(0.1));  // the same person: no news
  EXPECT_GT(score_of(*model.evidence, 0, 1), Score::from_log10(0.1));  // the toothbrush was not his
}

TEST(Kinship, TheLimitsOfAHighRatioAreNamed) {
  Calls parents, child;
  for (const char* locus : {"CSF1PO", "D13S317", "D16S539", "D18S51", "D21S11", "D3S1358", "D5S818",
                            "D7S820", "D8S1179", "FGA", "TH01", "TPOX", "vWA"}) {
    const auto counts = counts_of(allele_tables().front(), locus);
    const std::string a{counts->alleles[0].name}, b{counts->alleles[1].name};
    parents.push_back({locus, {a, b}});
    child.push_back({locus, {a, b}});
  }
  const Families families{{made_up_family("F:1",
                                          {{{"f", "", "", Sex::male}, parents},
                                           {{"m", "", "", Sex::female}, parents},
                                           {{"x", "f", "m", Sex::male}, {}}},
                                          "x", "A:1")}};
  const auto left = table_of({report("A:1")});
  const auto right = table_of({typed(remains("B:1"), child)});
  const auto model = test::prepare_with_families("kinship", left, right, families);
  const Finding finding = model.evidence->explain(0, 0);
  EXPECT_EQ(finding.reason, "kinship.for");
  double sibling = -1, cousin = -1;
  for (const Finding& detail : finding.details) {
    if (detail.reason == "kinship.against_sibling") sibling = detail.score.log10();
    if (detail.reason == "kinship.against_cousin") cousin = detail.score.log10();
  }
  // Between the same parents, given both, a sibling is as probable as the missing person.
  EXPECT_NEAR(sibling, 0, 1e-3);
  EXPECT_GT(cousin, 3);
}

TEST(Kinship, LeavesThetaOutWhereManyFoundersAreUntyped) {
  const Calls uncle{{"D13S317", {"8", "12"}}, {"TPOX", {"8", "11"}}};
  const Families families{{made_up_family("F:1",
                                          {{{"a", "", "", Sex::male}, {}},
                                           {{"b", "", "", Sex::female}, {}},
                                           {{"c", "", "", Sex::male}, {}},
                                           {{"d", "", "", Sex::female}, {}},
                                           {{"f", "a", "b", Sex::male}, {}},
                                           {{"m", "c", "d", Sex::female}, {}},
                                           {{"uncle", "a", "b", Sex::male}, uncle},
                                           {{"x", "f", "m", Sex::male}, {}}},
                                          "x", "A:1")}};
  const auto left = table_of({report("A:1")});
  const auto right = table_of({typed(remains("B:1"), uncle)});
  const auto model = test::prepare_with_families("kinship", left, right, families);
  const Finding finding = model.evidence->explain(0, 0);
  std::set<std::string> notes;
  for (const Finding& detail : finding.details) notes.insert(detail.reason);
  EXPECT_TRUE(notes.count("kinship.without_theta"));
  EXPECT_TRUE(notes.count("kinship.weak_relation"));
  EXPECT_GT(finding.score, Score{});
  EXPECT_LT(finding.score, Score::from_log10(1));
}

/// The family's mother, father and brother gave samples; two loci, which are linked.
Families two_linked_loci(const Calls& mother, const Calls& father, const Calls& brother) {
  return Families{{made_up_family("F:1",
                                  {{{"f", "", "", Sex::male}, father},
                                   {{"m", "", "", Sex::female}, mother},
                                   {{"x", "f", "m", Sex::male}, {}},
                                   {{"y", "f", "m", Sex::male}, brother}},
                                  "x", "A:1")}};
}

/// What linkage would add to the LR of these remains, by the explanation.
double linkage_of(const Families& families, const Calls& calls) {
  const auto left = table_of({report("A:1")});
  const auto right = table_of({typed(remains("B:1"), calls)});
  const auto model =
      test::prepare_with_families("kinship", left, right, families, test::without_errors());
  const Finding finding = model.evidence->explain(0, 0);
  const Finding* note = note_of(finding, "kinship.linked");
  return note ? note->score.log10() : -99;
}

TEST(Kinship, TellsWhatTheLinkageOfTwoLociWouldChange) {
  // Everybody's alleles tell whose they are. A brother who got 14 and 17 together with 15 and 18
  // shows how the parents' alleles lie; the missing one has the same of both parents, or the other
  // at one locus. Free recombination: 1/2 each. Linked: both meioses of both brothers without a
  // recombination or with one, (1 - r)^2 + r^2, or with exactly one, 2 r (1 - r), a parent.
  const Calls mother{{"D12S391", {"15", "16"}}, {"vWA", {"14", "16"}}};
  const Calls father{{"D12S391", {"18", "19"}}, {"vWA", {"17", "18"}}};
  const Calls brother{{"D12S391", {"15", "18"}}, {"vWA", {"14", "17"}}};
  const Families all = two_linked_loci(mother, father, brother);
  const double r = Parameters{}["genetics.linked_recombination"];
  const double same = (1 - r) * (1 - r) + r * r, other = 2 * r * (1 - r);
  EXPECT_NEAR(linkage_of(all, brother), 2 * portable_log10(2 * same), 1e-4);
  EXPECT_NEAR(linkage_of(all, {{"D12S391", {"16", "18"}}, {"vWA", {"14", "17"}}}),
              portable_log10(2 * same) + portable_log10(2 * other), 1e-4);
  // Without the brother one meiosis of each parent is seen: linkage changes nothing.
  EXPECT_NEAR(linkage_of(two_linked_loci(mother, father, {}), brother), 0, 1e-4);
  EXPECT_EQ(linkage_of(all, {{"vWA", {"14", "17"}}}), -99);  // not both loci
}

TEST(Kinship, NamesWhatIsAssumedAndWhatIsNotUsed) {
  const Calls mother{{"AMEL", {"X", "X"}}, {"DXS10148", {"19", "22"}}, {"TPOX", {"8", "21"}}};
  const auto left = table_of({report("A:1")});
  const auto right = table_of({typed(
      remains("B:1"),
      {{"AMEL", {"X", "Y"}}, {"DXS10148", {"19"}}, {"DXS8378", {"10"}}, {"TPOX", {"8", "21"}}})});
  const Families families = mother_only(mother);
  const auto model = test::prepare_with_families("kinship", left, right, families);
  const Finding finding = model.evidence->explain(0, 0);
  const Finding* unused = note_of(finding, "kinship.without_table");
  ASSERT_NE(unused, nullptr);
  EXPECT_EQ(unused->arguments,
            std::vector<std::string>{"DXS10148"});  // of both sides, no sex marker
  const Finding* rare = note_of(finding, "kinship.rare_in_table");
  ASSERT_NE(rare, nullptr);
  EXPECT_EQ(rare->arguments, (std::vector<std::string>{"TPOX", "21", "0.012"}));
  const Finding* assumed = note_of(finding, "kinship.assumptions");
  ASSERT_NE(assumed, nullptr);
  EXPECT_EQ(assumed->arguments, (std::vector<std::string>{"FBI2015_SW_Hispanic (2N 416-418)",
                                                          "0.01", "0.0005", "0.002"}));
  const Finding* stated = note_of(finding, "kinship.stated");
  ASSERT_NE(stated, nullptr);
  double sum = 0;
  for (const Finding& detail : finding.details)
    if (detail.reason == "kinship.locus_dropout" || detail.reason == "kinship.at_locus")
      sum += detail.score.log10();
  EXPECT_NEAR(stated->score.log10(), sum, 1e-4);
}

TEST(Kinship, AFamilyWithoutOneFatherKeepsThetaToo) {
  const Calls father{{"TPOX", {"8", "9"}}}, mother{{"TPOX", {"8", "11"}}};
  const Families families{{made_up_family("F:1",
                                          {{{"f", "", "", Sex::male}, father},
                                           {{"m", "", "", Sex::female}, mother},
                                           {{"x", "f", "m", Sex::male}, {}}},
                                          "x", "A:1")}};
  const Parameters parameters;
  const MatchPopulation population{parameters, {}};
  FamilyCase one{
      {&families.list()[0], 2}, population, genetics::DropoutModel{parameters}, parameters};
  one.weigh();
  ASSERT_EQ(one.hypotheses(), 2U);
  const std::vector<genetics::PedigreeRow> rows{
      {"f", "", "", Sex::male}, {"m", "", "", Sex::female}, {"x", "", "m", Sex::male}};
  const CaseLocus& locus = one.loci().front();
  const auto cut = genetics::FamilyTable::make(
      genetics::Pedigree::make(rows).value(),
      {&locus.ladder.locus, &locus.ladder.mutation, locus.observed}, 2, population.founders());
  ASSERT_TRUE(cut.ok());
  for (std::size_t g = 0; g < cut.value().ratios().size(); ++g)
    ASSERT_NEAR(locus.tables[1].ratios()[g] / cut.value().ratios()[g], 1, 1e-12) << g;
  EXPECT_GT(one.stated_weight(), 0.9);
}

TEST(Kinship, FamiliesTellDuplicateReportsFromSiblings) {
  Calls mother, other;
  for (const std::string_view locus : loci_of(allele_tables().front())) {
    const auto counts = counts_of(allele_tables().front(), locus);
    const std::string a{counts->alleles[0].name}, b{counts->alleles[1].name};
    mother.push_back({std::string{locus}, {a, b}});
    other.push_back({std::string{locus}, {b, b}});
  }
  const auto family = [](const char* id, const Calls& calls, const char* report) {
    return made_up_family(
        id, {{{"m", "", "", Sex::female}, calls}, {{"x", "", "m", Sex::male}, {}}}, "x", report);
  };
  genetics::Family two = made_up_family("F:3",
                                        {{{"m", "", "", Sex::female}, {}},
                                         {{"x", "", "m", Sex::male}, {}},
                                         {{"y", "", "m", Sex::male}, {}}},
                                        "x", "A:4");
  two.missing.push_back({2, "A:5"});
  const Families families{{family("F:1", mother, "A:1"), family("F:2", mother, "A:2"), two,
                           family("G:1", other, "A:3")}};
  const auto reports = table_of(
      {report("A:1"), report("A:2"), report("A:3"), report("A:4"), report("A:5"), report("A:6")});
  const ReferenceSet nothing;
  const Parameters parameters;
  const auto evidence = test::model_named("kinship").factory.prepare(
      Preparation{reports, reports, Relation::duplicate, nothing, parameters, families});
  EXPECT_NEAR(lr_of(*evidence, 0, 1), 5000, 1);    // one mother in two laboratories
  EXPECT_NEAR(lr_of(*evidence, 0, 2), 0.5, 1e-3);  // two mothers
  EXPECT_EQ(score_of(*evidence, 0, 3), Score{});   // nobody typed
  EXPECT_NEAR(lr_of(*evidence, 3, 4), 0.002, 1e-5);
  EXPECT_EQ(score_of(*evidence, 0, 5), Score{});
  test::expect_explained(*evidence, reports, reports, true);
}

}  // namespace
}  // namespace confronta
