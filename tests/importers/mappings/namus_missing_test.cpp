#include <gtest/gtest.h>

#include "tests/importers/support/records.h"

namespace confronta::importers {
namespace {

using support::fixture;
using support::import_file;
using support::Imported;

TEST(NamusMissing, ReadsUnitsPointsAndLabelledFeatures) {
  const Imported file = import_file(fixture("namus_missing.csv"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "namus_missing");
  EXPECT_EQ(file.facts.source, "namus-mp");
  EXPECT_TRUE(file.notes.unmapped_columns.empty());
  EXPECT_EQ(file.seen("namus-mp:MP900001", Trait::event_date), "1999-04-17 @Last Contact");
  EXPECT_EQ(file.seen("namus-mp:MP900001", Trait::sex), "male @Sex");
  EXPECT_EQ(file.seen("namus-mp:MP900001", Trait::age), "24|26 @Missing Age From + Missing Age To");
  EXPECT_EQ(file.seen("namus-mp:MP900001", Trait::hair_colour), "black @Hair Color");
  EXPECT_EQ(file.seen("namus-mp:MP900001", Trait::eye_colour),
            "dark_brown @Left Eye Color; hazel @Right Eye Color");
  EXPECT_EQ(file.seen("namus-mp:MP900001", Trait::ancestry), "Hispanic / Latino @Ethnicity");
  const auto stature = file.values<Interval>("namus-mp:MP900001");
  ASSERT_EQ(stature.size(), 3U);  // stature, weight, age
  EXPECT_NEAR(stature[0].low, 66 * 2.54, 1e-9);
  EXPECT_NEAR(stature[1].low, 150 * 0.45359237, 1e-9);
  // Guadalupe, Arizona, is none of the Mexican municipalities of that name.
  const auto places = file.values<Place>("namus-mp:MP900001");
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(places[0].code, "");
  EXPECT_EQ(places[0].text, "Guadalupe, Arizona");
  EXPECT_NEAR(places[0].latitude, 33.3709, 1e-9);
  const auto marks = file.values<Mark>("namus-mp:MP900001");
  ASSERT_GE(marks.size(), 2U);
  EXPECT_EQ(marks[0].type, "scar");
  EXPECT_EQ(marks[1].type, "tattoo");
  EXPECT_EQ(marks[1].inscription, "LUCIA");
  EXPECT_EQ(file.seen("namus-mp:MP900001", Trait::note), "Painted red @Physical Features");
  ASSERT_EQ(file.values<BodyHistory>("namus-mp:MP900001").size(), 1U);
  EXPECT_EQ(file.values<BodyHistory>("namus-mp:MP900001")[0].kind, "implant");
  ASSERT_GT(file.rejected.size(), 0U);
  EXPECT_EQ(file.rejected[0].reason.code, "row.no_id");
  EXPECT_EQ(file.rejected[0].reason.where.row, 8U);
  EXPECT_EQ(file.rejected[0].reason.where.column, "ID");
}

}  // namespace
}  // namespace confronta::importers
