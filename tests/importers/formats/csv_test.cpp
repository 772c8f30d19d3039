// Delimited text: what lists from many hands look like.

#include <gtest/gtest.h>

#include <algorithm>

#include "importers/formats/csv_reader.h"
#include "importers/formats/raw_rows.h"
#include "tests/importers/support/files.h"

namespace confronta::importers {
namespace {

using support::read_bytes;
using support::Reading;
using Names = std::vector<std::string>;

TEST(Csv, ReadsQuotesDoubledQuotesAndLinesWithinCells) {
  const Reading read = read_bytes("a.csv",
                                  "FUB,NOMBRE,SEÑAS\n"
                                  "1,\"PÉREZ, JUAN\",\"tatuaje \"\"MARÍA\"\"\nen el brazo\"\n"
                                  "2,ANA,ninguna\n");
  ASSERT_FALSE(read.error);
  EXPECT_EQ(read.format, "csv");
  EXPECT_EQ(read.columns, (Names{"FUB", "NOMBRE", "SEÑAS"}));
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.text(0, "NOMBRE"), "PÉREZ, JUAN");
  EXPECT_EQ(read.text(0, "SEÑAS"), "tatuaje \"MARÍA\"\nen el brazo");
  EXPECT_EQ(read.rows[0].raw, "1,\"PÉREZ, JUAN\",\"tatuaje \"\"MARÍA\"\"\nen el brazo\"");
  EXPECT_EQ(read.rows[0].row, 2U);
  EXPECT_EQ(read.rows[1].row, 4U) << "places are physical lines";
}

TEST(Csv, FindsTheDelimiter) {
  for (const char delimiter : {',', ';', '\t', '|'}) {
    std::string bytes = "ID;NOMBRE;SEÑAS\n1;ANA;lunar, cicatriz, tatuaje\n2;LUZ;\"a;b\"\n";
    std::replace(bytes.begin(), bytes.end(), ';', delimiter);
    if (delimiter == ',') bytes = "ID,NOMBRE,SEÑAS\n1,ANA,lunar\n2,LUZ,\"a;b;c;d\"\n";
    const Reading read = read_bytes("a.csv", bytes);
    EXPECT_EQ(read.columns, (Names{"ID", "NOMBRE", "SEÑAS"})) << "delimiter " << delimiter;
    EXPECT_EQ(read.rows.size(), 2U);
    EXPECT_TRUE(read.rejected.empty());
  }
}

TEST(Csv, TakesExcelsSeparatorLine) {
  const Reading read = read_bytes("a.csv", "sep=;\r\nID;NOTA\r\n1;a,b,c\r\n");
  EXPECT_EQ(read.columns, (Names{"ID", "NOTA"}));
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_EQ(read.text(0, "NOTA"), "a,b,c");
  EXPECT_EQ(read.rows[0].row, 3U);
}

TEST(Csv, ReadsEveryKindOfLineEnd) {
  for (const char* end : {"\n", "\r\n", "\r"}) {
    const std::string e{end};
    const Reading read = read_bytes("a.csv", "ID,N" + e + "1,a" + e + e + "2,b");
    ASSERT_EQ(read.rows.size(), 2U);
    EXPECT_EQ(read.rows[1].raw, "2,b");
    EXPECT_EQ(read.rows[1].row, 4U) << "blank lines have a place but are no rows";
  }
}

TEST(Csv, KeepsALoneCarriageReturnInsideACell) {
  const Reading read = read_bytes("a.csv", "ID,N\n1,a\rb\n2,c\n");
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.text(0, "N"), "a\rb");
}

TEST(Csv, SkipsTitlesAboveTheHeader) {
  const std::string bytes =
      "COMISIÓN DE BÚSQUEDA,,,\nCorte:,01/02/2023,,\n\nFOLIO,NOMBRE,EDAD,SEXO\n7,ANA,31,M\n";
  const Reading read = read_bytes("a.csv", bytes);
  EXPECT_EQ(read.columns, (Names{"FOLIO", "NOMBRE", "EDAD", "SEXO"}));
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_EQ(read.rows[0].row, 5U);
}

TEST(Csv, TakesTheHeaderThatHasTheExpectedColumns) {
  ReadOptions options;
  options.expected_columns = {"Folio", "Nombre", "Edad"};
  const std::string bytes = "a,b,c\nx,y,z\n FOLIO ,NOMBRE,EDAD\n7,ANA,31\n";
  EXPECT_EQ(read_bytes("a.csv", bytes, options).columns, (Names{"FOLIO", "NOMBRE", "EDAD"}));
  options.header_row = 2;
  const Reading given = read_bytes("a.csv", bytes, options);
  EXPECT_EQ(given.columns, (Names{"x", "y", "z"}));
  EXPECT_EQ(given.rows.size(), 2U);
}

TEST(Csv, NamesColumnsOnceEach) {
  const Reading read = read_bytes("a.csv", "SEÑA,SEÑA,,SEÑA\n1,2,3,4\n5,6,7,8\n");
  EXPECT_EQ(read.columns, (Names{"SEÑA", "SEÑA#2", "C", "SEÑA#3"}));
  EXPECT_EQ(read.text(1, "C"), "7");
}

