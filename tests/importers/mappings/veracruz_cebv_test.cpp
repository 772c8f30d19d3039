#include <gtest/gtest.h>

#include "tests/importers/support/records.h"

namespace confronta::importers {
namespace {

using support::fixture;
using support::import_file;
using support::Imported;

TEST(VeracruzCebv, MakesARecordOfEachPersonOfAReport) {
  const Imported file = import_file(fixture("veracruz_cebv.json"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "veracruz_cebv");
  EXPECT_EQ(file.facts.source, "veracruz-cebv");
  EXPECT_TRUE(file.notes.unmapped_columns.empty());
  EXPECT_EQ(file.rows, 3U);  // two reports, three persons
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0501", Trait::name),
            "BRENDA|CORDOVA|SANTOS| @desaparecidos[].persona.nombre + "
            "desaparecidos[].persona.apellido_paterno + desaparecidos[].persona.apellido_materno; "
            "BRENDA|LEYVA|| @desaparecidos[].persona.pseudonimos[1].nombre + apellido_paterno");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0501", Trait::alias),
            "LA GUERA @desaparecidos[].persona.apodo");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0501", Trait::identifier),
            "case_file|CEBV/2024/0501|1 @desaparecidos[].folio_cebv; "
            "fub|4D5E6F7A8-0F1E-4A2B-9C3D-112233445577|1 @desaparecidos[].control_ogpi.folio_fub");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0501", Trait::sex),
            "female @desaparecidos[].persona.sexo.nombre");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0501", Trait::birth_date),
            "1990-05-12 @desaparecidos[].persona.fecha_nacimiento");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0501", Trait::age),
            "34|34 @desaparecidos[].edad_momento_desaparicion");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0501", Trait::event_date),
            "2024-11-01 @hechos_desaparicion.fecha_desaparicion");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0501", Trait::report_date),
            "2024-11-05 @fecha_creacion");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0501", Trait::stature),
            "158|158 @desaparecidos[].media_filiacion.estatura_centimetros");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0501", Trait::weight),
            "61|61 @desaparecidos[].media_filiacion.peso_kg");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0501", Trait::build),
            "medium @desaparecidos[].media_filiacion.complexion.nombre");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0501", Trait::skin_colour),
            "light_brown @desaparecidos[].media_filiacion.color_piel.nombre");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0501", Trait::eye_colour),
            "dark_brown @desaparecidos[].media_filiacion.ojos.color.nombre");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0501", Trait::hair_colour),
            "black @desaparecidos[].media_filiacion.cabello.color.nombre");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0501", Trait::blood_group),
            "O @desaparecidos[].salud.tipo_sangre");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0501", Trait::rhesus),
            "positive @desaparecidos[].salud.rhesus");
  const auto marks = file.values<Mark>("veracruz-cebv:CEBV/2024/0501");
  ASSERT_EQ(marks.size(), 1U);
  EXPECT_EQ(marks[0].type, "tattoo");
  EXPECT_EQ(marks[0].region, "forearm");
  EXPECT_EQ(marks[0].side, "right");
  ASSERT_EQ(file.values<Garment>("veracruz-cebv:CEBV/2024/0501").size(), 1U);
  EXPECT_EQ(file.values<Garment>("veracruz-cebv:CEBV/2024/0501")[0].colour, "red");
  const auto places = file.values<Place>("veracruz-cebv:CEBV/2024/0501");
  ASSERT_EQ(places.size(), 3U);
  EXPECT_EQ(places[0].code, "30087");
  EXPECT_EQ(places[1].code, "30038");
  EXPECT_EQ(places[2].code, "30");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0502", Trait::event_date),
            "2024-11-01 @hechos_desaparicion.fecha_desaparicion");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0502", Trait::birth_date),
            "1993-01-01..1993-12-31 @desaparecidos[].persona.fecha_nacimiento_cebv");
  EXPECT_EQ(file.seen("veracruz-cebv:CEBV/2024/0502", Trait::mark),
            "(not_recorded) @desaparecidos[].senas_particulares");
  ASSERT_GT(file.rejected.size(), 0U);
  EXPECT_EQ(file.rejected[0].reason.code, "row.no_id");
  EXPECT_EQ(file.rejected[0].reason.where.row, 2U);
  EXPECT_EQ(file.rejected[0].reason.where.column, "desaparecidos[].folio_cebv");
}

TEST(VeracruzCebv, SaysWhichPersonOfAReportARawRowIs) {
  const Imported file = import_file(fixture("veracruz_cebv.json"));
  ASSERT_EQ(file.records.size(), 2U);
  const std::string& raw = file.records[1].raw;
  EXPECT_EQ(raw.substr(raw.rfind('\n')), "\ndesaparecidos[2]");
  EXPECT_EQ(file.rejected[0].raw.find("\ndesaparecidos["), std::string::npos);
}

}  // namespace
}  // namespace confronta::importers
