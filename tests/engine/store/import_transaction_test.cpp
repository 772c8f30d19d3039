#include "engine/store/import_transaction.h"

#include <gtest/gtest.h>

#include "engine/store/subjects.h"
#include "tests/engine/support/scratch_store.h"

namespace confronta {
namespace {

using test::header;
using test::import_file;
using test::rejected;
using test::report;
using test::ScratchStore;

TEST(ImportTransaction, CountsEveryRowOfTheFile) {
  ScratchStore store;
  const auto counts = import_file(*store, header("a"), {report("a:1", "one"), report("a:2", "two")},
                                  {rejected("bad", "row.no_id", 4)});
  ASSERT_TRUE(counts.ok());
  EXPECT_EQ(counts.value().rows, 3u);
  EXPECT_EQ(counts.value().imported, 2u);
  EXPECT_EQ(counts.value().quarantined, 1u);
}

TEST(ImportTransaction, RefusesAFileWhoseRowsAreNotAllAccountedFor) {
  ScratchStore store;
  auto import = ImportTransaction::begin(*store, header("a"));
  ASSERT_TRUE(import.ok());
  ASSERT_TRUE(import.value()->add(report("a:1", "one")).ok());
  const auto counts = import.value()->finish(2, false);
  ASSERT_FALSE(counts.ok());
  EXPECT_EQ(counts.error().code, "import.lost_rows");
  import.value().reset();
  EXPECT_FALSE(read_subject(*store, "a:1").ok());
}

TEST(ImportTransaction, TheSameFileAgainChangesNothing) {
  ScratchStore store;
  const std::vector<Record> records{report("a:1", "one"), report("a:2", "two")};
  const std::vector<RejectedRow> bad{rejected("bad", "row.no_id", 4),
                                     rejected("bad", "row.no_id", 5)};
  ASSERT_TRUE(import_file(*store, header("a", true), records, bad).ok());
  const auto before = read_snapshot(*store);
  const auto counts = import_file(*store, header("a", true), records, bad);
  ASSERT_TRUE(counts.ok());
  EXPECT_EQ(counts.value().unchanged, 2u);
  EXPECT_EQ(counts.value().quarantined, 2u);
  EXPECT_EQ(counts.value().imported + counts.value().new_versions + counts.value().withdrawn, 0u);
  EXPECT_EQ(read_snapshot(*store).value().digest, before.value().digest);
  EXPECT_EQ(read_quarantine(*store, true).value().size(), 2u);
}

TEST(ImportTransaction, AChangedRowOrMappingIsANewVersionAndTheOldOneStays) {
  ScratchStore store;
  ASSERT_TRUE(import_file(*store, header("a"), {report("a:1", "one")}).ok());
  auto counts = import_file(*store, header("a"), {report("a:1", "uno")});
  EXPECT_EQ(counts.value().new_versions, 1u);
  auto better = header("a");
  better.mapping_text += " # better";
  counts = import_file(*store, better, {report("a:1", "uno")});
  EXPECT_EQ(counts.value().new_versions, 1u);
  const auto page = read_subject(*store, "a:1");
  ASSERT_TRUE(page.ok());
  ASSERT_EQ(page.value().versions.size(), 3u);
  EXPECT_EQ(page.value().versions[0].raw, "one");
  EXPECT_EQ(page.value().versions[2].raw, "uno");
  EXPECT_EQ(page.value().versions[2].observations[0].from.column, "APODO");
}

TEST(ImportTransaction, ARowThatAFullListNoLongerHasIsWithdrawnAndMayReturn) {
  ScratchStore store;
  ASSERT_TRUE(
      import_file(*store, header("a", true), {report("a:1", "one"), report("a:2", "two")}).ok());
  ASSERT_TRUE(import_file(*store, header("b", true), {report("b:1", "one")}).ok());
  auto counts = import_file(*store, header("a", true), {report("a:1", "one")});
  EXPECT_EQ(counts.value().withdrawn, 1u);
  EXPECT_EQ(read_snapshot(*store).value().withdrawn, std::vector<std::string>{"a:2"});
  EXPECT_EQ(read_snapshot(*store).value().reports.size(), 3u);  // it stays comparable
  counts = import_file(*store, header("a", true), {report("a:1", "one")});
  EXPECT_EQ(counts.value().withdrawn, 0u);  // said once
  ASSERT_TRUE(
      import_file(*store, header("a", true), {report("a:1", "one"), report("a:2", "two")}).ok());
  EXPECT_TRUE(read_snapshot(*store).value().withdrawn.empty());
}

TEST(ImportTransaction, ARowInQuarantineIsNotARowThatTheListLacks) {
  ScratchStore store;
  ASSERT_TRUE(
      import_file(*store, header("a", true), {report("a:1", "one"), report("a:27", "two")}).ok());
  const auto counts = import_file(*store, header("a", true), {report("a:1", "one")},
                                  {rejected("27,no date at all", "row.no_information", 3)});
  EXPECT_EQ(counts.value().withdrawn, 0u);
}

TEST(ImportTransaction, APartialListWithdrawsNothing) {
  ScratchStore store;
  ASSERT_TRUE(import_file(*store, header("a"), {report("a:1", "one"), report("a:2", "two")}).ok());
  EXPECT_EQ(import_file(*store, header("a"), {report("a:1", "one")}).value().withdrawn, 0u);
}

TEST(ImportTransaction, ARepeatedIdKeepsEveryDifferentRow) {
  ScratchStore store;
  const auto counts =
      import_file(*store, header("a", true),
                  {report("a:1", "one"), report("a:1", "other"), report("a:1", "one")});
  EXPECT_EQ(counts.value().imported, 2u);
  EXPECT_EQ(counts.value().unchanged, 1u);
  EXPECT_EQ(read_subject(*store, "a:1").value().versions[0].raw, "one");
  EXPECT_EQ(read_subject(*store, "a:1#2").value().versions[0].raw, "other");
  // The second one is listed as long as the file repeats the id.
  EXPECT_EQ(import_file(*store, header("a", true), {report("a:1", "one"), report("a:1", "other")})
                .value()
                .withdrawn,
            0u);
  EXPECT_EQ(import_file(*store, header("a", true), {report("a:1", "one")}).value().withdrawn, 1u);
}

TEST(ImportTransaction, AnInterruptedImportLeavesNothing) {
  ScratchStore store;
  {
    auto import = ImportTransaction::begin(*store, header("a"));
    ASSERT_TRUE(import.value()->add(report("a:1", "one")).ok());
    ASSERT_TRUE(import.value()->reject(rejected("bad", "row.no_id", 3)).ok());
  }
  store.open();
  EXPECT_FALSE(read_subject(*store, "a:1").ok());
  EXPECT_TRUE(read_quarantine(*store, true).value().empty());
  EXPECT_TRUE(store->check().ok());
}

TEST(ImportTransaction, ADryRunCountsAndKeepsNothing) {
  ScratchStore store;
  const auto counts = import_file(*store, header("a"), {report("a:1", "one")}, {}, true);
  EXPECT_EQ(counts.value().imported, 1u);
  EXPECT_FALSE(read_subject(*store, "a:1").ok());
}

TEST(ImportTransaction, AQuarantinedRowIsResolvedByTheImportThatUsesIt) {
  ScratchStore store;
  ASSERT_TRUE(import_file(*store, header("a"), {}, {rejected("bad", "row.no_id", 2)}).ok());
  ASSERT_EQ(read_quarantine(*store, false).value().size(), 1u);
  ASSERT_TRUE(import_file(*store, header("a"), {report("a:9", "bad")}).ok());
  EXPECT_TRUE(read_quarantine(*store, false).value().empty());
  EXPECT_TRUE(read_quarantine(*store, true).value()[0].resolved);
}

TEST(ImportTransaction, AnotherReasonReplacesTheFirst) {
  ScratchStore store;
  ASSERT_TRUE(import_file(*store, header("a"), {}, {rejected("bad", "row.no_id", 2)}).ok());
  ASSERT_TRUE(
      import_file(*store, header("a"), {}, {rejected("bad", "row.no_information", 2)}).ok());
  const auto open = read_quarantine(*store, false).value();
  ASSERT_EQ(open.size(), 1u);
  EXPECT_EQ(open[0].rule, "row.no_information");
}

TEST(ImportTransaction, TheOrderOfImportDoesNotShowInTheSnapshot) {
  ScratchStore store;
  ASSERT_TRUE(import_file(*store, header("a"), {report("a:1", "one")}).ok());
  ASSERT_TRUE(import_file(*store, header("b"), {report("b:1", "two")}).ok());
  const auto first = read_snapshot(*store).value().digest;
  std::filesystem::remove(store.path());
  std::filesystem::remove(store.path() + "-wal");
  store.open();
  ASSERT_TRUE(import_file(*store, header("b"), {report("b:1", "two")}).ok());
  ASSERT_TRUE(import_file(*store, header("a"), {report("a:1", "one")}).ok());
  EXPECT_EQ(read_snapshot(*store).value().digest, first);
}

}  // namespace
}  // namespace confronta
