#include <gtest/gtest.h>

#include "tests/importers/support/records.h"

namespace confronta::importers {
namespace {

using support::fixture;
using support::import_file;
using support::Imported;

TEST(GenericAm, ReadsEveryColumnOfTheTemplate) {
  const Imported file = import_file(fixture("generic_am.csv"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "generic_am");
  EXPECT_EQ(file.facts.source, "am");
  EXPECT_TRUE(file.notes.unmapped_columns.empty());
  EXPECT_EQ(file.seen("am:AM-001", Trait::name), "JUAN PABLO|MENDOZA|| @NOMBRE + PRIMER APELLIDO");
  EXPECT_EQ(file.seen("am:AM-001", Trait::alias), "EL FLACO @APODO; JUANCHO @APODO");
  EXPECT_EQ(file.seen("am:AM-001", Trait::identifier),
            "curp|MEXJ010109HDFNXNA5|1 @CURP; case_file|CI-FGE/123/2023|1 @CARPETA");
  EXPECT_EQ(file.seen("am:AM-001", Trait::status), "missing @ESTATUS");
  EXPECT_EQ(file.seen("am:AM-001", Trait::migrant), "no @MIGRANTE");
  EXPECT_EQ(file.seen("am:AM-001", Trait::sex), "male @SEXO");
  EXPECT_EQ(file.seen("am:AM-001", Trait::birth_date), "2001-01-09 @CURP");
  EXPECT_EQ(file.seen("am:AM-001", Trait::age), "22|22 @EDAD");
  EXPECT_EQ(file.seen("am:AM-001", Trait::event_date), "2023-06-05 @FECHA DE DESAPARICION");
  EXPECT_EQ(file.seen("am:AM-001", Trait::report_date), "2023-06-07 @FECHA DE REPORTE");
  EXPECT_EQ(file.seen("am:AM-001", Trait::place_last_seen),
            "12035|0|0|0|IGUALA DE LA INDEPENDENCIA, GUERRERO, COL. CENTRO @ESTADO + MUNICIPIO + "
            "LOCALIDAD");
  EXPECT_EQ(file.seen("am:AM-001", Trait::stature), "170|170 @ESTATURA");
  EXPECT_EQ(file.seen("am:AM-001", Trait::weight), "68|68 @PESO");
  EXPECT_EQ(file.seen("am:AM-001", Trait::build), "thin @COMPLEXION");
  EXPECT_EQ(file.seen("am:AM-001", Trait::hair_colour), "black @CABELLO");
  EXPECT_EQ(file.seen("am:AM-001", Trait::eye_colour), "dark_brown @OJOS");
  EXPECT_EQ(file.seen("am:AM-001", Trait::skin_colour), "brown @TEZ");
  EXPECT_EQ(file.seen("am:AM-001", Trait::blood_group), "O @TIPO DE SANGRE");
  EXPECT_EQ(file.seen("am:AM-001", Trait::rhesus), "positive @TIPO DE SANGRE");
  EXPECT_EQ(file.seen("am:AM-001", Trait::teeth_date), "2022-01-10 @FECHA DE ODONTOGRAMA");
  EXPECT_EQ(file.seen("am:AM-001", Trait::note), "Trabajaba en el campo @OBSERVACIONES");
  const auto marks = file.values<Mark>("am:AM-001");
  ASSERT_EQ(marks.size(), 2U);
  EXPECT_EQ(marks[0].type, "tattoo");
  EXPECT_EQ(marks[1].type, "mole");
  EXPECT_EQ(file.values<Garment>("am:AM-001").size(), 3U);
  const auto history = file.values<BodyHistory>("am:AM-001");
  ASSERT_FALSE(history.empty());
  EXPECT_EQ(history[0].kind, "implant");
  EXPECT_EQ(history[0].region, "thigh");
  EXPECT_EQ(history[0].side, "right");
  const auto teeth = file.values<ToothChart>("am:AM-001");
  ASSERT_EQ(teeth.size(), 1U);
  EXPECT_EQ(teeth[0].state[static_cast<std::size_t>(fdi_position(36))],
            ToothState::missing_ante_mortem);
}

TEST(GenericAm, KeepsWhatItCannotRead) {
  const Imported file = import_file(fixture("generic_am.csv"));
  EXPECT_EQ(file.seen("am:AM-002", Trait::birth_date), "(unknown) @FECHA DE NACIMIENTO");
  EXPECT_EQ(file.seen("am:AM-002", Trait::event_date),
            "2022-12-01..2022-12-31 @FECHA DE DESAPARICION");
  EXPECT_EQ(file.seen("am:AM-002", Trait::place_last_seen), "17|0|0|0|MORELOS @ESTADO");
  EXPECT_EQ(file.seen("am:AM-002", Trait::rhesus), "");
  EXPECT_EQ(file.seen("am:AM-002", Trait::note),
            "SEXO: M @SEXO; FECHA DE NACIMIENTO: 31/02/1999 @FECHA DE NACIMIENTO");
  ASSERT_GT(file.rejected.size(), 0U);
  EXPECT_EQ(file.rejected[0].reason.code, "row.no_id");
  EXPECT_EQ(file.rejected[0].reason.where.row, 4U);
  EXPECT_EQ(file.rejected[0].reason.where.column, "FOLIO");
  ASSERT_GT(file.rejected.size(), 1U);
  EXPECT_EQ(file.rejected[1].reason.code, "row.not_a_subject");
  EXPECT_EQ(file.rejected[1].reason.where.row, 5U);
  EXPECT_EQ(file.rejected[1].reason.where.column, "FOLIO");
}

}  // namespace
}  // namespace confronta::importers
