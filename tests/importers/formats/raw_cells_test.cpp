#include "importers/formats/raw_cells.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "importers/formats/cell_text.h"

namespace confronta::importers {
namespace {

using Texts = std::vector<std::string>;

Texts back(const std::string& format, const Texts& columns, const std::string& raw) {
  return cells_of_raw(format, columns, {raw, "", 7});
}

TEST(RawCells, TakesARowApart) {
  const Texts columns{"FOLIO", "NOMBRE"};
  EXPECT_EQ(back("csv", columns, "1;\"Rosa \"\"Rosita\"\"\""), (Texts{"1", "Rosa \"Rosita\""}));
  EXPECT_EQ(back("xlsx", columns, R"(["1","Rosa"])"), (Texts{"1", "Rosa"}));
  EXPECT_EQ(back("json", columns, R"({"NOMBRE":"Rosa"})"), (Texts{"", "Rosa"}));
  EXPECT_EQ(back("html", columns, "<tr><td>1<td>Rosa &amp; Luz</tr>"), (Texts{"1", "Rosa & Luz"}));
  EXPECT_EQ(back("xlsx", columns, "no array"), (Texts{"", ""}));
}

TEST(RawCells, JsonKeepsWhatIsNotMended) {
  const Texts columns{"id", "persona.edad", "sena[].tipo"};
  const std::string raw = R"({"id":null,"persona":{"edad":30,"x":1.50},"sena":[{"tipo":"a"}]})";
  EXPECT_EQ(mendable_columns("json", columns), (Texts{"id", "persona.edad"}));
  EXPECT_EQ(raw_of_cells("json", columns, raw, {"7", "30"}),
            R"({"id":"7","persona":{"edad":30,"x":1.5},"sena":[{"tipo":"a"}]})");
  EXPECT_EQ(raw_of_cells("json", columns, raw + "\nsena[2]", {"7", "30"}),
            R"({"id":"7","persona":{"edad":30,"x":1.5},"sena":[{"tipo":"a"}]})"
            "\nsena[2]");
  EXPECT_FALSE(raw_of_cells("json", columns, "{", {"7", "30"}));
}

TEST(RawCells, WantsAsManyCellsAsThereAreColumns) {
  EXPECT_FALSE(raw_of_cells("csv", {"A", "B"}, "1,2", {"1"}));
  EXPECT_FALSE(raw_of_cells("csv", {"A", "B"}, "1,2", {"1", "2", "3"}));
}

RC_GTEST_PROP(RawCells, WhatWasMendedReadsBack, ()) {
  const auto format = *rc::gen::element<std::string>("csv", "xlsx");
  const auto size = *rc::gen::inRange<std::size_t>(2, 6);
  Texts columns, cells;
  for (std::size_t i = 0; i < size; ++i) {
    columns.push_back("C" + std::to_string(i));
    // White space at both ends is no part of a cell, and cells are text.
    const auto text = *rc::gen::container<std::string>(
        rc::gen::element('a', 'z', ' ', ',', ';', '"', '\n', '\t', '|', '\'', '1'));
    cells.emplace_back(trimmed(text));
  }
  const auto raw = raw_of_cells(format, columns, "", cells);
  RC_ASSERT(raw.has_value());
  RC_ASSERT(back(format, columns, *raw) == cells);
}

}  // namespace
}  // namespace confronta::importers