TEST(Csv, FillsMissingCellsAndRejectsSurplusOnes) {
  const Reading read = read_bytes("a.csv", "A,B,C\nx,y,z\n1\n1,2,3,,\n1,2,3,sobra\n9,8,7\n");
  ASSERT_EQ(read.rows.size(), 4U);
  EXPECT_EQ(read.text(1, "C"), "");
  EXPECT_EQ(read.text(3, "A"), "9");
  ASSERT_EQ(read.rejected.size(), 1U);
  EXPECT_EQ(read.rejected[0].reason.code, "csv.too_many_cells");
  EXPECT_EQ(read.rejected[0].reason.where.row, 5U);
  EXPECT_EQ(read.rejected[0].reason.where.column, "D");
  EXPECT_EQ(read.rejected[0].value, "sobra");
  EXPECT_EQ(read.rejected[0].raw, "1,2,3,sobra");
}

TEST(Csv, GivesUpOnlyTheLineOfAnUnclosedQuote) {
  const Reading read =
      read_bytes("a.csv", "ID,SEÑAS,EDAD\n1,\"lunar,30\n2,\"tatuaje\",31\n3,nada,\n");
  ASSERT_EQ(read.rejected.size(), 1U);
  EXPECT_EQ(read.rejected[0].reason.code, "csv.unclosed_quote");
  EXPECT_EQ(read.rejected[0].raw, "1,\"lunar,30");
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.text(0, "SEÑAS"), "tatuaje");
  EXPECT_EQ(read.text(1, "ID"), "3");
}

TEST(Csv, AnUnclosedQuoteBeforeAnEmptyQuotedCellEndsWithItsLine) {
  const Reading read = read_bytes("a.csv", "ID,N,E\n1,\"lunar,30\n2,\"\",31\n");
  ASSERT_EQ(read.rejected.size(), 1U);
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_EQ(read.text(0, "ID"), "2");
}

TEST(Csv, AnUnclosedQuoteInTheLastLineLosesNothing) {
  const Reading read = read_bytes("a.csv", "ID,N\n1,a\n2,\"b\n3,c");
  ASSERT_EQ(read.rejected.size(), 1U);
  EXPECT_EQ(read.rejected[0].raw, "2,\"b");
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.text(1, "N"), "c");
}

TEST(Csv, ReadsNicknamesInQuotesThatNobodyDoubled) {
  const Reading read = read_bytes("a.csv",
                                  "ID,NOMBRE,NOTA\n1,\"El Güero\" Pérez,x\n"
                                  "2,\"Juan \"Chato\" Ruiz\",y\n3,\"Güero\" Paz,\"z\"\n");
  ASSERT_TRUE(read.rejected.empty());
  ASSERT_EQ(read.rows.size(), 3U);
  EXPECT_EQ(read.text(0, "NOMBRE"), "\"El Güero\" Pérez");
  EXPECT_EQ(read.text(1, "NOMBRE"), "Juan \"Chato\" Ruiz");
  EXPECT_EQ(read.text(2, "NOTA"), "z");
}

TEST(Csv, CutsRowsTheSameWayWhereverABlockEnds) {
  // Longer than a block of the reader, with line breaks and quotes at every place of its edge.
  std::string bytes = "ID,TEXTO\n";
  for (int i = 0; i < 30000; ++i) {
    const std::string text = "fila \"\"" + std::to_string(i) + "\"\"\r\nsegunda, línea" +
                             std::string(static_cast<std::size_t>(i % 7), 'x');
    bytes += std::to_string(i) + ",\"" + text + "\"\r\n";
  }
  const Reading read = read_bytes("a.csv", bytes);
  ASSERT_FALSE(read.error);
  ASSERT_TRUE(read.rejected.empty());
  ASSERT_EQ(read.rows.size(), 30000U);
  for (std::size_t i = 0; i < read.rows.size(); ++i) {
    ASSERT_EQ(read.text(i, "TEXTO"),
              "fila \"" + std::to_string(i) + "\"\r\nsegunda, línea" + std::string(i % 7, 'x'));
    ASSERT_EQ(read.rows[i].row, 2 + 2 * i);
  }
}

TEST(Csv, RawRowsReadAgainGiveTheSameFields) {
  const Reading read = read_bytes("a.csv", "ID;NOMBRE;NOTA\n1;\"a;b\";x,y,z\n2;c;\"d\ne\"\n");
  std::vector<RetryRow> raws;
  for (const SourceRow& row : read.rows) raws.push_back({row.raw, row.sheet, row.row});
  raws.push_back({"3;\"sin cerrar;4", "", 9});
  const Reading again = support::drain(rows_from_raw("csv", read.columns, raws));
  ASSERT_EQ(again.rows.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(again.rows[i].row, read.rows[i].row);
    for (const std::string& name : read.columns) EXPECT_EQ(again.text(i, name), read.text(i, name));
  }
  ASSERT_EQ(again.rejected.size(), 1U);
  EXPECT_EQ(again.rejected[0].reason.code, "csv.unclosed_quote");
  EXPECT_EQ(again.rejected[0].reason.where.row, 9U);
}

}  // namespace
}  // namespace confronta::importers
