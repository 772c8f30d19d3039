#include <gtest/gtest.h>

#include "tests/importers/support/records.h"

namespace confronta::importers {
namespace {

using support::fixture;
using support::import_file;
using support::Imported;

TEST(JaliscoRepd, ReadsCardsWithTheirLists) {
  const Imported file = import_file(fixture("jalisco_repd.json"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "jalisco_repd");
  EXPECT_EQ(file.facts.source, "jalisco-repd");
  EXPECT_TRUE(file.notes.unmapped_columns.empty());
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000001", Trait::name),
            "MARCO ANTONIO|DE LA TORRE|OROZCO| @nombre_completo");
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000001", Trait::status),
            "missing @estatus_persona_desaparecida");
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000001", Trait::publicity),
            "yes @autorizacion_informacion_publica");
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000001", Trait::sex),
            "male @sexo");
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000001", Trait::age),
            "27|27 @edad_momento_desaparicion");
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000001", Trait::build),
            "thin @complexion");
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000001", Trait::stature),
            "172|172 @estatura");
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000001", Trait::stature_method),
            "stated @estatura");
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000001", Trait::skin_colour),
            "light_brown @tez");
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000001", Trait::hair_colour),
            "black @cabello");
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000001", Trait::eye_colour),
            "dark_brown @ojos_color");
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000001", Trait::event_date),
            "2021-03-18 @fecha_desaparicion");
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000001", Trait::place_last_seen),
            "14120|0|0|0|ZAPOPAN, JALISCO @estado + municipio");
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000001", Trait::circumstances),
            "Salió de su trabajo y no volvió. @descripcion_desaparicion");
  const auto marks = file.values<Mark>("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000001");
  ASSERT_EQ(marks.size(), 2U);
  EXPECT_EQ(marks[0].type, "tattoo");
  EXPECT_EQ(marks[0].region, "forearm");
  EXPECT_EQ(marks[0].side, "left");
  EXPECT_EQ(marks[0].inscription, "KARLA");
  EXPECT_EQ(marks[1].type, "scar");
  EXPECT_EQ(marks[1].side, "right");
  const auto garments = file.values<Garment>("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000001");
  ASSERT_EQ(garments.size(), 1U);
  EXPECT_EQ(garments[0].item, "trousers");
  EXPECT_EQ(garments[0].colour, "blue");
  EXPECT_EQ(garments[0].size, "32");
}

TEST(JaliscoRepd, TakesTheStatusFromTheConditionWhereItSaysMore) {
  const Imported file = import_file(fixture("jalisco_repd.json"));
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000002", Trait::status),
            "located_alive @condicion_localizacion");
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000002", Trait::stature),
            "(unknown) @estatura");
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000002", Trait::note),
            "estatura: ALTA @estatura");
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000002", Trait::mark),
            "(not_recorded) @sena");
  EXPECT_EQ(file.seen("jalisco-repd:0f8b6a1e-2222-4c3d-8e9f-000000000002", Trait::age),
            "(not_recorded) @edad_momento_desaparicion");
  ASSERT_GT(file.rejected.size(), 0U);
  EXPECT_EQ(file.rejected[0].reason.code, "row.no_id");
  EXPECT_EQ(file.rejected[0].reason.where.row, 3U);
  EXPECT_EQ(file.rejected[0].reason.where.column, "id_cedula_busqueda");
}

}  // namespace
}  // namespace confronta::importers
