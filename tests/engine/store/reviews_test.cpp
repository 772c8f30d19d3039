#include "engine/store/reviews.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

#include "engine/store/runs.h"
#include "engine/store/schema.h"
#include "tests/engine/support/review_log.h"
#include "tests/engine/support/scratch_store.h"

namespace confronta {
namespace {

using test::decision;
using test::header;
using test::import_file;
using test::opinion;
using test::report;
using test::ScratchStore;

class Reviews : public ::testing::Test {
 protected:
  Reviews() {
    EXPECT_TRUE(import_file(*store_, header("a"), {report("a:1", "x"), report("a:2", "y")}).ok());
    Record remains = report("b:1", "z");
    remains.kind = SubjectKind::remains;
    EXPECT_TRUE(import_file(*store_, header("b"), {remains}).ok());
    confronta::Run run;
    run.identity = "in";
    run.digest = "digest";
    EXPECT_TRUE(publish_run(*store_, run, "2026-11-24T12:00:00Z", 1).ok());
  }
  ReviewLog log(const ReviewedRows& rows) { return read_review_log(*store_, rows).value(); }
  Result<std::int64_t> decide(Store& store, const std::string& who, DecisionKind kind,
                              const std::vector<std::string>& reasons, std::int64_t based_on) {
    return append_decision(store, rows_, decision(who, kind, reasons, based_on),
                           Authority::reviewer);
  }

