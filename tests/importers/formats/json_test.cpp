// JSON documents and JSON lines.

#include <gtest/gtest.h>

#include "importers/formats/json_text.h"
#include "importers/formats/raw_rows.h"
#include "tests/importers/support/files.h"

namespace confronta::importers {
namespace {

using support::read_bytes;
using support::Reading;
using Names = std::vector<std::string>;

TEST(Json, FlattensObjectsAndKeepsLists) {
  const std::string element =
      R"({ "id": 7, "persona": {"nombre": "ANA", "edad": 31.50, "vive": null, "fuma": false},
  "señas": [{"tipo": "TATUAJE", "colores": ["rojo", "azul"]}, {"tipo": "LUNAR"}], "alias": [] })";
  const Reading read = read_bytes("a.json", "[\n  " + element + ",\n  {\"id\": 8}\n]\n");
  ASSERT_FALSE(read.error);
  EXPECT_EQ(read.format, "json");
  EXPECT_EQ(read.columns, (Names{"id", "persona.nombre", "persona.edad", "persona.vive",
                                 "persona.fuma", "señas[].tipo", "señas[].colores[]", "alias[]"}));
  ASSERT_EQ(read.rows.size(), 2U);
  const SourceRow& row = read.rows[0];
  EXPECT_EQ(row.raw, element) << "word for word";
  EXPECT_EQ(row.row, 1U);
  EXPECT_EQ(read.rows[1].row, 2U);
  EXPECT_EQ(read.text(0, "id"), "7");
  EXPECT_EQ(read.text(0, "persona.edad"), "31.50") << "numbers keep their text";
  EXPECT_EQ(read.text(0, "persona.vive"), "");
  EXPECT_EQ(read.text(0, "persona.fuma"), "false");
  const auto* marks = row.find_list("señas");
  ASSERT_TRUE(marks);
  ASSERT_EQ(marks->size(), 2U);
  EXPECT_EQ(*(*marks)[1].find("tipo"), "LUNAR");
  EXPECT_EQ((*marks)[1].row, 1U) << "a list's rows have their record's place";
  const auto* colours = (*marks)[0].find_list("colores");
  ASSERT_TRUE(colours);
  ASSERT_EQ(colours->size(), 2U);
  EXPECT_EQ(*(*colours)[1].find(""), "azul");
  ASSERT_TRUE(row.find_list("alias"));
  EXPECT_TRUE(row.find_list("alias")->empty());
}

TEST(Json, FindsTheLargestListOfObjects) {
  const std::string bytes =
      R"({"meta": {"paginas": [{"n": 1}], "columnas": ["a", "b", "c"]},
          "respuesta": {"datos": [{"id": 1, "x": [{"k": 1}, {"k": 2}, {"k": 3}]}, {"id": 2}]}})";
  const Reading found = read_bytes("a.json", bytes);
  ASSERT_EQ(found.rows.size(), 2U);
  EXPECT_EQ(found.text(1, "id"), "2");
  ReadOptions options;
  options.list_path = "meta.paginas";
  const Reading given = read_bytes("a.json", bytes, options);
  ASSERT_EQ(given.rows.size(), 1U);
  EXPECT_EQ(given.text(0, "n"), "1");
  options.list_path = "nada";
  const Reading missing = read_bytes("a.json", bytes, options);
  ASSERT_TRUE(missing.error);
  EXPECT_EQ(missing.error->code, "json.no_such_list");
}

TEST(Json, AnObjectWithTheExpectedColumnsIsARecord) {
  const std::string bytes = R"({"id": 1, "nombre": "ANA", "señas": [{"tipo": "LUNAR"}]})";
  ReadOptions options;
  options.expected_columns = {"id", "nombre"};
  const Reading read = read_bytes("a.json", bytes, options);
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_EQ(read.text(0, "nombre"), "ANA");
  EXPECT_EQ(read_bytes("a.json", bytes).text(0, "tipo"), "LUNAR");
  const Reading envelope = read_bytes(
      "b.json", R"({"id": 9, "nombre": "API", "datos": [{"id": 1, "nombre": "ANA"}]})", options);
  EXPECT_EQ(envelope.text(0, "nombre"), "ANA") << "the list has the expected columns as well";
}

TEST(Json, RejectsABrokenElementAlone) {
  const Reading read = read_bytes("a.json", R"([{"id": 1}, {"id" 2}, 5, ["x"], {"id": 3},])");
  ASSERT_FALSE(read.error);
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.rows[1].row, 5U);
  ASSERT_EQ(read.rejected.size(), 3U);
  EXPECT_EQ(read.rejected[0].reason.code, "json.bad_element");
  EXPECT_EQ(read.rejected[0].reason.where.row, 2U);
  EXPECT_EQ(read.rejected[0].raw, R"({"id" 2})");
  EXPECT_EQ(read.rejected[1].reason.code, "json.not_an_object");
  EXPECT_EQ(read.rejected[2].raw, R"(["x"])");
}

