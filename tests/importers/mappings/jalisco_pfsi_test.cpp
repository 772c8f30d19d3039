#include <gtest/gtest.h>

#include "tests/importers/support/records.h"

namespace confronta::importers {
namespace {

using support::fixture;
using support::import_file;
using support::Imported;

class JaliscoPfsi : public ::testing::TestWithParam<const char*> {};

TEST_P(JaliscoPfsi, ReadsTheTableInBothFormats) {
  const Imported file = import_file(fixture(GetParam()));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "jalisco_pfsi");
  EXPECT_EQ(file.rows, 4U);
  EXPECT_EQ(file.seen("jalisco-pfsi:1201", Trait::status), "unidentified @");
  EXPECT_EQ(file.seen("jalisco-pfsi:1201", Trait::intake_date), "2021-03-05 @Fecha_Ingreso");
  EXPECT_EQ(file.seen("jalisco-pfsi:1201", Trait::sex), "male @Sexo");
  EXPECT_EQ(file.seen("jalisco-pfsi:1201", Trait::sex_method), "unknown_method @Sexo");
  EXPECT_EQ(file.seen("jalisco-pfsi:1201", Trait::name), "(unknown) @Probable_nombre");
  EXPECT_EQ(file.seen("jalisco-pfsi:1201", Trait::age), "31|35 @Edad");
  EXPECT_EQ(file.seen("jalisco-pfsi:1201", Trait::place_found), "");
  const auto held = file.values<Place>("jalisco-pfsi:1201");
  ASSERT_EQ(held.size(), 1U);
  EXPECT_EQ(held[0].code.substr(0, 2), "14");
  const auto marks = file.values<Mark>("jalisco-pfsi:1201");
  ASSERT_GE(marks.size(), 2U);
  EXPECT_EQ(marks.front().type, "tattoo");
  EXPECT_EQ(marks.back().type, "scar");
  EXPECT_EQ(file.values<Garment>("jalisco-pfsi:1201").size(), 2U);
  EXPECT_EQ(file.seen("jalisco-pfsi:1202", Trait::name),
            "ELENA|RUBIO|SOSA| @Probable_nombre; ELENA|RUBIO|DIAZ| @Probable_nombre");
  EXPECT_EQ(file.seen("jalisco-pfsi:1202", Trait::age), "(not_observable) @Edad");
  // "NO PRESENTA": somebody looked, and there was none.
  const auto none = file.values<Mark>("jalisco-pfsi:1202");
  ASSERT_EQ(none.size(), 1U);
  EXPECT_EQ(none[0], Mark{});
  EXPECT_EQ(file.seen("jalisco-pfsi:1204", Trait::sex), "(unknown) @Sexo");
  EXPECT_EQ(file.seen("jalisco-pfsi:1204", Trait::intake_date), "(unknown) @Fecha_Ingreso");
  EXPECT_EQ(file.seen("jalisco-pfsi:1204", Trait::note),
            "Fecha_Ingreso: 32/08/2020 @Fecha_Ingreso");
  ASSERT_GT(file.rejected.size(), 0U);
  EXPECT_EQ(file.rejected[0].reason.code, "row.no_id");
  EXPECT_EQ(file.rejected[0].reason.where.row, 4U);
  EXPECT_EQ(file.rejected[0].reason.where.column, "ID");
}

INSTANTIATE_TEST_SUITE_P(Formats, JaliscoPfsi,
                         ::testing::Values("jalisco_pfsi.csv", "jalisco_pfsi.json"));

}  // namespace
}  // namespace confronta::importers
