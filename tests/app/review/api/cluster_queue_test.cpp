// Clusters take the filters and orders that pairs do, and hide the same numbers.

#include <gtest/gtest.h>

#include "tests/app/review/support/review_flow.h"

namespace confronta {
namespace {

using app::review::Method;
using nlohmann::json;
using test::import_records;
using test::observed;
using test::person;
using test::words;

class ClusterQueue : public test::ReviewFlow {};

TEST_F(ClusterQueue, ClustersAreFilteredAsPairsAre) {
  const auto clusters = [&](const std::string& who, std::map<std::string, std::string> query) {
    query["kind"] = "cluster";
    return get(who, {"queue"}, std::move(query));
  };
  const int all = clusters("ana", {})["total"];
  ASSERT_GE(all, 10);
  const json found = clusters("ana", {{"q", "guadalúpe"}});
  ASSERT_EQ(found["total"], 1);
  EXPECT_EQ(found["items"][0]["reports"][0]["id"], "rep:105");
  EXPECT_EQ(found["items"][0]["remains"][0]["id"], "pm:105");
  const std::string number = std::to_string(found["items"][0]["cluster"].get<int>());

  EXPECT_EQ(clusters("ana", {{"who", "mine"}})["total"], 0);
  ASSERT_EQ(ask("ana", Method::post, {"pairs", key_, "claim"}).status, 200u);
  const json mine = clusters("ana", {{"who", "mine"}});
  ASSERT_EQ(mine["total"], 1);
  EXPECT_EQ(mine["items"][0]["cluster"], found["items"][0]["cluster"]);
  EXPECT_TRUE(mine["hidden"]);
  EXPECT_TRUE(mine["items"][0]["posterior"].is_null());
  for (const json& rest : get("ana", {"clusters", number})["remainders"])
    EXPECT_TRUE(rest["none"].is_null()) << "what is left of 1 would tell the posterior";
  EXPECT_FALSE(get("beto", {"clusters", number})["remainders"][0]["none"].is_null());
  EXPECT_EQ(clusters("beto", {{"who", "mine"}})["total"], 0);
  EXPECT_EQ(clusters("beto", {{"who", "unclaimed"}})["total"], all - 1);
  EXPECT_EQ(clusters("beto", {{"who", "unclaimed"}, {"q", "guadalupe"}})["total"], 0);
  EXPECT_EQ(clusters("beto", {{"sort", "changed"}})["total"], 0) << "a claim says nothing";

  opine("ana", "likely");
  EXPECT_FALSE(clusters("ana", {{"who", "mine"}})["items"][0]["posterior"].is_null());
  ASSERT_EQ(decide("ana", "proposed", {"marks"}).status, 200u);
  EXPECT_EQ(clusters("beto", {{"state", "proposed"}})["total"], 1);
  EXPECT_EQ(clusters("beto", {{"state", "open"}})["total"], all - 1);
  EXPECT_EQ(clusters("beto", {{"sort", "changed"}})["items"][0]["cluster"],
            found["items"][0]["cluster"]);
  const json second = clusters("beto", {{"state", "open"}, {"offset", "1"}, {"limit", "2"}});
  EXPECT_EQ(second["items"].size(), 2u);
  EXPECT_EQ(second["total"], all - 1);
}

TEST_F(ClusterQueue, ClustersOfTheOldestCaseComeFirst) {
  {
    const auto store = house_.context().writer();
    std::vector<Record> reports;
    for (const auto& [n, day] : {std::pair{"107", "2019-05-01"}, std::pair{"103", "2012-02-03"}}) {
      Record record = person(std::string{"rep:"} + n, SubjectKind::report,
                             std::stoi(n) % 2 == 0 ? "male" : "female", std::stoi(n) - 80,
                             words[std::stoi(n) - 100]);
      const Day seen = *parse_iso_date(day);
      record.raw = std::string{"a dated row of "} + n;
      record.observations.push_back(observed(Trait::event_date, DateInterval{seen, seen}, "FECHA"));
      reports.push_back(std::move(record));
    }
    import_records(*store, "rep", reports);
  }
  match_again();
  const json items = get("ana", {"queue"}, {{"kind", "cluster"}, {"sort", "age"}})["items"];
  ASSERT_GE(items.size(), 3u);
  EXPECT_EQ(items[0]["reports"][0]["id"], "rep:103");
  EXPECT_EQ(items[1]["reports"][0]["id"], "rep:107");
}

}  // namespace
}  // namespace confronta
