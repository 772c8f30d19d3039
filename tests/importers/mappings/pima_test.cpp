#include <gtest/gtest.h>

#include "tests/importers/support/records.h"

namespace confronta::importers {
namespace {

using support::fixture;
using support::import_file;
using support::Imported;

TEST(Pima, TellsApartBodiesWithEqualRows) {
  const Imported file = import_file(fixture("pima.csv"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "pima");
  EXPECT_EQ(file.facts.source, "pima");
  EXPECT_TRUE(file.notes.unmapped_columns.empty());
  ASSERT_EQ(file.records.size(), 3U);
  const std::string id = file.records[0].id;
  EXPECT_EQ(file.seen(id, Trait::status), "unidentified @identified");
  EXPECT_EQ(file.seen(id, Trait::sex), "male @Sex");
  EXPECT_EQ(file.seen(id, Trait::condition), "skeletonized @Body Condition");
  EXPECT_EQ(file.seen(id, Trait::found_date), "2001-02-03 @Reporting Date");
  EXPECT_EQ(file.seen(id, Trait::age), "(not_recorded) @Age");
  // A county of Arizona, not the municipality of Sonora.
  EXPECT_EQ(file.seen(id, Trait::place_found), "|0|0|0|SANTA CRUZ @County");
  const auto intervals = file.values<Interval>(id);
  ASSERT_EQ(intervals.size(), 1U);
  EXPECT_EQ(intervals[0].low, 0);
  EXPECT_NEAR(intervals[0].high, 243, 4);  // 8 months
  EXPECT_EQ(file.seen(file.records[1].id, Trait::status), "identified @identified");
  EXPECT_EQ(file.seen(file.records[1].id, Trait::age), "40|40 @Age");
  EXPECT_EQ(file.records[2].id, file.records[1].id + "#2");
  ASSERT_EQ(file.rejected.size(), 1U);
  EXPECT_EQ(file.rejected[0].reason.code, "row.no_information");
}

}  // namespace
}  // namespace confronta::importers
