#include <gtest/gtest.h>

#include <string>

#include "tests/importers/support/files.h"
#include "tests/importers/support/records.h"
#include "tests/importers/support/xlsx_writer.h"

namespace confronta::importers {
namespace {

using support::drain;
using support::fixture;
using support::import_file;
using support::Imported;
using support::write_file;

constexpr const char* morgue = R"(name = "morgue_norte"
source = "morgue-norte"
kind = "remains"
[layout]
required = ["Expediente", "Fecha hallazgo"]
[aliases]
"Fecha hallazgo" = ["Fecha de hallazgo"]
[[skip]]
column = "Expediente"
begins = ["TOTAL"]
[id]
columns = "Expediente"
group = true
[[rule]]
trait = "found_date"
column = "Fecha hallazgo"
[[rule]]
trait = "sex"
column = "Sexo"
method = "soft_tissue"
values = { "1" = "male", "2" = "female", "9" = "not_observable" }
[[rule]]
trait = "age"
columns = { from = "Edad de", to = "Edad a" }
[[rule]]
trait = "individuals"
required = true
column = "Individuos"
[[rule]]
trait = "circumstances"
column = "Prenda"
)";

Imported import_with(const std::string& mapping, const std::string& csv) {
  return import_file(write_file("list.csv", csv), write_file("mapping.toml", mapping));
}

TEST(OwnMapping, JoinsTheRowsOfOneSubject) {
  const Imported file =
      import_with(morgue,
                  "Expediente,FECHA_DE_HALLAZGO,Sexo,Edad de,Edad a,Individuos,Prenda,Otra\n"
                  "M-17,03/11/2023,1,25,35,1,PLAYERA,x\n"
                  "M-17,03/11/2023,1,25,35,1,TENIS,x\n"
                  "M-18,04/11/2023,9,,60,2,,x\n"
                  "TOTAL 2,,,,,,,x\n");
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "morgue_norte");
  EXPECT_EQ(file.facts.mapping_text, morgue);
  EXPECT_EQ(file.facts.file_digest.size(), 64U);
  EXPECT_EQ(file.rows, 4U);
  ASSERT_EQ(file.records.size(), 2U);
  EXPECT_EQ(file.records[0].rows, 2U);
  EXPECT_EQ(file.seen("morgue-norte:M-17", Trait::found_date), "2023-11-03 @FECHA_DE_HALLAZGO");
  EXPECT_EQ(file.seen("morgue-norte:M-17", Trait::sex), "male @Sexo");
  EXPECT_EQ(file.seen("morgue-norte:M-17", Trait::sex_method), "soft_tissue @Sexo");
  EXPECT_EQ(file.seen("morgue-norte:M-17", Trait::age), "25|35 @Edad de + Edad a");
  EXPECT_EQ(file.seen("morgue-norte:M-17", Trait::circumstances), "PLAYERA @Prenda; TENIS @Prenda");
  EXPECT_EQ(file.seen("morgue-norte:M-18", Trait::sex), "(not_observable) @Sexo");
  EXPECT_EQ(file.seen("morgue-norte:M-18", Trait::sex_method), "");
  EXPECT_EQ(file.seen("morgue-norte:M-18", Trait::circumstances), "(not_recorded) @Prenda");
  ASSERT_EQ(file.rejected.size(), 1U);
  EXPECT_EQ(file.rejected[0].reason.code, "row.not_a_subject");
  EXPECT_EQ(file.rejected[0].value, "TOTAL 2");
  EXPECT_EQ(file.notes.unmapped_columns, std::vector<std::string>{"Otra"});
}

TEST(OwnMapping, RejectsARowWithoutARequiredCell) {
  const Imported file = import_with(morgue,
                                    "Expediente,Fecha hallazgo,Individuos\n"
                                    "M-1,03/11/2023,\n"
                                    "M-2,03/11/2023,dos\n"
                                    "M-3,03/11/2023,2\n");
  ASSERT_EQ(file.rejected.size(), 2U);
  EXPECT_EQ(file.rejected[0].reason.code, "row.required_empty");
  EXPECT_EQ(file.rejected[0].reason.where.column, "Individuos");
  EXPECT_EQ(file.rejected[0].reason.where.row, 2U);
  EXPECT_EQ(file.rejected[1].reason.code, "value.bad_number");
  EXPECT_EQ(file.rejected[1].value, "dos");
  EXPECT_EQ(file.rejected[1].raw, "M-2,03/11/2023,dos");
  EXPECT_EQ(file.records.size(), 1U);
}

TEST(OwnMapping, MayNotTakeTheNameOfAShippedOne) {
  std::string text = morgue;
  text.replace(text.find("morgue_norte"), 12, "pima");
  const Imported file = import_with(text, "Expediente,Fecha hallazgo\nM-1,03/11/2023\n");
  ASSERT_TRUE(file.error.has_value());
  EXPECT_EQ(file.error->code, "mapping.name_taken");
}

TEST(OwnMapping, SaysWhichOfItsColumnsAFileLacks) {
  const Imported file = import_with(morgue, "Expediente,Sexo\nM-1,1\n");
  ASSERT_TRUE(file.error.has_value());
  EXPECT_EQ(file.error->code, "mapping.no_layout");
  EXPECT_EQ(file.error->arguments,
            (std::vector<std::string>{"Expediente, Sexo", "morgue_norte", "FECHA HALLAZGO"}));
}

