// XLSX workbooks as commissions send them.

#include <gtest/gtest.h>

#include "importers/formats/raw_rows.h"
#include "importers/formats/xlsx_reader.h"
#include "importers/formats/xlsx_workbook.h"
#include "tests/importers/support/xlsx_writer.h"

namespace confronta::importers {
namespace {

using support::drain;
using support::read_file;
using support::Reading;
using support::text_rows;
using support::XlsxWriter;
using Names = std::vector<std::string>;

constexpr const char* styles =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\/mm\\/yyyy;@\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"00000\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/>"
    "<xf numFmtId=\"165\"/></cellXfs>";

TEST(Xlsx, ReadsEveryKindOfCell) {
  const std::string sheet =
      "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
      "<c r=\"C1\" t=\"inlineStr\"><is><t>NACIÓ</t></is></c><c r=\"D1\" t=\"str\"><v>VISTO</v></c>"
      "<c r=\"E1\" t=\"inlineStr\"><is><t>CP</t></is></c><c r=\"F1\" "
      "t=\"inlineStr\"><is><t>F</t></is></c>"
      "</row>"
      "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>2</v></c><c r=\"B3\"><v>1.7000000000000002</v></c>"
      "<c r=\"C3\" s=\"1\"><v>36526</v></c><c r=\"D3\" s=\"3\"><v>44927.75</v></c>"
      "<c r=\"E3\" s=\"4\"><v>1234</v></c><c r=\"F3\"><f>1+1</f><v>2</v></c></row>"
      "<row><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c s=\"2\"><v>61</v></c>"
      "<c t=\"d\"><v>2021-05-06</v></c><c><v>12345678901234567</v></c><c "
      "t=\"str\"><v>x_x000D_y</v></c>"
      "</row><row r=\"9\" hidden=\"1\"><c r=\"A9\" s=\"1\"/></row></sheetData>";
  const Reading read = read_file(
      XlsxWriter{}
          .sheet("Hoja 1", sheet)
          .styles(styles)
          .shared("<si><t>FOLIO</t></si><si><t xml:space=\"preserve\"> TALLA </t></si>"
                  "<si><r><t>Mu</t></r><r><rPr/><t>ñoz</t></r><rPh><t>nada</t></rPh></si>")
          .write("a.xlsx"));
  ASSERT_FALSE(read.error) << read.error->code;
  EXPECT_EQ(read.format, "xlsx");
  EXPECT_EQ(read.columns, (Names{"FOLIO", "TALLA", "NACIÓ", "VISTO", "CP", "F"}));
  ASSERT_EQ(read.rows.size(), 2U) << "rows without text are no rows";
  EXPECT_EQ(read.rows[0].sheet, "Hoja 1");
  EXPECT_EQ(read.rows[0].row, 3U);
  EXPECT_EQ(read.rows[0].raw, R"(["Muñoz","1.7","2000-01-01","2023-01-01T18:00:00","01234","2"])");
  EXPECT_EQ(read.rows[1].row, 4U);
  EXPECT_EQ(read.rows[1].raw,
            R"(["true","","1900-03-01","2021-05-06","12345678901234567","x\ry"])");
}

TEST(Xlsx, CountsDaysFrom1904WhereTheWorkbookSaysSo) {
  const Reading read = read_file(
      XlsxWriter{}
          .from_1904()
          .styles(styles)
          .sheet("H",
                 "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>ID</v></c>"
                 "<c r=\"B1\" t=\"str\"><v>FECHA</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v>"
                 "</c><c r=\"B2\" s=\"1\"><v>35064</v></c></row></sheetData>")
          .write("a.xlsx"));
  EXPECT_EQ(read.text(0, "FECHA"), "2000-01-01");
}

TEST(Xlsx, JoinsMergedHeadersOfTwoRowsUnderATitle) {
  const std::string sheet = text_rows({{"PERSONAS NO LOCALIZADAS", "", "", "", ""},
                                       {"FUB", "DATOS PERSONALES", "", "LUGAR", ""},
                                       {"", "NOMBRE", "EDAD", "ESTADO", "MUNICIPIO"},
                                       {"F-1", "ANA", "31", "Jalisco", "Zapopan"},
                                       {"F-2", "LUZ", "", "", ""}}) +
                            "<mergeCells><mergeCell ref=\"A1:E1\"/><mergeCell ref=\"A2:A3\"/>"
                            "<mergeCell ref=\"B2:C2\"/><mergeCell ref=\"D2:E2\"/></mergeCells>";
  const std::string path = XlsxWriter{}.sheet("H", sheet).write("a.xlsx");
  const Reading read = read_file(path);
  EXPECT_EQ(read.columns, (Names{"FUB", "DATOS PERSONALES / NOMBRE", "DATOS PERSONALES / EDAD",
                                 "LUGAR / ESTADO", "LUGAR / MUNICIPIO"}));
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.text(0, "LUGAR / MUNICIPIO"), "Zapopan");
  EXPECT_EQ(read.rows[0].row, 4U);
  ReadOptions options;
  options.expected_columns = {"FUB", "NOMBRE", "EDAD", "ESTADO", "MUNICIPIO"};
  EXPECT_EQ(read_file(path, options).columns,
            (Names{"FUB", "NOMBRE", "EDAD", "ESTADO", "MUNICIPIO"}));
}

TEST(Xlsx, ATitleMergedOverTheTableIsNoGroup) {
  const Reading read = read_file(
      XlsxWriter{}
          .sheet("H",
                 text_rows({{"REGISTRO ESTATAL"}, {"ID", "NOMBRE", "EDAD"}, {"1", "ANA", "3"}}) +
                     "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>")
          .write("a.xlsx"));
  EXPECT_EQ(read.columns, (Names{"ID", "NOMBRE", "EDAD"}));
  EXPECT_EQ(read.rows.size(), 1U);
}

TEST(Xlsx, ReadsEverySheetThatHasAHeader) {
  XlsxWriter writer;
  writer.sheet("Mujeres", text_rows({{"ID", "NOMBRE"}, {"1", "ANA"}}))
      .sheet("Vacía", "<sheetData/>")
      .sheet("Nota", text_rows({{"Elaboró: la comisión"}, {"Revisó: nadie"}}))
      .sheet("Hombres", text_rows({{"ID", "EDAD"}, {"2", "40"}}, 3))
      .sheet("Listas", text_rows({{"SEXO", "ESTADO"}, {"H", "Jalisco"}}), "state=\"hidden\"");
  const std::string path = writer.write("a.xlsx");
  const Reading read = read_file(path);
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.rows[0].sheet, "Mujeres");
  EXPECT_EQ(read.rows[1].sheet, "Hombres");
  EXPECT_EQ(read.rows[1].row, 4U);
  EXPECT_EQ(read.text(1, "EDAD"), "40");
  ReadOptions options;
  options.sheet = "Listas";
  EXPECT_EQ(read_file(path, options).text(0, "ESTADO"), "Jalisco");
  options.sheet = "Otra";
  const Reading none = read_file(path, options);
  ASSERT_TRUE(none.error);
  EXPECT_EQ(none.error->code, "sheet.no_such_sheet");
  options.sheet = "";
  options.expected_columns = {"SEXO", "ESTADO"};
  EXPECT_EQ(read_file(path, options).rows.size(), 3U) << "a hidden sheet with the right columns";
}

