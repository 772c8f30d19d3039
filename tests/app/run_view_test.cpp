#include "app/run_view.h"

#include <gtest/gtest.h>

namespace confronta::app {
namespace {

RunPair pair(const std::string& left, const std::string& right, double posterior, double lr) {
  RunPair p;
  p.left = left;
  p.right = right;
  p.posterior = posterior;
  p.score = Score::from_log10(lr);
  return p;
}

/// Reports a:1 and b:1 are one person; c:1 another; remains x:1 and x:2.
confronta::Run small_run() {
  confronta::Run run;
  run.groups = {{"a:1", Relation::duplicate, 0.99, {"a:1", "b:1"}}};
  run.pairs = {pair("a:1", "x:1", 0.6, 3), pair("a:1", "x:2", 0.2, 4), pair("c:1", "x:1", 0.3, 5)};
  return run;
}

TEST(RunView, RanksPerRemainsByPosteriorThenLr) {
  const confronta::Run run = small_run();
  const auto list = RunView{run}.candidates("", "x:1", 10);
  ASSERT_EQ(list.size(), 3u);
  EXPECT_EQ(list[0].report, "a:1");
  EXPECT_EQ(list[1].report, "b:1");  // the same person under another number
  EXPECT_EQ(list[0].rank, 1u);
  EXPECT_EQ(list[1].rank, 1u);
  EXPECT_EQ(list[2].report, "c:1");
  EXPECT_EQ(list[2].rank, 2u);
}

TEST(RunView, ARequestForOneMemberAnswersForThatMember) {
  const confronta::Run run = small_run();
  const auto list = RunView{run}.candidates("b:1", "", 10);
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].report, "b:1");
  EXPECT_EQ(list[0].remains, "x:1");
  EXPECT_EQ(list[1].rank, 2u);
}

TEST(RunView, TopCountsPerGivenSide) {
  const confronta::Run run = small_run();
  EXPECT_EQ((RunView{run}.candidates("", "", 1)).size(), 4u);  // a:1 and b:1 on each of x:1, x:2
  EXPECT_EQ((RunView{run}.candidates("a:1", "", 1)).size(), 1u);
}

}  // namespace
}  // namespace confronta::app
