#include "engine/store/run_queries.h"

#include <gtest/gtest.h>

#include "tests/engine/support/scratch_store.h"

namespace confronta {
namespace {

using test::header;
using test::import_file;
using test::report;
using test::ScratchStore;

RunPair pair(Relation relation, const char* left, const char* right, double log10_lr,
             double posterior, double pairwise, Decided decided = Decided::no) {
  return {relation, left, right, Score::from_log10(log10_lr), pairwise, posterior, 1, 1, decided};
}

class RunQueries : public ::testing::Test {
 protected:
  RunQueries() {
    EXPECT_TRUE(import_file(*store_, header("a"),
                            {report("a:1", "x"), report("a:2", "y"), report("a:3", "z")})
                    .ok());
    std::vector<Record> remains;
    for (const char* id : {"b:1", "b:2"}) {
      remains.push_back(report(id, id));
      remains.back().kind = SubjectKind::remains;
    }
    EXPECT_TRUE(import_file(*store_, header("b"), remains).ok());
    confronta::Run run;
    run.identity = "in";
    run.digest = "out";
    run.manifest = {{"identity.kept", "4"}};
    run.groups = {{"a:1", Relation::duplicate, 0.98, {"a:1", "a:3"}}};
    run.pairs = {pair(Relation::identity, "a:1", "b:1", 5, 0.9, 0.95),
                 pair(Relation::identity, "a:1", "b:2", 4, 0.05, 0.6),
                 pair(Relation::identity, "a:2", "b:1", 6, 0.0, 0.99, Decided::excluded),
                 pair(Relation::identity, "a:2", "b:2", 1, 0.001, 0.002),
                 pair(Relation::duplicate, "a:1", "a:3", 7, 0.98, 0.98)};
    run.remainders = {{"a:1", 0.03, 0.02, "exact"}};
    RunCluster cluster;
    cluster.number = 1;
    cluster.reports = {"a:1", "a:2", "a:3"};
    cluster.remains = {"b:1", "b:2"};
    cluster.pairs = {4, 0, 1};
    cluster.conflicts = {{"one_person_two_bodies", {"a:1", "b:1", "b:2"}}};
    run.clusters = {cluster};
    run_ = publish_run(*store_, run, "2026-11-24T12:00:00Z", 1.5).value();
  }
  ScratchStore store_;
  std::int64_t run_ = 0;
};

TEST_F(RunQueries, AnOutlineHasWhatARunIsMadeOfWithoutItsPairs) {
  const RunOutline outline = read_run_outline(*store_, 0).value();
  EXPECT_EQ(outline.heading.number, run_);
  EXPECT_EQ(outline.heading.seconds, 1.5);
  EXPECT_EQ(outline.manifest.at("identity.kept"), "4");
  ASSERT_EQ(outline.groups.size(), 1u);
  EXPECT_EQ(outline.groups[0].members, (std::vector<std::string>{"a:1", "a:3"}));
  EXPECT_EQ(read_run_outline(*store_, 99).error().code, "run.unknown");
}

TEST_F(RunQueries, OnePairIsFoundByItsRows) {
  const auto found = read_run_pair(*store_, run_, {Relation::identity, "a:2", "b:1"}).value();
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->score, Score::from_log10(6));
  EXPECT_EQ(found->decided, Decided::excluded);
  EXPECT_FALSE(read_run_pair(*store_, run_, {Relation::identity, "a:3", "b:1"}).value());
}

TEST_F(RunQueries, TheBestComeFirstPageByPage) {
  const auto page = [&](std::uint64_t offset, std::uint64_t limit) {
    std::string text;
    const auto all = [](const RunPair&) { return true; };
    const auto pairs =
        read_best_pairs(*store_, run_, Relation::identity, offset, limit, 0, all).value();
    for (const RunPair& p : pairs) text += p.left + '|' + p.right + ' ';
    return text;
  };
  EXPECT_EQ(page(0, 2), "a:1|b:1 a:1|b:2 ");
  EXPECT_EQ(page(2, 5), "a:2|b:2 a:2|b:1 ");
  const auto of_b1 = read_pairs_of(*store_, run_, Relation::identity, "b:1").value();
  ASSERT_EQ(of_b1.size(), 2u);
  EXPECT_EQ(of_b1[0].left, "a:1");
}

TEST_F(RunQueries, AClusterHasTheSamePairsAsTheRun) {
  const ClusterPage page = read_cluster(*store_, run_, 1, 0.1, 0.5).value();
  ASSERT_EQ(page.pairs.size(), 3u);
  EXPECT_EQ(page.pairs[0].relation, Relation::duplicate);
  EXPECT_EQ(page.pairs[1].right, "b:1");
  EXPECT_EQ(page.pairs[2].right, "b:2") << "a claim that lost its body";
  EXPECT_EQ(page.cluster.reports.size(), 3u);
  EXPECT_EQ(page.cluster.conflicts.at(0).ids.size(), 3u);
  EXPECT_EQ(read_cluster(*store_, run_, 2, 0.1, 0.5).error().code, "cluster.unknown");
}

TEST_F(RunQueries, CountsAndVersionsAreOfTheWholeStore) {
  const StoreCounts counts = read_store_counts(*store_).value();
  EXPECT_EQ(counts.reports, 3u);
  EXPECT_EQ(counts.remains, 2u);
  ASSERT_EQ(counts.sources.size(), 2u);
  EXPECT_EQ(counts.sources[1].remains, 2u);
  ASSERT_TRUE(import_file(*store_, header("a"), {report("a:2", "another")}).ok());
  ASSERT_TRUE(
      import_file(*store_, header("a", true), {report("a:1", "x"), report("a:2", "another")}).ok());
  EXPECT_EQ(read_store_counts(*store_).value().sources[0].withdrawn, 1u);
  const auto versions = read_record_versions(*store_).value();
  ASSERT_EQ(versions.size(), 5u);
  EXPECT_EQ(versions[1].subject, "a:2");
  EXPECT_EQ(versions[1].number, 2u);
  EXPECT_EQ(versions[1].key.size(), 32u);
}

}  // namespace
}  // namespace confronta