TEST(Xlsx, KeepsTextsToTheRightOfTheHeader) {
  const Reading read =
      read_file(XlsxWriter{}
                    .sheet("H", text_rows({{"ID", "NOMBRE"}, {"1", "ANA", "", "ojo: revisar"}}))
                    .write("a.xlsx"));
  EXPECT_EQ(read.text(0, "D"), "ojo: revisar");
}

TEST(Xlsx, RawRowsReadAgainGiveTheSameFields) {
  const Reading read = read_file(
      XlsxWriter{}
          .sheet("H",
                 text_rows({{"ID", "NOMBRE", "N"}, {"1", "ANA &quot;LA&quot;"}, {"2", "LUZ", "x"}}))
          .write("a.xlsx"));
  const Reading again = drain(
      rows_from_raw("xlsx", read.columns,
                    {{read.rows[0].raw, "H", 2}, {read.rows[1].raw, "H", 3}, {"[\"roto", "H", 4}}));
  ASSERT_EQ(again.rows.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(again.rows[i].sheet, "H");
    for (const std::string& name : read.columns) EXPECT_EQ(again.text(i, name), read.text(i, name));
  }
  EXPECT_EQ(again.rejected.size(), 1U);
}

TEST(Xlsx, RefusesBombsByTheirRatioAndSize) {
  const std::string bomb = "<sheetData>" + std::string(20U << 20, ' ') + "</sheetData>";
  const std::string path = XlsxWriter{}.sheet("H", bomb).write("a.xlsx");
  const Reading ratio = read_file(path);
  ASSERT_TRUE(ratio.error);
  EXPECT_EQ(ratio.error->code, "xlsx.bad_ratio");
  EXPECT_EQ(ratio.error->arguments[0], "xl/worksheets/hojax.xml");
  ZipLimits limits;
  limits.bytes = 1U << 20;
  const Reading size = drain(open_xlsx(path, {}, limits));
  ASSERT_TRUE(size.error);
  EXPECT_EQ(size.error->code, "xlsx.too_large");
}