// A workbook often holds a list of offices or a key of codes beside the records.
TEST(OwnMapping, SetsAsideTheRowsOfASheetOfAnotherKind) {
  const std::string book =
      support::XlsxWriter{}
          .sheet("Cuerpos", support::text_rows({{"Expediente", "Fecha hallazgo", "Individuos"},
                                                {"M-17", "03/11/2023", "1"}}))
          .sheet("Oficinas", support::text_rows({{"Oficina", "Responsable"}, {"Norte", "Turno"}}))
          .write("list.xlsx");
  const Imported file = import_file(book, write_file("mapping.toml", morgue));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.rows, 2U);
  ASSERT_EQ(file.records.size(), 1U);
  EXPECT_EQ(file.records[0].id, "morgue-norte:M-17");
  ASSERT_EQ(file.rejected.size(), 1U);
  EXPECT_EQ(file.rejected[0].reason.code, "row.other_layout");
  EXPECT_EQ(file.rejected[0].reason.arguments[0], "morgue_norte");
  EXPECT_EQ(file.rejected[0].reason.where.sheet, "Oficinas");
  EXPECT_EQ(file.rejected[0].hint, "hint.other_layout");
}

TEST(Layout, NamesTheNearestShippedMapping) {
  const Imported file = import_file(
      write_file("list.csv", "FUB,Nombre,SegundoApellido,Fecha de Hechos\n1,ANA,,2020-01-01\n"));
  ASSERT_TRUE(file.error.has_value());
  EXPECT_EQ(file.error->code, "mapping.no_layout");
  EXPECT_EQ(file.error->arguments[1], "cnb_rnpdno");
  EXPECT_EQ(file.error->arguments[2],
            "ESTATUS VICTIMA, ENTIDAD DE LA DESAPARICION, PRIMERAPELLIDO");
}

TEST(Layout, DoesNotDependOnTheOrderOrSpellingOfColumns) {
  const Imported file = import_file(
      write_file("list.csv",
                 "Municipio,FECHA_DESAPARICIÓN,Folio,Apellido Paterno,Nombre(s),Entidad\n"
                 "Zapopan,01/02/2020,A-1,PEREZ,ANA,Jalisco\n"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "generic_am");
  EXPECT_EQ(file.seen("am:A-1", Trait::name), "ANA|PEREZ|| @Nombre(s) + Apellido Paterno");
  EXPECT_EQ(file.seen("am:A-1", Trait::event_date), "2020-02-01 @FECHA_DESAPARICIÓN");
  EXPECT_EQ(file.seen("am:A-1", Trait::place_last_seen),
            "14120|0|0|0|Zapopan, Jalisco @Entidad + Municipio");
}

TEST(Source, OverridesThatOfTheMapping) {
  const Imported file = drain(open_records({fixture("generic_pm.csv"), "sonora-pm", ""}));
  EXPECT_EQ(file.seen("sonora-pm:PM-001", Trait::part_of),
            "sonora-pm:L-7 @FOLIO DEL CUERPO O LOTE");
}

TEST(FreeText, IsKeptWhereNothingWasRecognisedInIt) {
  const Imported file = import_file(
      write_file("list.csv",
                 "FOLIO,FECHA DE DESAPARICION,TATUAJES,VESTIMENTA,FRACTURAS O IMPLANTES\n"
                 "1,01/01/2020,NO PRESENTA,NO SE DESCRIBE,NO\n"));
  ASSERT_EQ(file.values<Mark>("am:1").size(), 1U);
  EXPECT_EQ(file.values<Mark>("am:1")[0], Mark{});
  ASSERT_EQ(file.values<Garment>("am:1").size(), 1U);
  EXPECT_EQ(file.values<Garment>("am:1")[0].description, "NO SE DESCRIBE");
  EXPECT_EQ(file.seen("am:1", Trait::note), "FRACTURAS O IMPLANTES: NO @FRACTURAS O IMPLANTES");
}

TEST(HashIds, AreTheSameInEveryFile) {
  const std::string header =
      "identified,Sex,Age,Reporting Date,Cause of Death,OME Determined COD,Body Condition,Post "
      "Mortem Interval,County\n";
  const std::string a = "0,male,31,2001-02-03,,,Fully fleshed,< 1 day,PIMA\n";
  const std::string b = "0,male,32,2001-02-03,,,Fully fleshed,< 1 day,PIMA\n";
  const Imported one = import_file(write_file("one.csv", header + a + b));
  const Imported two = import_file(write_file("two.csv", header + b + a));
  ASSERT_EQ(one.records.size(), 2U);
  ASSERT_EQ(two.records.size(), 2U);
  EXPECT_EQ(one.records[0].id, two.records[1].id);
  EXPECT_EQ(one.records[1].id, two.records[0].id);
  EXPECT_NE(one.records[0].id, one.records[1].id);
}

TEST(RowNumberIds, WarnOfWhatTheyAre) {
  std::string text = morgue;
  text.replace(text.find("columns = \"Expediente\"\ngroup = true"), 35, "row_number = true");
  const Imported file = import_with(text, "Expediente,Fecha hallazgo\nM-1,03/11/2023\n");
  ASSERT_EQ(file.records.size(), 1U);
  EXPECT_EQ(file.records[0].id, "morgue-norte:2");
  EXPECT_NE(file.warning("mapping.row_number_ids"), nullptr);
}

}  // namespace
}  // namespace confronta::importers
