// What the queue of pairs shows to whom, and what it hands out unasked.

#include <gtest/gtest.h>

#include <set>

#include "engine/store/reviews.h"
#include "tests/app/review/support/review_flow.h"

namespace confronta {
namespace {

using app::review::ApiResponse;
using app::review::Method;
using nlohmann::json;
using test::error_code;

class Queue : public test::ReviewFlow {};

TEST_F(Queue, AClaimedPairIsHiddenInOnesOwnQueueUntilTheOpinion) {
  const json all = get("ana", {"queue"}, {{"kind", "pair"}, {"who", "all"}, {"limit", "10"}});
  ASSERT_EQ(all["items"].size(), 10u);
  double before = 2;
  for (const json& item : all["items"]) {
    EXPECT_LE(item["posterior"].get<double>(), before);
    before = item["posterior"];
  }
  ASSERT_EQ(ask("ana", Method::post, {"pairs", key_, "claim"}).status, 200u);
  const ApiResponse taken = ask("beto", Method::post, {"pairs", key_, "claim"});
  EXPECT_EQ(taken.status, 409u);
  EXPECT_EQ(error_code(taken), "review.claimed");
  const json mine = get("ana", {"queue"}, {{"kind", "pair"}, {"who", "mine"}});
  ASSERT_EQ(mine["items"].size(), 1u);
  EXPECT_TRUE(mine["hidden"]);
  EXPECT_TRUE(mine["items"][0]["posterior"].is_null());
  EXPECT_TRUE(mine["items"][0]["rank"].is_null());
  opine("ana", "likely");
  EXPECT_FALSE(get("ana", {"queue"}, {{"who", "mine"}})["items"][0]["posterior"].is_null());
  const json free = get("beto", {"queue"}, {{"who", "unclaimed"}, {"limit", "500"}});
  for (const json& item : free["items"]) EXPECT_NE(item["pair"], key_);
  EXPECT_EQ(free["total"].get<int>() + 1,
            get("beto", {"queue"}, {{"who", "all"}})["total"].get<int>());
}

TEST_F(Queue, DecoysComeIntoOnesOwnQueueAndIntoNoCount) {
  for (int i = 0; i < 3; ++i) {
    const std::string n = std::to_string(110 + i);
    ASSERT_EQ(ask("ana", Method::post, {"pairs", "rep:" + n + "|pm:" + n, "claim"}).status, 200u);
  }
  const json mine = get("ana", {"queue"}, {{"who", "mine"}});
  ASSERT_EQ(mine["items"].size(), 4u) << "three that were claimed, and one handed out";
  for (const json& item : mine["items"]) {
    EXPECT_TRUE(item["mine"]);
    EXPECT_FALSE(item.contains("decoy"));
  }
  for (const json& item : mine["items"])
    ask("ana", Method::post, {"pairs", item["pair"].get<std::string>(), "opinion"},
        {{"opinion", "unlikely"}});
  const auto store = house_.context().reader();
  EXPECT_EQ(read_review_logs(*store.value(), false).value().size(), 3u);
  EXPECT_EQ(get("ana", {"overview"})["influence"]["compared"], 0);
}

TEST_F(Queue, DecoysAreOfTheRelationThatIsReviewed) {
  for (const char* key :
       {"duplicate|rep:110|rep:111", "duplicate|rep:112|rep:113", "duplicate|rep:114|rep:115"})
    ASSERT_EQ(ask("ana", Method::post, {"pairs", key, "claim"}).status, 200u);
  EXPECT_EQ(get("ana", {"queue"}, {{"who", "mine"}})["total"], 0);
  const json mine = get("ana", {"queue"}, {{"who", "mine"}, {"relation", "duplicate"}});
  ASSERT_EQ(mine["items"].size(), 4u) << "three that were claimed, and one handed out";
  const auto store = house_.context().reader();
  EXPECT_EQ(read_review_logs(*store.value(), false).value().size(), 3u);
  std::set<std::string> left;
  for (const json& item : mine["items"]) left.insert(item["left"]["id"]);
  for (const std::string& id : left) {
    for (const json& other : get("beto", {"subjects", id})["same"])
      EXPECT_TRUE(other["pair"] == "duplicate|rep:110|rep:111" ||
                  other["pair"] == "duplicate|rep:112|rep:113" ||
                  other["pair"] == "duplicate|rep:114|rep:115" ||
                  other["posterior"].get<double>() >= 0.01)
          << "nobody else is shown what was handed out";
  }
}

TEST_F(Queue, TheQueueFindsWhatNobodySearchedForBefore) {
  const json pairs = get("ana", {"queue"}, {{"q", "guadalupe"}, {"limit", "500"}});
  ASSERT_FALSE(pairs["items"].empty());
  for (const json& item : pairs["items"])
    EXPECT_TRUE(item["left"]["id"] == "rep:105" || item["right"]["id"] == "pm:105");
}

}  // namespace
}  // namespace confronta
