#include <gtest/gtest.h>

#include "tests/models/support/dna.h"

namespace confronta {
namespace {

using genetics::Families;
using genetics::Sex;
using test::lr_of;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;

MtSequence sequence(std::vector<std::string> differences, std::string range = "16024-16365") {
  return {"M", {std::move(range)}, std::move(differences)};
}

TraitTable::Row sequenced(test::RowBuilder row, std::vector<std::string> differences) {
  return row.value(Trait::mt_haplotype, sequence(std::move(differences)));
}

/// The missing son's aunt and his father gave samples: only hers is of his line.
Families family() {
  genetics::Family one = test::made_up_family("F:1",
                                              {{{"grandmother", "", "", Sex::female}, {}},
                                               {{"aunt", "", "grandmother", Sex::female}, {}},
                                               {{"mother", "", "grandmother", Sex::female}, {}},
                                               {{"father", "", "", Sex::male}, {}},
                                               {{"son", "father", "mother", Sex::male}, {}}},
                                              "son", "A:1");
  one.members[1].mt_haplotypes.push_back(sequence({"16126C", "16311C"}));
  one.members[3].mt_haplotypes.push_back(sequence({"16223T"}));
  return Families{{one}};
}

TEST(Mitochondrial, AMatchIsWorthOneOverTheFrequency) {
  const auto left = table_of({report("A:1"), report("A:2")});
  const auto right =
      table_of({sequenced(remains("B:1"), {"16126C", "16311C"}),
                sequenced(remains("B:2"), {"16126C"}), sequenced(remains("B:3"), {"16223T"}),
                sequenced(remains("B:4"), {"16362C", "16223T"}), remains("B:5")});
  const Families families = family();
  const auto model = test::prepare_with_families("mitochondrial", left, right, families);
  // Two lineages of the family and four remains; two of the six are this one: (2 + 1) / (6 + 1).
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), 0.997 * 7 / 3 + 0.003, 1e-3);
  EXPECT_EQ(score_of(*model.evidence, 0, 1), Score{});  // one difference: inconclusive
  EXPECT_NEAR(lr_of(*model.evidence, 0, 2), 0.003, 1e-6);
  EXPECT_EQ(score_of(*model.evidence, 0, 4), Score{});
  EXPECT_EQ(score_of(*model.evidence, 1, 0), Score{});
  EXPECT_EQ(model.evidence->explain(0, 0).arguments[0], "aunt");
  EXPECT_EQ(model.evidence->explain(0, 1).reason, "mitochondrial.inconclusive");
  test::expect_explained(*model.evidence, left, right);
}

TEST(Mitochondrial, WithoutCountsAMatchSaysNothing) {
  const auto left = table_of({report("A:1")});
  const auto right = table_of({sequenced(remains("B:1"), {"16126C", "16311C"})});
  const Families families = family();
  const ReferenceSet nothing;
  const Parameters parameters;
  const auto evidence = test::model_named("mitochondrial")
                            .factory.prepare(Preparation{left, right, Relation::identity, nothing,
                                                         parameters, families});
  EXPECT_EQ(score_of(*evidence, 0, 0), Score{});
}

/// Over the lineages of the reference; the + 1 of both counts keeps it below 1.
TEST(Mitochondrial, LikelihoodRatiosSumToAlmostOne) {
  std::vector<TraitTable::Row> rows;
  const auto fill = [&](int n, const std::vector<std::string>& differences) {
    for (int i = 0; i < n; ++i)
      rows.push_back(sequenced(remains("B:" + std::to_string(1000 + rows.size())), differences));
  };
  fill(300, {"16126C", "16311C"});
  fill(600, {"16223T", "16290T", "16319A"});
  fill(100, {"16189C", "16217C"});
  const TraitTable right{rows};
  const auto left = table_of({report("A:1")});
  const Families families = family();
  const auto model = test::prepare_with_families("mitochondrial", left, right, families);
  EXPECT_NEAR(test::sum_over_reference(*model.evidence, 0, right), 1, 0.01);
}

TEST(Mitochondrial, TwoRemainsOfOneLine) {
  const auto table =
      table_of({sequenced(remains("B:1"), {"16126C"}), sequenced(remains("B:2"), {"16126C"}),
                sequenced(remains("B:3"), {"16223T", "16362C"})});
  const auto model = test::prepare("mitochondrial", Relation::part, table, table);
  EXPECT_GT(score_of(*model.evidence, 0, 1), Score{});
  EXPECT_LT(score_of(*model.evidence, 0, 2), Score{});
  test::expect_explained(*model.evidence, table, table, true);
}

}  // namespace
}  // namespace confronta
