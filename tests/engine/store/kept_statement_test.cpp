#include "engine/store/kept_statement.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include <limits>

#include "tests/engine/support/scratch_store.h"

namespace confronta {
namespace {

constexpr const char* two_rows = "SELECT 1 UNION ALL SELECT 2";

TEST(KeptStatement, IsPreparedOnceAndBeginsAnew) {
  test::ScratchStore store;
  const SQLite::Statement* first = nullptr;
  for (int time = 0; time < 3; ++time) {
    const KeptStatement rows{*store, two_rows};
    if (!first) first = &*rows;
    EXPECT_EQ(&*rows, first);
    ASSERT_TRUE(rows->executeStep());
    EXPECT_EQ(rows->getColumn(0).getInt(), 1);
  }
}

TEST(KeptStatement, TwoOfOneTextAtOnceKnowNothingOfEachOther) {
  test::ScratchStore store;
  const KeptStatement outer{*store, two_rows};
  ASSERT_TRUE(outer->executeStep());
  for (int time = 0; time < 2; ++time) {
    const KeptStatement inner{*store, two_rows};
    EXPECT_TRUE(inner->executeStep());
    EXPECT_TRUE(inner->executeStep());
    EXPECT_FALSE(inner->executeStep());
  }
  ASSERT_TRUE(outer->executeStep());
  EXPECT_EQ(outer->getColumn(0).getInt(), 2);
}

TEST(KeptStatement, ForgetsWhatWasBoundAndSurvivesAnError) {
  test::ScratchStore store;
  constexpr const char* magnitude = "SELECT abs(?)";
  const auto ask_what_has_none = [&] {
    const KeptStatement ask{*store, magnitude};
    ask->bind(1, std::numeric_limits<std::int64_t>::min());
    ask->executeStep();
  };
  EXPECT_THROW(ask_what_has_none(), SQLite::Exception);
  {
    const KeptStatement ask{*store, magnitude};
    ask->bind(1, -7);
    ASSERT_TRUE(ask->executeStep());
    EXPECT_EQ(ask->getColumn(0).getInt(), 7);
  }
  const KeptStatement ask{*store, magnitude};
  ASSERT_TRUE(ask->executeStep());
  EXPECT_TRUE(ask->getColumn(0).isNull());
}

TEST(KeptStatement, KeepsNoLockAndSeesWhatOthersWrote) {
  test::ScratchStore store;
  auto reader = Store::open(store.path(), Access::read).value();
  const auto subjects = [&] {
    const KeptStatement count{*reader, "SELECT count(*) FROM subject"};
    count->executeStep();
    return count->getColumn(0).getInt();
  };
  EXPECT_EQ(subjects(), 0);
  ASSERT_TRUE(test::import_file(*store, test::header("a"), {test::report("a:1", "x")}).ok());
  EXPECT_EQ(subjects(), 1);
  // Columns: whether a reader was in the way, frames of the log, frames that were moved.
  SQLite::Statement checkpoint{store->database(), "PRAGMA wal_checkpoint(TRUNCATE)"};
  ASSERT_TRUE(checkpoint.executeStep());
  EXPECT_EQ(checkpoint.getColumn(0).getInt(), 0);
}

}  // namespace
}  // namespace confronta