  ScratchStore store_;
  ReviewedRows rows_{{Relation::identity, "a:1", "b:1"}, {"a:1"}, {"b:1"}};
};

TEST_F(Reviews, ADecisionIsReadAsItWasWritten) {
  ASSERT_TRUE(append_opinion(*store_, rows_, opinion("ana", "likely")).ok());
  Decision wish = decision("ana", DecisionKind::proposed, {"dna", "other"}, 0);
  wish.words = "The laboratory's report of\nMay.";
  wish.lines = {{"biology", "agree"}, {"teeth", "cannot_say"}};
  const auto id = append_decision(*store_, rows_, wish, Authority::reviewer);
  ASSERT_TRUE(id.ok()) << id.error().code;
  const ReviewLog read = log(rows_);
  ASSERT_EQ(read.decisions.size(), 1u);
  const Decision& d = read.decisions[0];
  EXPECT_EQ(d.id, id.value());
  EXPECT_EQ(canonical_text(d), canonical_text(wish));
  EXPECT_EQ(d.pins.records, wish.pins.records);
  EXPECT_EQ(read.opinions.at(0).opinion, "likely");
  EXPECT_TRUE(store_->check().ok());
}

TEST_F(Reviews, NothingThatWasWrittenCanBeChangedOrDeleted) {
  ASSERT_TRUE(append_claim(*store_, rows_, {0, {}, "ana", "t", false, false}).ok());
  ASSERT_TRUE(append_opinion(*store_, rows_, opinion("ana", "likely")).ok());
  ASSERT_TRUE(decide(*store_, "ana", DecisionKind::possible, {}, 0).ok());
  for (const char* statement :
       {"UPDATE decision SET kind = 'final'", "DELETE FROM decision", "UPDATE opinion SET who = ''",
        "DELETE FROM opinion", "UPDATE claim SET who = ''", "DELETE FROM claim",
        "UPDATE review_pair SET relation = 1", "DELETE FROM review_pair"})
    EXPECT_THROW(store_->database().exec(statement), SQLite::Exception) << statement;
}

TEST_F(Reviews, TheStoreItselfRefusesTwoDecisionsAfterTheSameOne) {
  ASSERT_TRUE(append_opinion(*store_, rows_, opinion("ana", "likely")).ok());
  ASSERT_TRUE(decide(*store_, "ana", DecisionKind::possible, {}, 0).ok());
  EXPECT_THROW(store_->database().exec(
                   "INSERT INTO decision SELECT 99, pair_id, who, instant, kind, based_on, undoes, "
                   "reasons, words, lines, needed, run_id, run_digest, records, models, program "
                   "FROM decision"),
               SQLite::Exception);
}

TEST_F(Reviews, OfTwoWhoDecideAtOnceOneIsRefusedAndNothingIsLostOrDoubled) {
  constexpr int people = 4;
  constexpr int rounds = 10;
  for (int p = 0; p < people; ++p)
    ASSERT_TRUE(append_opinion(*store_, rows_, opinion("p" + std::to_string(p), "likely")).ok());
  std::vector<std::vector<std::int64_t>> written(people);
  std::vector<std::thread> threads;
  for (int p = 0; p < people; ++p)
    threads.emplace_back([&, p] {
      auto own = Store::open(store_.path(), Access::write);
      for (int r = 0; own && r < rounds;) {
        const auto seen = read_review_log(*own.value(), rows_);
        if (!seen) continue;
        const auto id = decide(*own.value(), "p" + std::to_string(p), DecisionKind::possible, {},
                               standing_of(seen.value()).newest);
        if (id) written[static_cast<std::size_t>(p)].push_back(id.value()), ++r;
        if (!id && id.error().code != "review.conflict") break;
      }
    });
  for (std::thread& thread : threads) thread.join();
  const ReviewLog read = log(rows_);
  ASSERT_EQ(read.decisions.size(), static_cast<std::size_t>(people * rounds));
  std::int64_t before = 0;
  for (const Decision& d : read.decisions) {
    EXPECT_EQ(d.based_on, before);
    before = d.id;
    const auto& own = written[static_cast<std::size_t>(d.who[1] - '0')];
    EXPECT_EQ(std::count(own.begin(), own.end(), d.id), 1);
  }
  EXPECT_TRUE(store_->check().ok());
}

TEST_F(Reviews, AProcessThatIsKilledLosesNoDecisionThatItAcknowledged) {
  ASSERT_TRUE(append_opinion(*store_, rows_, opinion("ana", "likely")).ok());
  int channel[2];
  ASSERT_EQ(pipe(channel), 0);
  const pid_t child = fork();
  if (child == 0) {
    auto own = Store::open(store_.path(), Access::write);
    for (std::int64_t newest = 0; own;) {
      const auto id = decide(*own.value(), "ana", DecisionKind::possible, {}, newest);
      if (!id) _exit(1);
      newest = id.value();
      if (write(channel[1], &newest, sizeof newest) != sizeof newest) _exit(1);
    }
    _exit(1);
  }
  std::int64_t acknowledged = 0;
  for (int i = 0; i < 5; ++i)
    ASSERT_EQ(read(channel[0], &acknowledged, sizeof acknowledged),
              static_cast<ssize_t>(sizeof acknowledged));
  ASSERT_EQ(kill(child, SIGKILL), 0);
  waitpid(child, nullptr, 0);
  close(channel[1]);
  std::int64_t later = 0;
  while (read(channel[0], &later, sizeof later) == static_cast<ssize_t>(sizeof later))
    acknowledged = later;
  close(channel[0]);
  store_.open();
  EXPECT_TRUE(store_->check().ok());
  const ReviewLog after = log(rows_);
  EXPECT_GE(after.decisions.back().id, acknowledged);
  EXPECT_LE(after.decisions.back().id, acknowledged + 1) << "written, and killed before it said so";
  EXPECT_EQ(after.decisions.size(), static_cast<std::size_t>(after.decisions.back().id));
}

TEST_F(Reviews, WhatWasWrittenOfAMemberBelongsToTheMergedRow) {
  ASSERT_TRUE(append_opinion(*store_, rows_, opinion("ana", "likely")).ok());
  const auto first = decide(*store_, "ana", DecisionKind::proposed, {"dna"}, 0);
  ASSERT_TRUE(first.ok());
  const ReviewedRows merged{{Relation::identity, "a:2", "b:1"}, {"a:1", "a:2"}, {"b:1"}};
  EXPECT_EQ(standing_of(log(merged)).state, ReviewState::proposed);
  ASSERT_TRUE(append_opinion(*store_, merged, opinion("beto", "likely")).ok());
  EXPECT_EQ(append_decision(*store_, merged, decision("beto", DecisionKind::agreed, {"dna"}, 0),
                            Authority::reviewer)
                .error()
                .code,
            "review.conflict");
  EXPECT_TRUE(append_decision(*store_, merged,
                              decision("beto", DecisionKind::agreed, {"dna"}, first.value()),
                              Authority::reviewer)
                  .ok());
  EXPECT_EQ(standing_of(log(merged)).state, ReviewState::agreed);
}

TEST_F(Reviews, AClaimIsTakenOnceAndGivenBack) {
  const auto claim = [&](const char* who, bool released) {
    return append_claim(*store_, rows_, {0, {}, who, "t", released, false});
  };
  EXPECT_GT(claim("ana", false).value(), 0);
  EXPECT_EQ(claim("ana", false).value(), 0) << "one has it already";
  EXPECT_EQ(claim("beto", false).error().code, "review.claimed");
  EXPECT_EQ(claim("beto", true).error().code, "review.claimed");
  EXPECT_GT(claim("ana", true).value(), 0);
  EXPECT_GT(claim("beto", false).value(), 0);
}

TEST_F(Reviews, DecoysAreMarkedAndLeftOutOfWhatIsCounted) {
  ASSERT_TRUE(append_claim(*store_, rows_, {0, {}, "ana", "t", false, true}).ok());
  ASSERT_TRUE(append_opinion(*store_, rows_, opinion("ana", "unlikely")).ok());
  EXPECT_TRUE(log(rows_).opinions.at(0).decoy);
  EXPECT_TRUE(read_review_logs(*store_, false).value().empty());
  EXPECT_EQ(read_review_logs(*store_, true).value().size(), 1u);
}

TEST_F(Reviews, APairOfUnknownSubjectsIsRefused) {
  const ReviewedRows rows{{Relation::identity, "a:1", "no:1"}, {"a:1"}, {"no:1"}};
  EXPECT_EQ(append_opinion(*store_, rows, opinion("ana", "likely")).error().code,
            "subject.unknown");
}

TEST_F(Reviews, ANewerVersionOfARecordIsSeen) {
  ASSERT_TRUE(append_opinion(*store_, rows_, opinion("ana", "unlikely")).ok());
  ASSERT_TRUE(decide(*store_, "ana", DecisionKind::excluded, {"teeth_exclude"}, 0).ok());
  const ReviewLog read = log(rows_);
  EXPECT_EQ(standing_of(read, read_newest_versions(*store_, read).value()).state,
            ReviewState::excluded);
  ASSERT_TRUE(import_file(*store_, header("a"), {report("a:1", "with a dental chart")}).ok());
  EXPECT_EQ(standing_of(read, read_newest_versions(*store_, read).value()).state,
            ReviewState::reopened);
}

TEST(ReviewSchema, AnOlderStoreKeepsItsRunsWhenItMovesForward) {
  ScratchStore scratch;
  const std::string path = scratch.path() + ".old";
  {
    SQLite::Database old{path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    old.exec(std::string{migrations()[0]});
    old.exec("PRAGMA application_id = " + std::to_string(store_application_id));
    old.exec("PRAGMA user_version = 1");
    old.exec(
        "INSERT INTO source VALUES (1, 's'); INSERT INTO subject VALUES (1, 's:1', 0, 1), (2, "
        "'s:2', 1, 1); INSERT INTO run VALUES (1, 'published', 'in', 'out', 't', 1, 1, 1, 0); "
        "INSERT INTO run_pair VALUES (1, 0, 1, 2, 65536, 0.5, 0.25, 1, 1)");
  }
  auto store = Store::open(path, Access::write);
  ASSERT_TRUE(store.ok()) << store.error().code;
  const auto run = read_run(*store.value(), 0);
  ASSERT_TRUE(run.ok());
  ASSERT_EQ(run.value().pairs.size(), 1u);
  EXPECT_EQ(run.value().pairs[0].posterior, 0.25);
  EXPECT_EQ(run.value().pairs[0].decided, Decided::no);
}

}  // namespace
}  // namespace confronta
