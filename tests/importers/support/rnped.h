#pragma once
// The two legacy lists of RNPED have one layout under two sets of column names.

#include <gtest/gtest.h>

#include <string>

#include "tests/importers/support/records.h"

namespace confronta::importers::support {

struct RnpedLayout {
  std::string mapping;
  std::string source;
  std::string prefix;  // of the columns
  std::string date_column;
  std::string place_columns;
};

inline void expect_rnped_fixture(const RnpedLayout& layout) {
  const Imported file = import_file(fixture(layout.mapping + ".csv"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, layout.mapping);
  EXPECT_EQ(file.facts.source, layout.source);
  EXPECT_TRUE(file.notes.unmapped_columns.empty());
  ASSERT_EQ(file.records.size(), 3U);
  const std::string id = file.records[0].id;
  const std::string at = " @" + layout.prefix;
  EXPECT_EQ(id.size(), layout.source.size() + 1 + 16);  // "source:" and a hash of the cells
  EXPECT_EQ(file.seen(id, Trait::event_date), "2011-05-12" + at + layout.date_column);
  EXPECT_EQ(file.seen(id, Trait::sex), "male" + at + "sexo");
  EXPECT_EQ(file.seen(id, Trait::age), "29|29" + at + "edad");
  EXPECT_EQ(file.seen(id, Trait::stature), "168|168" + at + "estatura");
  EXPECT_EQ(file.seen(id, Trait::build), "medium" + at + "complexion");
  EXPECT_EQ(
      file.seen(id, Trait::place_last_seen),
      "15033|0|0|0|ECATEPEC DE MORELOS, ESTADO DE MEXICO, SAN AGUSTIN @" + layout.place_columns);
  ASSERT_EQ(file.values<Mark>(id).size(), 1U);
  EXPECT_EQ(file.values<Mark>(id)[0].type, "tattoo");
  // Two equal rows may be two persons: both are kept.
  EXPECT_EQ(file.records[2].id, file.records[1].id + "#2");
  EXPECT_EQ(file.seen(file.records[1].id, Trait::age), "(unknown)" + at + "edad");
  ASSERT_EQ(file.rejected.size(), 1U);
  EXPECT_EQ(file.rejected[0].reason.code, "row.no_id");
  EXPECT_EQ(file.rejected[0].reason.where.row, 5U);
}

}  // namespace confronta::importers::support
