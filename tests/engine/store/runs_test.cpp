#include "engine/store/runs.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "engine/store/file_lock.h"
#include "tests/engine/support/scratch_store.h"

namespace confronta {
namespace {

using test::header;
using test::import_file;
using test::report;
using test::ScratchStore;

Run small_run() {
  Run run;
  run.identity = "in";
  run.digest = "out";
  run.manifest = {{"snapshot", "s"}, {"prior", "0.3"}};
  run.pairs_compared = 6;
  run.groups = {{"a:1", Relation::duplicate, 0.97, {"a:1", "b:1"}}};
  RunPair pair;
  pair.left = "a:1";
  pair.right = "b:2";
  pair.score = Score::from_log10(3.25);
  pair.pairwise_posterior = 0.5;
  pair.posterior = 0.75;
  pair.rank_of_left = 1;
  pair.rank_of_right = 2;
  run.pairs = {pair};
  run.remainders = {{"a:1", 0.125, 0.125, "exact"}};
  RunCluster cluster;
  cluster.number = 1;
  cluster.reports = {"a:1", "b:1"};
  cluster.remains = {"b:2"};
  cluster.people = 1;
  cluster.bodies = 1;
  cluster.duplicate_reports = 1;
  cluster.pairs = {0};
  cluster.conflicts = {{"located_alive", {"a:1", "b:2"}}};
  run.clusters = {cluster};
  return run;
}

class Runs : public ::testing::Test {
 protected:
  Runs() {
    EXPECT_TRUE(import_file(*store_, header("a"), {report("a:1", "x")}).ok());
    EXPECT_TRUE(import_file(*store_, header("b"), {report("b:1", "x"), report("b:2", "y")}).ok());
  }
  ScratchStore store_;
};

TEST_F(Runs, APublishedRunIsReadAsItWasWritten) {
  const auto number = publish_run(*store_, small_run(), "2026-11-24T12:00:00Z", 1.5);
  ASSERT_TRUE(number.ok()) << number.error().arguments[0];
  const auto run = read_run(*store_, number.value());
  ASSERT_TRUE(run.ok());
  const confronta::Run& r = run.value();
  EXPECT_EQ(r.identity, "in");
  EXPECT_EQ(r.manifest.at("prior"), "0.3");
  EXPECT_EQ(r.groups[0].members, (std::vector<std::string>{"a:1", "b:1"}));
  EXPECT_EQ(r.pairs[0].score, Score::from_log10(3.25));
  EXPECT_EQ(r.pairs[0].rank_of_right, 2u);
  EXPECT_EQ(r.remainders[0].method, "exact");
  EXPECT_EQ(r.clusters[0].reports.size(), 2u);
  EXPECT_EQ(r.clusters[0].conflicts[0].ids[1], "b:2");
  EXPECT_EQ(list_runs(*store_).value()[0].seconds, 1.5);
}

TEST_F(Runs, TheSameRunIsNotWrittenTwice) {
  const auto first = publish_run(*store_, small_run(), "2026-11-24T12:00:00Z", 1);
  const auto second = publish_run(*store_, small_run(), "2026-11-25T12:00:00Z", 1);
  EXPECT_EQ(first.value(), second.value());
  EXPECT_EQ(list_runs(*store_).value().size(), 1u);
}

TEST_F(Runs, AnUnfinishedRunIsNeverRead) {
  store_->database().exec(
      "INSERT INTO run (state, identity, digest, instant, seconds, pairs_compared, pairs_kept, "
      "clusters) VALUES ('building', 'i', 'd', 't', 0, 0, 0, 0)");
  EXPECT_EQ(read_run(*store_, 0).error().code, "run.none");
  ASSERT_TRUE(publish_run(*store_, small_run(), "2026-11-24T12:00:00Z", 1).ok());
  EXPECT_EQ(store_->database().execAndGet("SELECT count(*) FROM run").getInt(), 1);
}

TEST_F(Runs, OneBuilderAtATime) {
  const FileLock other{store_->path() + ".lock"};
  ASSERT_TRUE(other.held());
  EXPECT_EQ(publish_run(*store_, small_run(), "t", 1).error().code, "run.busy");
}

TEST_F(Runs, AnUnknownSubjectInARunIsAnErrorAndPublishesNothing) {
  confronta::Run run = small_run();
  run.pairs[0].right = "c:1";
  EXPECT_FALSE(publish_run(*store_, run, "t", 1).ok());
  EXPECT_EQ(read_run(*store_, 0).error().code, "run.none");
}

TEST_F(Runs, TheReferenceSetIsFrozenAsItWasSaved) {
  EXPECT_FALSE(read_reference(*store_).value().has_value());
  ReferenceSet set;
  set.table("identity/biology.sex").numbers = {{"male", 0.7}, {"female", 1.0 / 3}};
  ASSERT_TRUE(save_reference(*store_, set, "t").ok());
  EXPECT_EQ(*read_reference(*store_).value(), set);
}

}  // namespace
}  // namespace confronta
