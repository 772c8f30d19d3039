#include <gtest/gtest.h>

#include "tests/importers/support/records.h"

namespace confronta::importers {
namespace {

using support::fixture;
using support::import_file;
using support::Imported;

TEST(CdmxCbp, ReadsFoliosPlacesAndStatus) {
  const Imported file = import_file(fixture("cdmx_cbp.csv"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "cdmx_cbp");
  EXPECT_EQ(file.facts.source, "cdmx-cbp");
  EXPECT_TRUE(file.notes.unmapped_columns.empty());
  EXPECT_EQ(file.seen("cdmx-cbp:CBP/00131/2023", Trait::name),
            "ELISA|MONTES|CARRILLO| @NOMBRE + PATERNO + MATERNO");
  EXPECT_EQ(file.seen("cdmx-cbp:CBP/00131/2023", Trait::identifier),
            "case_file|CBP/00131/2023|1 @EXPEDIENTE; fub|7A2B3C4D5-0F1E-4A2B-9C3D-112233445599|1 "
            "@FOLIO_NACIONAL; case_file|AYO/525/2023|1 @FIPEDE");
  EXPECT_EQ(file.seen("cdmx-cbp:CBP/00131/2023", Trait::status), "missing @STATUS");
  EXPECT_EQ(file.seen("cdmx-cbp:CBP/00131/2023", Trait::sex), "female @SEXO");
  EXPECT_EQ(file.seen("cdmx-cbp:CBP/00131/2023", Trait::age), "19|19 @EDAD");
  EXPECT_EQ(file.seen("cdmx-cbp:CBP/00131/2023", Trait::event_date), "2023-02-04 @FECHA_EVENTO");
  EXPECT_EQ(file.seen("cdmx-cbp:CBP/00131/2023", Trait::report_date), "2023-02-06 @FECHA_REPORTE");
  EXPECT_EQ(
      file.seen("cdmx-cbp:CBP/00131/2023", Trait::place_last_seen),
      "09007|0|0|0|IZTAPALAPA, CIUDAD DE MEXICO, SANTA MARTHA @ENTIDAD_D + ALCALDIA_D + COLONIA_D");
  const auto places = file.values<Place>("cdmx-cbp:CBP/00131/2023");
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[1].code, "09014");  // Benito Juárez of Mexico City, not of Quintana Roo
}

TEST(CdmxCbp, KeepsALocatedCaseThatDoesNotSayWhetherAlive) {
  const Imported file = import_file(fixture("cdmx_cbp.csv"));
  EXPECT_EQ(file.seen("cdmx-cbp:CBP/00132/2023", Trait::name), "HECTOR|ARIAS|| @NOMBRE_COMPELTO");
  EXPECT_EQ(file.seen("cdmx-cbp:CBP/00132/2023", Trait::status), "closed @STATUS");
  EXPECT_EQ(file.seen("cdmx-cbp:CBP/00132/2023", Trait::note),
            "STATUS L: localizada, sin decir si con vida @STATUS");
  EXPECT_EQ(file.seen("cdmx-cbp:CBP/00132/2023", Trait::age), "(unknown) @EDAD");
  EXPECT_EQ(file.seen("cdmx-cbp:CBP/00132/2023", Trait::place_residence),
            "(unknown) @ALCALDIA_VIVE");
  ASSERT_GT(file.rejected.size(), 0U);
  EXPECT_EQ(file.rejected[0].reason.code, "row.no_id");
  EXPECT_EQ(file.rejected[0].reason.where.row, 4U);
  EXPECT_EQ(file.rejected[0].reason.where.column, "EXPEDIENTE");
}

}  // namespace
}  // namespace confronta::importers
