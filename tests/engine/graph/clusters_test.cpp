#include "engine/graph/clusters.h"

#include <gtest/gtest.h>

#include "tests/engine/support/small_run.h"

namespace confronta {
namespace {

using test::pair;
using test::SmallRun;
using Ids = std::vector<std::string>;

std::vector<Ids> conflicts_of(const RunCluster& cluster, std::string_view code) {
  std::vector<Ids> found;
  for (const RunConflict& conflict : cluster.conflicts)
    if (conflict.code == code) found.push_back(conflict.ids);
  return found;
}

TEST(Clusters, HoldWhatTheirLinksJoinStrongestFirst) {
  const auto clusters = SmallRun{}.clusters();
  ASSERT_EQ(clusters.size(), 2U);
  const RunCluster& first = clusters[0];
  EXPECT_EQ(first.number, 1U);
  EXPECT_EQ(first.reports, (Ids{"R:1", "R:2", "R:3"}));
  EXPECT_EQ(first.remains, (Ids{"B:1", "B:2"}));
  EXPECT_EQ(first.people, 2U);
  EXPECT_EQ(first.duplicate_reports, 1U);
  EXPECT_EQ(first.bodies, 2U);
  // By posterior; the claim that lost its body (index 2) is there, the weak pair (1) is not.
  EXPECT_EQ(first.pairs, (std::vector<std::uint32_t>{5, 0, 3, 6, 2}));
  EXPECT_EQ(clusters[1].reports, (Ids{"R:4"}));
}

TEST(Clusters, ShowWhoElseClaimsABodyOrIsClaimed) {
  const auto clusters = SmallRun{}.clusters();
  EXPECT_EQ(conflicts_of(clusters[0], "one_body_two_people"),
            (std::vector<Ids>{{"B:1", "R:1", "R:3"}}));
  EXPECT_EQ(conflicts_of(clusters[0], "one_person_two_bodies"),
            (std::vector<Ids>{{"R:3", "B:2", "B:1"}}));
  EXPECT_TRUE(clusters[1].conflicts.empty());
}

TEST(Clusters, SeeNoConflictInALotThatTakesTwoPeople) {
  SmallRun small;
  small.facts["B:1"].places = 2;
  EXPECT_TRUE(conflicts_of(small.clusters()[0], "one_body_two_people").empty());
}

TEST(Clusters, SayThatAPersonWasLocatedAliveOrABodyIdentified) {
  SmallRun small;
  small.facts["R:2"].located_alive = true;  // a member of the group R:1
  small.facts["B:4"].identified = true;
  const auto clusters = small.clusters();
  EXPECT_EQ(conflicts_of(clusters[0], "located_alive"), (std::vector<Ids>{{"R:2", "B:1"}}));
  EXPECT_EQ(conflicts_of(clusters[1], "already_identified"), (std::vector<Ids>{{"B:4", "R:4"}}));
}

TEST(Clusters, ShowRecordsThatCannotBeOneBody) {
  SmallRun small;
  small.facts["B:3"] = test::of_remains();
  small.run.pairs.push_back(pair(Relation::same_body, "B:2", "B:3", 4, 0.6));
  ClusterRules rules;
  rules.cannot_link = [](Relation relation, const std::string& a, const std::string& b) {
    return relation == Relation::same_body && a == "B:1" && b == "B:3";
  };
  EXPECT_EQ(conflicts_of(small.clusters(rules)[0], "cannot_link"),
            (std::vector<Ids>{{"B:1", "B:3"}}));
}

TEST(Clusters, CountParts) {
  SmallRun small;
  small.facts["B:2"].part = true;
  EXPECT_EQ(small.clusters()[0].parts, 1U);
}

TEST(Clusters, AreNoLargerThanAPersonCanReview) {
  confronta::Run run;
  std::map<std::string, SubjectFacts> facts;
  for (int i = 0; i < 90; ++i) {
    const std::string report = "R:" + std::to_string(100 + i);
    facts.emplace(report, test::of_report());
    for (const int j : {i, i + 1}) {
      const std::string body = "B:" + std::to_string(100 + j);
      facts.emplace(body, test::of_remains());
      run.pairs.push_back(pair(Relation::identity, report, body, 4, j == i ? 0.6 : 0.3));
    }
  }
  std::uint64_t cut = 0;
  const auto clusters = find_clusters(run, facts, {}, cut);
  EXPECT_GT(clusters.size(), 3U);
  EXPECT_GT(cut, 0U);
  std::size_t pairs = 0;
  for (const RunCluster& c : clusters) {
    EXPECT_LE(c.people + c.bodies, 30U);
    pairs += c.pairs.size();
  }
  EXPECT_EQ(pairs + cut, run.pairs.size());
}

TEST(Clusters, OfNoLinksAreNone) {
  confronta::Run run;
  run.pairs = {pair(Relation::identity, "R:1", "B:1", 1, 0.01)};
  std::uint64_t cut = 0;
  EXPECT_TRUE(find_clusters(run, {}, {}, cut).empty());
}

}  // namespace
}  // namespace confronta
