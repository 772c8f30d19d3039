#include "engine/scan/pair_source.h"

#include <gtest/gtest.h>

#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::remains;
using Rows = std::vector<RowId>;

Rows survivors(const PairSource& source, RowId left) {
  Rows room;
  const auto rows = source.survivors(left, room);
  return {rows.begin(), rows.end()};
}

TEST(AllPairs, GivesEveryRightRowOfIdentityAndLaterRowsOfDuplicates) {
  const TraitTable left = test::table_of({test::report("A:1"), test::report("A:2")});
  const TraitTable right = test::table_of({remains("B:1"), remains("B:2"), remains("B:3")});
  const auto identity = all_pairs(Relation::identity, left, right);
  EXPECT_EQ(survivors(*identity, 0), (Rows{0, 1, 2}));
  EXPECT_EQ(survivors(*identity, 1), (Rows{0, 1, 2}));
  EXPECT_EQ(count_pairs(*identity, left.size()), 6U);
  const auto duplicate = all_pairs(Relation::duplicate, left, left);
  EXPECT_EQ(survivors(*duplicate, 0), (Rows{1}));
  EXPECT_EQ(survivors(*duplicate, 1), (Rows{}));
}

TEST(AllPairs, ComparesBodiesWithBodiesAndPartsWithAll) {
  const TraitTable table = test::table_of(
      {remains("B:0").code(Trait::part_kind, "complete"), remains("B:1"),  // not stated: either
       remains("B:2").code(Trait::part_kind, "bone"), remains("B:3").code(Trait::part_kind, "lot"),
       remains("B:4").value(Trait::element, BodyElement{"femur", "left"}),
       remains("B:5").code(Trait::part_kind, "segment")});
  const auto same_body = all_pairs(Relation::same_body, table, table);
  EXPECT_EQ(survivors(*same_body, 0), (Rows{1, 3, 4}));
  EXPECT_EQ(survivors(*same_body, 1), (Rows{2, 3, 4, 5}));
  EXPECT_EQ(survivors(*same_body, 2), (Rows{3, 4, 5}));
  EXPECT_EQ(survivors(*same_body, 3), (Rows{4, 5}));
  const auto part = all_pairs(Relation::part, table, table);
  EXPECT_EQ(survivors(*part, 0), (Rows{1, 2, 3, 4, 5}));
  EXPECT_EQ(survivors(*part, 1), (Rows{2, 3, 4, 5}));
  EXPECT_EQ(survivors(*part, 2), (Rows{3, 4, 5}));
}

}  // namespace
}  // namespace confronta