TEST(Xlsx, LimitsTheSharedTexts) {
  const std::string path = XlsxWriter{}
                               .shared("<si><t>" + std::string(4096, 'a') + "</t></si>")
                               .sheet("H", text_rows({{"A", "B"}}))
                               .write("a.xlsx");
  const auto package = ZipPackage::open(path);
  ASSERT_TRUE(package);
  const auto texts = SharedTexts::read(*package.value(), "xl/textos.xml", 1024);
  ASSERT_FALSE(texts);
  EXPECT_EQ(texts.error().code, "xlsx.too_many_texts");
}

TEST(Xlsx, NamesTheDamagedPart) {
  const std::string rows = text_rows({{"ID", "NOMBRE"}, {"1", "ANA"}});
  const auto error_of = [&](const XlsxWriter& writer) {
    const Reading read = read_file(writer.write("a.xlsx"));
    EXPECT_TRUE(read.error);
    return read.error.value_or(Error{});
  };
  const Error xml = error_of(XlsxWriter{}.sheet("H", rows + "<sin-cerrar>"));
  EXPECT_EQ(xml.code, "xlsx.bad_xml");
  EXPECT_EQ(xml.arguments[0], "xl/worksheets/hojax.xml");
  const Error entity = error_of(XlsxWriter{}.sheet("H", rows).part(
      "xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"bbb\">]><workbook/>"));
  EXPECT_EQ(entity.code, "xlsx.bad_xml");
  EXPECT_EQ(entity.arguments[0], "xl/workbook.xml");
  const Error text = error_of(XlsxWriter{}.sheet(
      "H", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row></sheetData>"));
  EXPECT_EQ(text.code, "xlsx.bad_cell");
  EXPECT_EQ(text.arguments, (Names{"xl/worksheets/hojax.xml", "A1"}));
  const Error cell = error_of(XlsxWriter{}.sheet(
      "H", "<sheetData><row r=\"1\"><c r=\"ZZZZ1\"><v>7</v></c></row></sheetData>"));
  EXPECT_EQ(cell.code, "xlsx.bad_cell");
}

TEST(Xlsx, TellsAWorkbookFromOtherArchives) {
  const Reading other =
      read_file(XlsxWriter::write_zip("a.zip", {{"foto.txt", "hola"}, {"b.txt", "x"}}));
  ASSERT_TRUE(other.error);
  EXPECT_EQ(other.error->code, "xlsx.no_workbook");
  const Reading damaged = support::read_bytes("b.xlsx", "PK\x03\x04 y nada más");
  ASSERT_TRUE(damaged.error);
  EXPECT_EQ(damaged.error->code, "xlsx.damaged_zip");
}

}  // namespace
}  // namespace confronta::importers
