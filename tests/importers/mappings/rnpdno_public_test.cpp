#include <gtest/gtest.h>

#include "tests/importers/support/records.h"

namespace confronta::importers {
namespace {

using support::fixture;
using support::import_file;
using support::Imported;

TEST(RnpdnoPublic, ReadsUtf16AndRedactions) {
  const Imported file = import_file(fixture("rnpdno_public.csv"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "rnpdno_public");
  EXPECT_EQ(file.facts.source, "rnpdno");
  EXPECT_TRUE(file.notes.unmapped_columns.empty());
  EXPECT_EQ(file.seen("rnpdno:V-000101", Trait::sex), "female @SEXO");
  EXPECT_EQ(file.seen("rnpdno:V-000101", Trait::birth_date), "1990-02-11 @FECHA_NACIMIENTO");
  EXPECT_EQ(file.seen("rnpdno:V-000101", Trait::event_date), "2015-09-30 @FECHA_DESAPARICION");
  EXPECT_EQ(file.seen("rnpdno:V-000101", Trait::report_date), "2015-10-02 @FECHA_REGISTRO");
  EXPECT_EQ(file.seen("rnpdno:V-000101", Trait::place_last_seen),
            "14039|0|0|0|039, 14 @CVE_ENT + CVE_MUN");
  EXPECT_EQ(file.seen("rnpdno:V-000101", Trait::status), "missing @ESTATUS_VICTIMA");
  EXPECT_EQ(file.seen("rnpdno:V-000102", Trait::sex), "(redacted) @SEXO");
  EXPECT_EQ(file.seen("rnpdno:V-000102", Trait::birth_date), "(redacted) @FECHA_NACIMIENTO");
  EXPECT_EQ(file.seen("rnpdno:V-000102", Trait::status), "(redacted) @ESTATUS_VICTIMA");
  EXPECT_EQ(file.seen("rnpdno:V-000102", Trait::place_last_seen), "(unknown) @CVE_ENT + CVE_MUN");
  ASSERT_GT(file.rejected.size(), 0U);
  EXPECT_EQ(file.rejected[0].reason.code, "row.no_id");
  EXPECT_EQ(file.rejected[0].reason.where.row, 4U);
  EXPECT_EQ(file.rejected[0].reason.where.column, "ID_VICTIMA");
}

}  // namespace
}  // namespace confronta::importers
