#include "engine/store/accounts.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "tests/engine/support/scratch_store.h"

namespace confronta {
namespace {

constexpr const char* noon = "2026-11-24T12:00:00Z";
constexpr const char* later = "2026-11-24T13:00:00Z";

Account account(const std::string& name) {
  Account a;
  a.name = name;
  a.role = "reviewer";
  a.password = "$argon2id$made-up";
  a.instant = noon;
  return a;
}

TEST(Accounts, AreUniqueLetterCaseAside) {
  test::ScratchStore store;
  ASSERT_TRUE(add_account(*store, account("Ana")).ok());
  const auto again = add_account(*store, account("ANA"));
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().code, "reviewer.exists");
  const auto found = find_account(*store, "ana");
  ASSERT_TRUE(found.ok() && found.value());
  EXPECT_EQ(found.value()->name, "Ana");
  EXPECT_FALSE(find_account(*store, "Luis").value());
}

TEST(Accounts, ANewPasswordEndsTheSessionsOfTheOld) {
  test::ScratchStore store;
  ASSERT_TRUE(add_account(*store, account("Ana")).ok());
  ASSERT_TRUE(begin_session(*store, "h1", 1, 2'000'000'000, noon).ok());
  ASSERT_TRUE(find_session(*store, "h1").value());
  ASSERT_TRUE(set_account_password(*store, "Ana", "$argon2id$other", later).ok());
  EXPECT_FALSE(find_session(*store, "h1").value());
  EXPECT_EQ(find_account(*store, "Ana").value()->password, "$argon2id$other");
  EXPECT_EQ(set_account_password(*store, "Luis", "x", later).error().code, "reviewer.unknown");
}

TEST(Accounts, DisablingTakesSessionsAndTokens) {
  test::ScratchStore store;
  ASSERT_TRUE(add_account(*store, account("Ana")).ok());
  ASSERT_TRUE(begin_session(*store, "h1", 1, 2'000'000'000, noon).ok());
  ASSERT_TRUE(add_token(*store, "Ana", "t1", noon).ok());
  ASSERT_TRUE(find_token(*store, "t1").value());
  ASSERT_TRUE(disable_account(*store, "Ana", later).ok());
  EXPECT_FALSE(find_session(*store, "h1").value());
  EXPECT_FALSE(find_token(*store, "t1").value());
  EXPECT_TRUE(list_accounts(*store).value().at(0).disabled);
}

TEST(Accounts, ASessionSaysWhenTheOneBeforeItWas) {
  test::ScratchStore store;
  ASSERT_TRUE(begin_session(*store, "h1", 0, 2'000'000'000, noon).ok());
  EXPECT_EQ(find_session(*store, "h1").value()->since, "");
  ASSERT_TRUE(set_session_language(*store, "h1", "en").ok());
  ASSERT_TRUE(end_session(*store, "h1", later).ok());
  ASSERT_TRUE(begin_session(*store, "h2", 0, 2'000'000'000, "2026-11-25T08:00:00Z").ok());
  const auto session = find_session(*store, "h2").value();
  ASSERT_TRUE(session);
  EXPECT_FALSE(session->account);
  EXPECT_EQ(session->since, later);
  EXPECT_EQ(session->language, "en");
}

TEST(Accounts, TheSingleUserIsOutOnceThereIsAnAccount) {
  test::ScratchStore store;
  ASSERT_TRUE(begin_session(*store, "h1", 0, 2'000'000'000, noon).ok());
  ASSERT_TRUE(find_session(*store, "h1").value());
  ASSERT_TRUE(add_account(*store, account("Ana")).ok());
  EXPECT_FALSE(find_session(*store, "h1").value());
}

TEST(Accounts, AllOfItIsInTheAuditLogAndNoneOfItIsSecret) {
  test::ScratchStore store;
  ASSERT_TRUE(add_account(*store, account("Ana")).ok());
  ASSERT_TRUE(begin_session(*store, "h1", 1, 2'000'000'000, noon).ok());
  ASSERT_TRUE(end_session(*store, "h1", later).ok());
  ASSERT_TRUE(add_token(*store, "Ana", "token digest", later).ok());
  std::string log;
  SQLite::Statement all{store->database(), "SELECT action || ' ' || detail FROM audit ORDER BY id"};
  while (all.executeStep()) log += all.getColumn(0).getString() + '\n';
  EXPECT_EQ(
      log, "reviewer_added Ana\nreviewer\nsession_began 1\nsession_ended h1\nreviewer_token Ana\n");
  EXPECT_TRUE(store->check().ok());
}

}  // namespace
}  // namespace confronta
