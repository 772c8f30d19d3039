#include "engine/store/store.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "engine/store/schema.h"
#include "engine/store/subjects.h"
#include "tests/engine/support/scratch_store.h"

namespace confronta {
namespace {

using test::header;
using test::import_file;
using test::report;
using test::ScratchStore;

std::string error_of(const std::string& path, Access access) {
  const auto opened = Store::open(path, access);
  return opened ? "" : opened.error().code;
}

TEST(Store, ReadingDoesNotCreateAFile) {
  const std::string path = ::testing::TempDir() + "/no_such.db";
  EXPECT_EQ(error_of(path, Access::read), "store.not_found");
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(Store, RefusesFilesThatAreNotItsOwn) {
  ScratchStore scratch;
  const std::string text = scratch.path() + ".txt";
  std::ofstream{text} << "FOLIO,NOMBRE\nthis is not a database, however long it may be\n";
  EXPECT_EQ(error_of(text, Access::write), "store.not_a_store");
  const std::string other = scratch.path() + ".other";
  SQLite::Database{other, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec("CREATE TABLE t (x)");
  EXPECT_EQ(error_of(other, Access::write), "store.not_a_store");
}

TEST(Store, RefusesANewerSchema) {
  ScratchStore scratch;
  scratch->database().exec("PRAGMA user_version = 99");
  EXPECT_EQ(error_of(scratch.path(), Access::read), "store.newer_schema");
}

TEST(Store, WhatWasImportedCannotBeChangedOrDeleted) {
  ScratchStore scratch;
  ASSERT_TRUE(import_file(*scratch, header("a"), {report("a:1", "one")}).ok());
  for (const char* statement :
       {"UPDATE record SET raw = 'x'", "DELETE FROM record", "DELETE FROM subject",
        "UPDATE subject SET name = 'x'", "DELETE FROM import", "UPDATE import SET rows = 0",
        "DELETE FROM audit", "UPDATE audit SET detail = 'x'"})
    EXPECT_THROW(scratch->database().exec(statement), SQLite::Exception) << statement;
}

TEST(Store, NoticesAnAuditLogThatWasAltered) {
  ScratchStore scratch;
  ASSERT_TRUE(import_file(*scratch, header("a"), {report("a:1", "one")}).ok());
  ASSERT_TRUE(import_file(*scratch, header("b"), {report("b:1", "one")}).ok());
  ASSERT_TRUE(scratch->check().ok());
  scratch->database().exec("DROP TRIGGER audit_kept");
  scratch->database().exec("UPDATE audit SET detail = 'other' WHERE id = 1");
  const auto checked = scratch->check();
  ASSERT_FALSE(checked.ok());
  EXPECT_EQ(checked.error().code, "store.audit_broken");
  EXPECT_EQ(checked.error().arguments[0], "1");
}

// A child imports in a loop and says what was acknowledged; the parent kills it at some moment.
TEST(Store, AKilledImportLosesNothingThatWasAcknowledged) {
  ScratchStore scratch;
  int pipe_ends[2];
  ASSERT_EQ(::pipe(pipe_ends), 0);
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    auto store = Store::open(scratch.path(), Access::write);
    for (unsigned char n = 0; n < 250; ++n) {
      const std::string source = "s" + std::to_string(n);
      std::vector<Record> records;
      for (int i = 0; i < 200; ++i)
        records.push_back(report(source + ":" + std::to_string(i), "raw"));
      if (!import_file(*store.value(), header(source), records)) ::_exit(1);
      if (::write(pipe_ends[1], &n, 1) != 1) ::_exit(1);
    }
    ::_exit(0);
  }
  unsigned char last = 0;
  for (int acknowledged = 0; acknowledged < 5; ++acknowledged)
    ASSERT_EQ(::read(pipe_ends[0], &last, 1), 1);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  ::close(pipe_ends[1]);
  while (::read(pipe_ends[0], &last, 1) == 1) {
  }
  ::close(pipe_ends[0]);
  scratch.open();
  EXPECT_TRUE(scratch->check().ok());
  const std::size_t stored = read_snapshot(*scratch).value().reports.size();
  EXPECT_EQ(stored % 200, 0u);  // whole files only
  EXPECT_GE(stored, (std::size_t{last} + 1) * 200);
}

}  // namespace
}  // namespace confronta
