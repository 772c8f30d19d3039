#include <gtest/gtest.h>

#include "tests/models/support/dna.h"

namespace confronta {
namespace {

using genetics::Families;
using genetics::Sex;
using test::Calls;
using test::lr_of;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;

TraitTable::Row typed_y(test::RowBuilder row, const Calls& calls) {
  return row.value(Trait::y_haplotype, test::dna_profile(calls));
}

const Calls fathers{{"DYS19", {"14"}}, {"DYS390", {"24"}}, {"DYS391", {"10", "10"}}};

/// The father's haplotype; the mother's brother is of another line.
Families family() {
  genetics::Family one = test::made_up_family("F:1",
                                              {{{"father", "", "", Sex::male}, {}},
                                               {{"uncle", "", "", Sex::male}, {}},
                                               {{"son", "father", "", Sex::male}, {}}},
                                              "son", "A:1");
  one.members[0].y_haplotypes.push_back(test::dna_profile(fathers));
  one.members[1].y_haplotypes.push_back(test::dna_profile({{"DYS19", {"16"}}}));
  return Families{{one}};
}

TEST(YLineage, TheSameHaplotypeIsWorthOneOverTheFrequency) {
  const auto left = table_of({report("A:1"), report("A:2")});
  const auto right = table_of(
      {typed_y(remains("B:1"), fathers),
       typed_y(remains("B:2"), {{"DYS19", {"15"}}, {"DYS390", {"24"}}, {"DYS391", {"10"}}}),
       typed_y(remains("B:3"), {{"DYS19", {"16"}}, {"DYS390", {"21"}}, {"DYS391", {"11"}}}),
       typed_y(remains("B:4"), {{"DYS438", {"12"}}}), remains("B:5")});
  const Families families = family();
  const auto model = test::prepare_with_families("y_lineage", left, right, families);
  // One meiosis: (1 - mu)^3. Of the four haplotypes typed at the three loci two are equal: 3 / 5.
  const double broken = 0.003 + 0.01;
  const double unchanged = 0.997 * 0.997 * 0.997;
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), (1 - broken) * unchanged * 5 / 3 + broken, 1e-3);
  // One step: mu / 2 (1 - mu)^2, of a haplotype seen once: 2 / 5.
  EXPECT_NEAR(lr_of(*model.evidence, 0, 1), (1 - broken) * 0.0015 * 0.997 * 0.997 * 5 / 2 + broken,
              1e-5);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 2), broken, 1e-5);
  EXPECT_EQ(score_of(*model.evidence, 0, 3), Score{});
  EXPECT_EQ(model.evidence->explain(0, 3).reason, "y_lineage.not_compared");
  EXPECT_EQ(score_of(*model.evidence, 0, 4), Score{});
  EXPECT_EQ(score_of(*model.evidence, 1, 0), Score{});
  EXPECT_EQ(model.evidence->explain(0, 0).arguments[0], "father");
  test::expect_explained(*model.evidence, left, right);
}

/// Over the lineages of the reference; the + 1 of both counts keeps it below 1.
TEST(YLineage, LikelihoodRatiosSumToAlmostOne) {
  std::vector<TraitTable::Row> rows;
  const auto fill = [&](int n, const Calls& calls) {
    for (int i = 0; i < n; ++i)
      rows.push_back(typed_y(remains("B:" + std::to_string(1000 + rows.size())), calls));
  };
  fill(400, fathers);
  fill(600, {{"DYS19", {"13"}}, {"DYS390", {"22"}}, {"DYS391", {"11"}}});
  const TraitTable right{rows};
  const auto left = table_of({report("A:1")});
  const Families families = family();
  const auto model = test::prepare_with_families("y_lineage", left, right, families);
  EXPECT_NEAR(test::sum_over_reference(*model.evidence, 0, right), 1, 0.02);
}

TEST(YLineage, TwoRemainsOfOneMan) {
  const auto table = table_of(
      {typed_y(remains("B:1"), fathers), typed_y(remains("B:2"), fathers),
       typed_y(remains("B:3"), {{"DYS19", {"17"}}, {"DYS390", {"22"}}, {"DYS391", {"11"}}})});
  const auto model = test::prepare("y_lineage", Relation::same_body, table, table);
  EXPECT_GT(score_of(*model.evidence, 0, 1), Score{});
  EXPECT_LT(score_of(*model.evidence, 0, 2), Score{});
  test::expect_explained(*model.evidence, table, table, true);
}

}  // namespace
}  // namespace confronta
