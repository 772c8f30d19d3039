#include <gtest/gtest.h>

#include "tests/importers/support/records.h"

#include "tests/support/source_path.h"

namespace confronta::importers {
namespace {

using support::fixture;
using support::import_file;
using support::Imported;

TEST(NamusUnidentified, ReadsIntervalsOfDeathAndAge) {
  const Imported file = import_file(fixture("namus_unidentified.csv"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "namus_unidentified");
  EXPECT_EQ(file.facts.source, "namus-up");
  EXPECT_TRUE(file.notes.unmapped_columns.empty());
  EXPECT_EQ(file.seen("namus-up:UP900001", Trait::found_date), "2004-06-11 @Date Found");
  EXPECT_EQ(file.seen("namus-up:UP900001", Trait::death_date),
            "2003-01-01..2004-06-11 @Estimated Year of Death From");
  EXPECT_EQ(file.seen("namus-up:UP900001", Trait::age),
            "20|35 @Estimated Age From + Estimated Age To");
  EXPECT_EQ(file.seen("namus-up:UP900001", Trait::age_method),
            "unknown_method @Estimated Age From + Estimated Age To");
  EXPECT_EQ(file.seen("namus-up:UP900001", Trait::sex), "male @Sex");
  EXPECT_EQ(file.seen("namus-up:UP900002", Trait::death_date),
            "(unknown) @Estimated Year of Death From + Estimated Year of Death To");
  EXPECT_EQ(file.seen("namus-up:UP900002", Trait::age), "18|49 @Age Group");
  EXPECT_EQ(file.seen("namus-up:UP900002", Trait::sex), "(not_recorded) @Sex");
  EXPECT_EQ(file.seen("namus-up:UP900003", Trait::death_date),
            "1994-01-01..1995-12-31 @Estimated Year of Death From + Estimated Year of Death To");
  EXPECT_EQ(file.seen("namus-up:UP900003", Trait::hair_colour), "blond @Hair Color");
  EXPECT_EQ(file.seen("namus-up:UP900003", Trait::eye_colour), "blue @Left Eye Color");
  ASSERT_EQ(file.values<Mark>("namus-up:UP900001").size(), 1U);
  EXPECT_EQ(file.values<Mark>("namus-up:UP900001")[0].inscription, "LUCIA");
  ASSERT_GT(file.rejected.size(), 0U);
  EXPECT_EQ(file.rejected[0].reason.code, "row.no_id");
  EXPECT_EQ(file.rejected[0].reason.where.row, 6U);
  EXPECT_EQ(file.rejected[0].reason.where.column, "ID");
}

/// The real lists, where they are there: no row may be lost.
void expect_no_row_lost(const std::string& path, std::size_t rows) {
  const Imported file = import_file(path);
  if (file.error && file.error->code == "file.not_found") GTEST_SKIP() << path << " is not there";
  ASSERT_FALSE(file.error.has_value()) << file.error->code;
  EXPECT_EQ(file.rows, rows);
  EXPECT_EQ(file.records.size(), rows);
}

TEST(NamusUnidentified, LosesNoRowOfTheRealList) {
  expect_no_row_lost(test::source_path("../shared/data/namus/unidentified_7500.csv"), 7500);
}

}  // namespace
}  // namespace confronta::importers
