#include <gtest/gtest.h>

#include "tests/importers/support/records.h"

namespace confronta::importers {
namespace {

using support::fixture;
using support::import_file;
using support::Imported;

TEST(CnbRnpdno, ReadsEveryTraitWithItsCell) {
  const Imported file = import_file(fixture("cnb_rnpdno.csv"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "cnb_rnpdno");
  EXPECT_EQ(file.facts.source, "cnb");
  EXPECT_TRUE(file.notes.unmapped_columns.empty());
  EXPECT_TRUE(file.facts.full_list);
  EXPECT_EQ(file.rows, 6U);
  EXPECT_EQ(file.seen("cnb:1A2B3C4D5-0F1E-4A2B-9C3D-112233445566", Trait::name),
            "LUIS FERNANDO|QUINTERO|ROSALES| @Nombre + PrimerApellido + SegundoApellido");
  EXPECT_EQ(file.seen("cnb:1A2B3C4D5-0F1E-4A2B-9C3D-112233445566", Trait::identifier),
            "fub|1A2B3C4D5-0F1E-4A2B-9C3D-112233445566|1 @FUB; curp|QURL880314HJCNZS02|1 @CURP");
  EXPECT_EQ(file.seen("cnb:1A2B3C4D5-0F1E-4A2B-9C3D-112233445566", Trait::status),
            "missing @Estatus Victima");
  EXPECT_EQ(file.seen("cnb:1A2B3C4D5-0F1E-4A2B-9C3D-112233445566", Trait::nationality),
            "MEXICANA @Nacionalidad");
  EXPECT_EQ(file.seen("cnb:1A2B3C4D5-0F1E-4A2B-9C3D-112233445566", Trait::sex), "male @Sexo");
  EXPECT_EQ(file.seen("cnb:1A2B3C4D5-0F1E-4A2B-9C3D-112233445566", Trait::sex_method),
            "stated @Sexo");
  EXPECT_EQ(file.seen("cnb:1A2B3C4D5-0F1E-4A2B-9C3D-112233445566", Trait::birth_date),
            "1988-03-14 @Fecha de nacimiento");
  EXPECT_EQ(file.seen("cnb:1A2B3C4D5-0F1E-4A2B-9C3D-112233445566", Trait::age),
            "31|31 @Edad (En años)");
  EXPECT_EQ(file.seen("cnb:1A2B3C4D5-0F1E-4A2B-9C3D-112233445566", Trait::event_date),
            "2019-06-02 @Fecha de Hechos");
  EXPECT_EQ(file.seen("cnb:1A2B3C4D5-0F1E-4A2B-9C3D-112233445566", Trait::place_last_seen),
            "14|0|0|0|JALISCO @Entidad de la Desaparicion");
  EXPECT_EQ(file.seen("cnb:1A2B3C4D5-0F1E-4A2B-9C3D-112233445566", Trait::place_birth),
            "14|0|0|0|JALISCO @Lugar de Nacimiento");
  EXPECT_EQ(file.seen("cnb:1A2B3C4D5-0F1E-4A2B-9C3D-112233445566", Trait::note), "");
  EXPECT_EQ(file.find("cnb:1A2B3C4D5-0F1E-4A2B-9C3D-112233445566")->first_row, 2U);
}

TEST(CnbRnpdno, AddsWhatTheCurpSaysAndKeepsContradictions) {
  const Imported file = import_file(fixture("cnb_rnpdno.csv"));
  EXPECT_EQ(file.seen("cnb:2B3C4D5E6-0F1E-4A2B-9C3D-112233445567", Trait::sex),
            "male @Sexo; female @CURP");
  EXPECT_EQ(file.seen("cnb:2B3C4D5E6-0F1E-4A2B-9C3D-112233445567", Trait::birth_date),
            "1995-07-22 @CURP");
  EXPECT_EQ(file.seen("cnb:2B3C4D5E6-0F1E-4A2B-9C3D-112233445567", Trait::place_birth),
            "30|0|0|0| @CURP");
  EXPECT_EQ(file.seen("cnb:2B3C4D5E6-0F1E-4A2B-9C3D-112233445567", Trait::status),
            "located_alive @Estatus Victima");
  EXPECT_EQ(file.seen("cnb:2B3C4D5E6-0F1E-4A2B-9C3D-112233445567", Trait::note),
            "REINCIDENCIA @Clasificacion");
}

TEST(CnbRnpdno, KeepsTheRowOfAnImpossibleValue) {
  const Imported file = import_file(fixture("cnb_rnpdno.csv"));
  EXPECT_EQ(file.seen("cnb:3C4D5E6F7-0F1E-4A2B-9C3D-112233445568", Trait::age),
            "(unknown) @Edad (En años)");
  EXPECT_EQ(file.seen("cnb:3C4D5E6F7-0F1E-4A2B-9C3D-112233445568", Trait::event_date),
            "(unknown) @Fecha de Hechos");
  EXPECT_EQ(file.seen("cnb:3C4D5E6F7-0F1E-4A2B-9C3D-112233445568", Trait::sex), "(unknown) @Sexo");
  EXPECT_EQ(file.seen("cnb:3C4D5E6F7-0F1E-4A2B-9C3D-112233445568", Trait::note),
            "Edad (En años): 1820 @Edad (En años); Fecha de Hechos: 2018-02-30 @Fecha de Hechos");
  EXPECT_EQ(file.seen("cnb:5E6F7A8B9-0F1E-4A2B-9C3D-112233445570", Trait::birth_date),
            "(unknown) @Fecha de nacimiento");
  EXPECT_EQ(file.seen("cnb:5E6F7A8B9-0F1E-4A2B-9C3D-112233445570", Trait::note),
            "Fecha de nacimiento: 2003-08-09 @Fecha de nacimiento");
  ASSERT_NE(file.warning("value.age_range"), nullptr);
  EXPECT_EQ(file.warning("value.age_range")->example, "1820");
  EXPECT_NE(file.warning("row.birth_after_event"), nullptr);
}

TEST(CnbRnpdno, RejectsRowsWithoutFolioOrFacts) {
  const Imported file = import_file(fixture("cnb_rnpdno.csv"));
  ASSERT_GT(file.rejected.size(), 0U);
  EXPECT_EQ(file.rejected[0].reason.code, "row.no_id");
  EXPECT_EQ(file.rejected[0].reason.where.row, 5U);
  EXPECT_EQ(file.rejected[0].reason.where.column, "FUB");
  ASSERT_GT(file.rejected.size(), 1U);
  EXPECT_EQ(file.rejected[1].reason.code, "row.no_information");
  EXPECT_EQ(file.rejected[1].reason.where.row, 7U);
  EXPECT_EQ(file.rejected[1].reason.where.column, "");
  EXPECT_EQ(file.rejected.size(), 2U);
}

}  // namespace
}  // namespace confronta::importers
