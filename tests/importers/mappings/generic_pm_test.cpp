#include <gtest/gtest.h>

#include "tests/importers/support/records.h"

namespace confronta::importers {
namespace {

using support::fixture;
using support::import_file;
using support::Imported;

TEST(GenericPm, ReadsBonesAndOutsideResults) {
  const Imported file = import_file(fixture("generic_pm.csv"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "generic_pm");
  EXPECT_EQ(file.facts.source, "pm");
  EXPECT_TRUE(file.notes.unmapped_columns.empty());
  EXPECT_EQ(file.seen("pm:PM-001", Trait::part_of), "pm:L-7 @FOLIO DEL CUERPO O LOTE");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::part_kind), "skeleton @TIPO DE HALLAZGO");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::element), "skull| @ELEMENTOS; femur|left @ELEMENTOS");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::individuals), "1|1 @NUMERO MINIMO DE INDIVIDUOS");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::sex), "male @SEXO");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::sex_method), "pelvis @METODO DE SEXO");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::age), "20|30 @EDAD");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::age_method), "pubic_symphysis @METODO DE EDAD");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::bone_measure),
            "femur|max_length|left|445 @MEDIDAS OSEAS");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::condition), "skeletonized @CONDICION");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::found_date), "2024-02-14 @FECHA DE HALLAZGO");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::intake_date), "2024-02-15 @FECHA DE INGRESO");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::place_found),
            "12035|0|0|0|IGUALA DE LA INDEPENDENCIA, GUERRERO @ESTADO + MUNICIPIO");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::place_held),
            "|0|0|0|SEMEFO CHILPANCINGO @LUGAR DE RESGUARDO");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::status), "unidentified @ESTATUS");
  const auto results = file.values<ExternalResult>("pm:PM-001");
  ASSERT_EQ(results.size(), 1U);
  EXPECT_EQ(results[0].method, "dna");
  EXPECT_EQ(results[0].subject, "am:AM-001");
  EXPECT_EQ(results[0].result, "hit");
  EXPECT_EQ(results[0].workflow, "received");
  EXPECT_NEAR(results[0].log10_lr, 3, 1e-12);  // an LR of 1000
  EXPECT_EQ(results[0].error_rate, 0.001);
}

TEST(GenericPm, SeesNoSkinOnASkeleton) {
  const Imported file = import_file(fixture("generic_pm.csv"));
  EXPECT_EQ(file.seen("pm:PM-001", Trait::mark), "(not_observable) @TATUAJES");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::hair_colour), "(not_observable) @CABELLO");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::eye_colour), "(not_observable) @OJOS");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::skin_colour), "(not_observable) @TEZ");
  EXPECT_EQ(file.seen("pm:PM-001", Trait::blood_group), "(not_recorded) @TIPO DE SANGRE");
  EXPECT_EQ(file.seen("pm:PM-002", Trait::eye_colour), "(not_recorded) @OJOS");
  EXPECT_EQ(file.seen("pm:PM-002", Trait::mark), "(not_recorded) @TATUAJES");
}

TEST(GenericPm, DerivesNothingFromTheCurpOfAProbableName) {
  const Imported file = import_file(fixture("generic_pm.csv"));
  EXPECT_EQ(file.seen("pm:PM-002", Trait::identifier), "curp|TOVA950722MVZRLN08|1 @CURP");
  EXPECT_EQ(file.seen("pm:PM-002", Trait::birth_date), "");
  EXPECT_EQ(file.seen("pm:PM-002", Trait::sex), "female @SEXO");
  EXPECT_EQ(file.seen("pm:PM-002", Trait::age), "(not_observable) @EDAD");
  EXPECT_EQ(file.seen("pm:PM-002", Trait::death_date), "2023-01-01..2023-01-31 @FECHA DE MUERTE");
  const auto names = file.values<PersonName>("pm:PM-002");
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names[0].second_surname, "PONCE");
  EXPECT_EQ(names[0].basis, "document");
  EXPECT_EQ(file.values<ExternalResult>("pm:PM-002")[0].result, "no_hit");
  ASSERT_GT(file.rejected.size(), 0U);
  EXPECT_EQ(file.rejected[0].reason.code, "row.no_id");
  EXPECT_EQ(file.rejected[0].reason.where.row, 4U);
  EXPECT_EQ(file.rejected[0].reason.where.column, "FOLIO");
  ASSERT_GT(file.rejected.size(), 1U);
  EXPECT_EQ(file.rejected[1].reason.code, "row.no_information");
  EXPECT_EQ(file.rejected[1].reason.where.row, 5U);
  EXPECT_EQ(file.rejected[1].reason.where.column, "");
}

}  // namespace
}  // namespace confronta::importers
