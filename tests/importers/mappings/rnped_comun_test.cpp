#include <gtest/gtest.h>

#include "tests/importers/support/records.h"

namespace confronta::importers {
namespace {

using support::fixture;
using support::import_file;
using support::Imported;

TEST(RnpedComun, MakesIdsFromTheCells) {
  const Imported file = import_file(fixture("rnped_comun.csv"));
  ASSERT_FALSE(file.error.has_value());
  EXPECT_EQ(file.facts.mapping, "rnped_comun");
  EXPECT_EQ(file.facts.source, "rnped-comun");
  EXPECT_TRUE(file.notes.unmapped_columns.empty());
  ASSERT_EQ(file.records.size(), 3U);
  const std::string id = file.records[0].id;
  EXPECT_EQ(id.size(), std::string{"rnped-comun:"}.size() + 16);
  EXPECT_EQ(file.seen(id, Trait::event_date), "2011-05-12 @fuerocomun_desapfecha");
  EXPECT_EQ(file.seen(id, Trait::sex), "male @fuerocomun_sexo");
  EXPECT_EQ(file.seen(id, Trait::age), "29|29 @fuerocomun_edad");
  EXPECT_EQ(file.seen(id, Trait::stature), "168|168 @fuerocomun_estatura");
  EXPECT_EQ(file.seen(id, Trait::build), "medium @fuerocomun_complexion");
  EXPECT_EQ(file.seen(id, Trait::place_last_seen),
            "15033|0|0|0|ECATEPEC DE MORELOS, ESTADO DE MEXICO, SAN AGUSTIN "
            "@fuerocomun_desapentidad + fuerocomun_desapmunicipio + fuerocomun_desaplocalidad");
  ASSERT_EQ(file.values<Mark>(id).size(), 1U);
  EXPECT_EQ(file.values<Mark>(id)[0].type, "tattoo");
  // Two equal rows may be two persons: both are kept.
  EXPECT_EQ(file.records[2].id, file.records[1].id + "#2");
  EXPECT_EQ(file.seen(file.records[1].id, Trait::age), "(unknown) @fuerocomun_edad");
  ASSERT_EQ(file.rejected.size(), 1U);
  EXPECT_EQ(file.rejected[0].reason.code, "row.no_id");
  EXPECT_EQ(file.rejected[0].reason.where.row, 5U);
}

}  // namespace
}  // namespace confronta::importers
