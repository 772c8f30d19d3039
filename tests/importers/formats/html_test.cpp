// HTML tables, alone and inside JSON.

#include <gtest/gtest.h>

#include "importers/formats/html_entities.h"
#include "importers/formats/html_table.h"
#include "importers/formats/raw_rows.h"
#include "tests/importers/support/files.h"

namespace confronta::importers {
namespace {

using support::read_bytes;
using support::Reading;
using Names = std::vector<std::string>;

TEST(Html, ReadsATableInsideJson) {
  // The layout of the forensic services of Jalisco, with made-up people.
  const Reading read =
      read_bytes("pfsi.json",
                 "\xEF\xBB\xBF{\"estado\": \"ok\", \"datos\": \"<table "
                 "border=\\\"1\\\">\\r\\n<tr><th>ID<\\/th>"
                 "<th>Sexo<\\/th><th>Se\\u00f1as<\\/th><\\/tr>\\n<tr><td>17<\\/td><td>Hombre<\\/td>"
                 "<td>Tatuaje<br>\\u201cMam\\u00e1\\u201d &amp; \\ud83d\\ude00<\\/td><\\/tr>\\n"
                 "<tr><td>18<\\/td><td>Mujer<\\/td><td>&nbsp;<\\/td><\\/tr><\\/table>\"}");
  ASSERT_FALSE(read.error);
  EXPECT_EQ(read.format, "html");
  EXPECT_EQ(read.columns, (Names{"ID", "Sexo", "Señas"}));
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.text(0, "Señas"), "Tatuaje\n“Mamá” & 😀");
  EXPECT_EQ(read.text(1, "Señas"), "");
  EXPECT_EQ(read.rows[0].row, 2U) << "the header is a physical row";
  EXPECT_EQ(read.rows[1].raw, "<tr><td>18</td><td>Mujer</td><td>&nbsp;</td></tr>");
}

TEST(Html, ReadsAPageWithMissingEndTags) {
  const Reading read = read_bytes("a.html",
                                  "<!DOCTYPE html><html><head><style>tr > td {}</style></head>"
                                  "<!-- <tr><td>no</td></tr> --><script>x = '<tr><td>no';</script>"
                                  "<table><thead><tr><th title='a>b'>A <b>uno</b><th>B</thead>"
                                  "<tbody><tr><td>1 <td>menor de < 20 años\n  y más"
                                  "<tr><td>2<td><p>uno</p><p>dos</p></table>");
  EXPECT_EQ(read.columns, (Names{"A uno", "B"}));
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.text(0, "B"), "menor de < 20 años y más");
  EXPECT_EQ(read.text(1, "B"), "uno\ndos");
}

TEST(Html, LaysCellsThatSpanRowsAndColumns) {
  const Reading read = read_bytes("a.html",
                                  "<table><tr><th>A</th><th>B</th><th>C</th></tr>"
                                  "<tr><td rowspan=2>1</td><td>2</td><td>3</td></tr>"
                                  "<tr><td>4</td><td>5</td></tr>"
                                  "<tr><td colspan=\"2\">6</td><td>7</td></tr></table>");
  ASSERT_EQ(read.rows.size(), 3U);
  EXPECT_EQ(read.text(1, "A"), "1");
  EXPECT_EQ(read.text(1, "B"), "4");
  EXPECT_EQ(read.text(2, "C"), "7");
  // Alone, the row in between has lost its first cell: it must not be read shifted.
  const Reading again = support::drain(
      rows_from_raw("html", read.columns, {{read.rows[1].raw, "", 3}, {read.rows[2].raw, "", 4}}));
  ASSERT_EQ(again.rows.size(), 1U);
  EXPECT_EQ(again.text(0, "C"), "7");
  ASSERT_EQ(again.rejected.size(), 1U);
  EXPECT_EQ(again.rejected[0].reason.code, "html.too_few_cells");
}

TEST(Html, SkipsRepeatedHeadersAndRejectsSurplusCells) {
  const Reading read = read_bytes("a.html",
                                  "<table><tr><td>A<td>B</tr><tr><td>1<td>2</tr></table>"
                                  "<table><tr><td>A<td>B</tr><tr><td>3<td>4<td>5</tr>"
                                  "<tr><td><td></tr><tr><td>6<td>7</tr></table>");
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.rows[1].row, 6U);
  ASSERT_EQ(read.rejected.size(), 1U);
  EXPECT_EQ(read.rejected[0].reason.code, "html.too_many_cells");
  EXPECT_EQ(read.rejected[0].reason.where.row, 4U);
}

TEST(Html, DecodesTextBetweenTagsByItself) {
  const Reading read = read_bytes("a.html",
                                  "<table><tr><td>ID<td>N</tr><tr><td>1<td>MU\xD1OZ</tr>"
                                  "<tr><td>2<td>MU\x84OZ</tr><tr><td>3<td>MUÑOZ</tr></table>");
  ASSERT_EQ(read.rows.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(read.text(i, "N"), "MUÑOZ");
}

TEST(Html, ReadsReferences) {
  EXPECT_EQ(decode_entities("Mu&ntilde;oz &#193;vila &#xDC; &aacute;&quot;"), "Muñoz Ávila Ü á\"");
  EXPECT_EQ(decode_entities("&#147;El&#148; &#0; A & B &desconocida; &amp"),
            std::string{"“El” "} + '\0' + " A & B &desconocida; &amp");
}

TEST(Html, AFileWithoutATableIsAnError) {
  const Reading read = read_bytes("a.html", "<html><body>Sin resultados</body></html>");
  ASSERT_TRUE(read.error);
  EXPECT_EQ(read.error->code, "html.no_table");
}

}  // namespace
}  // namespace confronta::importers