TEST(Json, SaysWhereATruncatedFileEnds) {
  const Reading read = read_bytes("a.json", R"([{"id": 1}, {"id": 2}, {"id": "sin)");
  ASSERT_TRUE(read.error);
  EXPECT_EQ(read.error->code, "json.truncated");
  EXPECT_EQ(read.error->where.row, 3U);
  const Reading object = read_bytes("b.json", R"({"datos": [{"id": 1})");
  ASSERT_TRUE(object.error);
  EXPECT_EQ(object.error->code, "json.truncated");
}

TEST(Json, ReadsWhatSloppyWritersMake) {
  const Reading read =
      read_bytes("a.json",
                 "\xEF\xBB\xBF[{\"id\": 1, \"edad\": NaN, \"nota\": \"una\nlínea\"},"
                 "{\"id\": 2, \"nota\": \"MU\xD1OZ\"}, {\"id\": 3, \"nota\": \"MU\x84OZ\"}]");
  ASSERT_EQ(read.rows.size(), 3U);
  EXPECT_EQ(read.text(0, "edad"), "");
  EXPECT_EQ(read.text(0, "nota"), "una\nlínea");
  EXPECT_EQ(read.text(1, "nota"), "MUÑOZ");
  EXPECT_EQ(read.text(2, "nota"), "MUÑOZ");
  EXPECT_EQ(read.rows[1].raw, "{\"id\": 2, \"nota\": \"MUÑOZ\"}");
}

TEST(Json, RefusesTextThatNestsWithoutEnd) {
  std::string deep = R"([{"a": )";
  for (int i = 0; i < 5000; ++i) deep += "[";
  for (int i = 0; i < 5000; ++i) deep += "]";
  const Reading read = read_bytes("a.json", deep + "}, {\"a\": 1}]");
  ASSERT_EQ(read.rejected.size(), 1U);
  EXPECT_EQ(read.rejected[0].reason.code, "json.too_deep");
  EXPECT_EQ(read.rows.size(), 1U);
}

TEST(Json, ReadsLinesAndRejectsABadOneAlone) {
  const Reading read = read_bytes("a.jsonl",
                                  "{\"id\": 1, \"n\": {\"a\": \"x\"}}\n\n{\"id\": 2\n"
                                  "{\"id\": 3}\r\n{\"id\": 4}");
  EXPECT_EQ(read.format, "jsonl");
  EXPECT_EQ(read.columns, (Names{"id", "n.a"}));
  ASSERT_EQ(read.rows.size(), 3U);
  EXPECT_EQ(read.rows[1].row, 4U);
  EXPECT_EQ(read.text(2, "id"), "4");
  ASSERT_EQ(read.rejected.size(), 1U);
  EXPECT_EQ(read.rejected[0].reason.where.row, 3U);
  EXPECT_EQ(read.rejected[0].raw, "{\"id\": 2");
}

TEST(Json, ReadsObjectsThatStandOneAfterTheOther) {
  const Reading read = read_bytes("a.json", "{\n \"id\": 1\n}\n{\n \"id\": 2\n}\n");
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.text(1, "id"), "2");
}

TEST(Json, CutsElementsTheSameWayWhereverABlockEnds) {
  std::string bytes = "[";
  for (int i = 0; i < 20000; ++i)
    bytes += (i ? "," : "") + std::string(static_cast<std::size_t>(i % 5), ' ') +
             "{\"n\":" + std::to_string(i) + ",\"t\":\"ll}ave \\\" [\\\\\"}";
  const Reading read = read_bytes("a.json", bytes + "]");
  ASSERT_FALSE(read.error);
  ASSERT_EQ(read.rows.size(), 20000U);
  for (std::size_t i = 0; i < read.rows.size(); ++i) {
    ASSERT_EQ(read.text(i, "n"), std::to_string(i));
    ASSERT_EQ(read.text(i, "t"), "ll}ave \" [\\");
  }
}

TEST(Json, RawRowsReadAgainGiveTheSameFields) {
  const Reading read = read_bytes("a.json", R"([{"a": {"b": 1.0}, "c": ["x"]}, {"a" 2}])");
  ASSERT_EQ(read.rows.size(), 1U);
  ASSERT_EQ(read.rejected.size(), 1U);
  const Reading again = support::drain(rows_from_raw(
      "json", read.columns, {{read.rows[0].raw, "", 1}, {read.rejected[0].raw, "", 2}}));
  ASSERT_EQ(again.rows.size(), 1U);
  EXPECT_EQ(again.text(0, "a.b"), "1.0");
  ASSERT_TRUE(again.rows[0].find_list("c"));
  ASSERT_EQ(again.rejected.size(), 1U);
  EXPECT_EQ(again.rejected[0].reason.where.row, 2U);
}

TEST(Json, ArraysOfTextsRoundTrip) {
  const std::vector<std::string> texts = {"", "a \"b\"", "línea\n\\ ñ\t\x01", "😀"};
  EXPECT_EQ(read_json_array(json_array(texts)), texts);
  EXPECT_FALSE(read_json_array("{\"a\": 1}"));
  EXPECT_FALSE(read_json_array("[1]"));
  EXPECT_FALSE(read_json_array("[\"a\""));
}

}  // namespace
}  // namespace confronta::importers
