#include <gtest/gtest.h>

#include <string>

#include "tests/importers/support/files.h"
#include "tests/importers/support/records.h"

namespace confronta::importers {
namespace {

using support::drain;
using support::fixture;
using support::import_file;
using support::Imported;
using support::write_file;

RetryBatch batch_of(const Imported& file) {
  RetryBatch batch{file.facts, file.columns, {}};
  for (const RejectedRow& row : file.rejected)
    batch.rows.push_back({row.raw, row.reason.where.sheet, row.reason.where.row});
  return batch;
}

TEST(Retry, RejectsAgainWhatIsStillWrong) {
  const Imported file = import_file(fixture("generic_am.csv"));
  const Imported again = drain(reopen_records(batch_of(file)));
  ASSERT_FALSE(again.error.has_value());
  EXPECT_EQ(again.rows, 2U);
  ASSERT_EQ(again.rejected.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(again.rejected[i].reason, file.rejected[i].reason);
    EXPECT_EQ(again.rejected[i].raw, file.rejected[i].raw);
  }
}

TEST(Retry, UsesTheMappingInForceNow) {
  const std::string csv = write_file("list.csv",
                                     "Folio,Caso,Nombre completo\n"
                                     ",\"C-1\",\"ANA, LA \"\"CHATA\"\"\"\n"
                                     "F-2,C-2,RAUL PEREZ SOTO\n");
  const std::string mapping = R"(name = "own"
source = "own"
kind = "report"
[id]
columns = "Folio"
[[rule]]
trait = "circumstances"
column = "Nombre completo"
)";
  const std::string path = write_file("own.toml", mapping);
  const Imported file = import_file(csv, path);
  ASSERT_EQ(file.rejected.size(), 1U);
  EXPECT_EQ(file.rejected[0].reason.code, "row.no_id");

  RetryBatch batch = batch_of(file);
  EXPECT_EQ(drain(reopen_records(batch)).rejected.size(), 1U);  // by the mapping's own old text

  std::string better = mapping;
  better.replace(better.find("\"Folio\""), 7, "\"Caso\"");
  batch.facts.mapping = write_file("better.toml", better);
  const Imported again = drain(reopen_records(batch));
  ASSERT_EQ(again.records.size(), 1U);
  EXPECT_EQ(again.records[0].id, "own:C-1");
  EXPECT_EQ(again.records[0].first_row, 2U);
  EXPECT_EQ(again.records[0].raw, file.rejected[0].raw);
  EXPECT_EQ(again.seen("own:C-1", Trait::circumstances), "ANA, LA \"CHATA\" @Nombre completo");
}

TEST(Retry, FindsTheRowsOfAGroupAndThePersonOfAReport) {
  const std::string mapping = R"(name = "grouped"
source = "grouped"
kind = "report"
[id]
columns = "Folio"
group = true
[[rule]]
trait = "circumstances"
column = "Texto"
[[rule]]
trait = "individuals"
required = true
column = "Numero"
)";
  const Imported file =
      import_file(write_file("list.csv", "Folio,Texto,Numero\nF-1,a,1\nF-1,\"b\nc\",x\nF-2,d,1\n"),
                  write_file("grouped.toml", mapping));
  ASSERT_EQ(file.rejected.size(), 1U);
  EXPECT_EQ(file.rejected[0].rows, 2U);
  const Imported again = drain(reopen_records(batch_of(file)));
  ASSERT_EQ(again.rejected.size(), 1U);
  EXPECT_EQ(again.rejected[0].rows, 2U);
  EXPECT_EQ(again.rejected[0].raw, file.rejected[0].raw);

  const Imported reports = import_file(fixture("veracruz_cebv.json"));
  RetryBatch batch = batch_of(reports);
  batch.rows = {{reports.records[1].raw, "", 1}};
  const Imported person = drain(reopen_records(batch));
  ASSERT_EQ(person.records.size(), 1U);
  EXPECT_EQ(person.records[0].id, "veracruz-cebv:CEBV/2024/0502");
  EXPECT_EQ(person.records[0].raw, reports.records[1].raw);
}

}  // namespace
}  // namespace confronta::importers
