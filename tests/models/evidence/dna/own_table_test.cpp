// The models that read DNA, with a laboratory's own table.

#include <gtest/gtest.h>

#include "models/evidence/dna/frozen_alleles.h"
#include "models/stats/portable_math.h"
#include "tests/models/support/dna.h"

namespace confronta {
namespace {

using genetics::Families;
using genetics::FrequencyTable;
using genetics::Sex;
using genetics::TableLocus;
using test::lr_of;
using test::made_up_family;
using test::note_of;
using test::remains;
using test::report;
using test::table_of;
using test::typed;

ReferenceSet own_table() {
  TableLocus tpox;
  tpox.name = "TPOX";
  tpox.frequencies = {{"8", 0.4}, {"9", 0.1}, {"11", 0.5}};
  tpox.chromosomes = 50;
  ReferenceSet set;
  freeze_alleles(set, std::vector<FrequencyTable>{{"own.csv", {tpox}}});
  return set;
}

TEST(OwnTable, GivesKinshipItsFrequenciesAndItsRareAlleles) {
  const auto left = table_of({report("A:1")});
  const auto right = table_of({typed(remains("B:1"), {{"TPOX", {"8", "11"}}}),
                               typed(remains("B:2"), {{"TPOX", {"8", "12"}}}),
                               typed(remains("B:3"), {{"TH01", {"6", "7"}}})});
  const Families families{{made_up_family(
      "F:1",
      {{{"mother", "", "", Sex::female}, {{"TH01", {"6", "6"}}, {"TPOX", {"8", "8"}}}},
       {{"son", "", "mother", Sex::male}, {}}},
      "son", "A:1")}};
  const auto model = test::prepare_with_families("kinship", left, right, families,
                                                 test::without_errors(), own_table());
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), 1 / (2 * 0.4), 1e-4);
  // 12 comes in with 5/50, and all are scaled by 1.1.
  EXPECT_NEAR(lr_of(*model.evidence, 0, 1), 1 / (2 * 0.4 / 1.1), 1e-4);
  EXPECT_EQ(test::score_of(*model.evidence, 0, 2), Score{});  // the table has no TH01
  const Finding finding = model.evidence->explain(0, 1);
  EXPECT_EQ(note_of(finding, "kinship.assumptions")->arguments.front(), "own.csv (2N 50)");
  EXPECT_EQ(note_of(finding, "kinship.rare_in_table")->arguments,
            (std::vector<std::string>{"TPOX", "12", "0.1"}));
  EXPECT_EQ(model.evidence->explain(0, 2).reason, "evidence.missing");
}

TEST(OwnTable, GivesDirectItsFrequencies) {
  const auto left = table_of({typed(report("A:1"), {{"TPOX", {"9", "9"}}})});
  const auto right = table_of({typed(remains("B:1"), {{"TPOX", {"9", "9"}}})});
  const auto model = test::prepare_with_families("direct", left, right, genetics::no_families(),
                                                 test::without_errors(), own_table());
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), 1 / (0.1 * 0.1), 0.01);
  EXPECT_EQ(note_of(model.evidence->explain(0, 0), "direct.assumptions")->arguments.front(),
            "own.csv (2N 50)");
}

/// Whoever the remains are of, given that they are of somebody else.
TEST(OwnTable, LikelihoodRatiosSumToOne) {
  const Families families{{made_up_family("F:1",
                                          {{{"f", "", "", Sex::male}, {{"TPOX", {"8", "9"}}}},
                                           {{"m", "", "", Sex::female}, {}},
                                           {{"x", "f", "m", Sex::male}, {}},
                                           {{"y", "f", "m", Sex::male}, {{"TPOX", {"8", "11"}}}}},
                                          "x", "A:1")}};
  const std::pair<const char*, double> alleles[]{{"8", .4}, {"9", .1}, {"11", .5}};
  std::vector<TraitTable::Row> rows;
  std::vector<double> weights;
  for (int y = 0; y < 3; ++y)
    for (int x = 0; x <= y; ++x) {
      rows.push_back(typed(remains("B:" + std::to_string(rows.size())),
                           {{"TPOX", {alleles[x].first, alleles[y].first}}}));
      weights.push_back((x == y ? 1 : 2) * alleles[x].second * alleles[y].second);
    }
  const auto left = table_of({report("A:1")});
  const TraitTable right{rows};
  Parameters parameters;
  ASSERT_TRUE(parameters.set("genetics.theta", 0).ok());
  const auto model =
      test::prepare_with_families("kinship", left, right, families, parameters, own_table());
  double sum = 0;
  for (RowId row = 0; row < right.size(); ++row)
    sum += weights[row] * lr_of(*model.evidence, 0, row);
  EXPECT_NEAR(sum, 1, 1e-4);
  test::expect_explained(*model.evidence, left, right);
}

}  // namespace
}  // namespace confronta
