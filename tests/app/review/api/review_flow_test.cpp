// The way of a pair from the queue to its end, by requests, as two reviewers and a coordinator make
// them.

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "app/review/api/asked.h"
#include "engine/store/reviews.h"
#include "engine/store/runs.h"
#include "engine/store/subjects.h"
#include "tests/app/review/support/review_house.h"
#include "tests/engine/support/scratch_store.h"

namespace confronta {
namespace {

namespace review = app::review;
using nlohmann::json;
using review::ApiRequest;
using review::ApiResponse;
using review::Method;
using test::error_code;
using test::json_of;

Observation observed(Trait trait, Value value, const char* column) {
  Observation o;
  o.trait = trait;
  o.value = std::move(value);
  o.from = {0, 2, "", column};
  return o;
}

Record person(const std::string& id, SubjectKind kind, const std::string& sex, double age,
              const std::string& tattoo) {
  Record record = test::report(id, "raw row of " + id);
  record.kind = kind;
  record.observations = {
      observed(Trait::sex, Code{sex}, "SEXO"), observed(Trait::age, Interval{age, age + 1}, "EDAD"),
      observed(Trait::mark, Mark{"tattoo", "forearm", "left", "", {"rose"}, tattoo, ""},
               "TATUAJES")};
  return record;
}

/// What the tattoo of each says: nothing like the others'.
constexpr const char* words[30] = {
    "ROSALBA", "TIGRE",    "FENIX",   "ESCORPION", "LUNA",      "GUADALUPE", "BUHO", "CAMPEON",
    "DRAGON",  "ESTRELLA", "HALCON",  "IXCHEL",    "JAGUAR",    "KARINA",    "LOBO", "MADRE",
    "NOPAL",   "OAXACA",   "PANTERA", "QUETZAL",   "RELAMPAGO", "SIRENA",    "TORO", "UNICORNIO",
    "VENADO",  "XOLO",     "YAQUI",   "ZAPATA",    "CRUZ",      "HERMANOS"};

class ReviewFlow : public ::testing::Test {
 protected:
  ReviewFlow() {
    std::vector<Record> reports, remains;
    for (int i = 0; i < 30; ++i) {
      const std::string n = std::to_string(100 + i);
      const std::string word = words[i];
      const char* sex = i % 2 == 0 ? "male" : "female";
      reports.push_back(person("rep:" + n, SubjectKind::report, sex, 20 + i, word));
      remains.push_back(person("pm:" + n, SubjectKind::remains, sex, 20 + i, word));
    }
    {
      const auto store = house_.context().writer();
      import(*store, "rep", reports);
      import(*store, "pm", remains);
    }
    match_again();
  }

  void import(Store& store, const std::string& source, const std::vector<Record>& records) {
    const auto counts = test::import_file(store, test::header(source), records);
    ASSERT_TRUE(counts.ok()) << counts.error().code;
  }

  void match_again() {
    const auto store = house_.context().writer();
    const Snapshot snapshot = read_snapshot(*store).value();
    MatchOptions options;
    options.decisions = read_decisions_in(*store).value().pairs;
    auto reference = read_reference(*store).value();
    if (!reference) {
      reference = estimate_reference(snapshot, options.parameters);
      ASSERT_TRUE(save_reference(*store, *reference, "2026-11-24T12:00:00Z").ok());
    }
    Progress quiet;
    const auto run = match(snapshot, *reference, options, quiet);
    ASSERT_TRUE(run.ok());
    ASSERT_TRUE(publish_run(*store, run.value(), house_.context().instant(), 1).ok());
  }

  ApiResponse ask(const std::string& who, Method method, std::vector<std::string> path,
                  const json& body = json::object(),
                  std::map<std::string, std::string> query = {}) {
    house_.now += 1;
    ApiRequest request = house_.request(method, std::move(path), body.dump(), who);
    request.who.role = who == "carla" ? review::Role::coordinator : review::Role::reviewer;
    request.who.single_user = false;
    request.query = std::move(query);
    return house_.ask(request);
  }
  json get(const std::string& who, std::vector<std::string> path,
           std::map<std::string, std::string> query = {}) {
    return json_of(ask(who, Method::get, std::move(path), json::object(), std::move(query)));
  }
  ApiResponse opine(const std::string& who, const std::string& opinion) {
    return ask(who, Method::post, {"pairs", key_, "opinion"}, {{"opinion", opinion}});
  }
  ApiResponse decide(const std::string& who, const std::string& decision,
                     const std::vector<std::string>& reasons) {
    const json seen = get(who, {"pairs", key_})["newest"];
    return ask(who, Method::post, {"pairs", key_, "decision"},
               {{"decision", decision}, {"reasons", reasons}, {"based_on", seen}});
  }

  test::ReviewHouse house_;
  std::string key_ = "rep:105|pm:105";
};

TEST_F(ReviewFlow, AFirstOpinionIsBlindAndThenTheScoreOpens) {
  const json blind = get("ana", {"pairs", key_});
  EXPECT_TRUE(blind["blind"]);
  for (const char* hidden : {"score", "ledger", "drawings"}) EXPECT_FALSE(blind.contains(hidden));
  EXPECT_EQ(blind["left"]["observations"][0]["column"], "SEXO");
  EXPECT_EQ(blind["left"]["observations"][0]["file"], "rep.csv");
  EXPECT_EQ(error_code(decide("ana", "proposed", {"dna"})), "review.opinion_first");
  EXPECT_EQ(error_code(ask("ana", Method::post, {"pairs", key_, "what-if"})),
            "review.opinion_first");
  const json open = json_of(opine("ana", "likely"));
  EXPECT_FALSE(open["blind"]);
  EXPECT_GT(open["score"]["log10_lr"], 2.0);
  EXPECT_GT(open["score"]["posterior"], 0.5);
  double sum = 0;
  for (const json& line : open["ledger"]) sum += line["log10_lr"].get<double>();
  EXPECT_NEAR(sum, open["score"]["ledger_log10_lr"].get<double>(), 1e-9);
  EXPECT_EQ(open["drawings"]["body_map"].size(), 2u);
  EXPECT_TRUE(get("beto", {"pairs", key_})["blind"]) << "each person gives their own";
}

TEST_F(ReviewFlow, EitherSideMayComeFirstAndUnknownPairsAreNotFound) {
  EXPECT_EQ(get("ana", {"pairs", "pm:105|rep:105"})["pair"], key_);
  EXPECT_EQ(ask("ana", Method::get, {"pairs", "rep:105|rep:106"}).status, 404u);
  EXPECT_EQ(ask("ana", Method::get, {"pairs", "nonsense"}).status, 400u);
}

TEST_F(ReviewFlow, TwoPeopleAndTheCoordinatorDecideAndTheNextRunTakesItIn) {
  opine("ana", "likely");
  ASSERT_EQ(decide("ana", "proposed", {"dna"}).status, 200u);
  opine("beto", "possible");
  const json second = get("beto", {"pairs", key_});
  EXPECT_EQ(second["state"], "proposed");
  EXPECT_TRUE(second["others_hidden"]);
  const std::string text = second.dump();
  EXPECT_EQ(text.find("\"ana\""), std::string::npos) << "who proposed is not told";
  EXPECT_EQ(text.find("\"dna\"]"), std::string::npos) << "nor why";
  ASSERT_EQ(decide("beto", "agreed", {"dna", "marks"}).status, 200u);
  EXPECT_EQ(get("beto", {"pairs", key_})["decisions"][0]["who"], "ana");
  EXPECT_EQ(error_code(decide("ana", "final", {"dna"})), "review.coordinator_only");
  const ApiResponse closed = decide("carla", "final", {"dna"});
  ASSERT_EQ(closed.status, 200u) << closed.body;
  const json pair = json_of(closed);
  EXPECT_EQ(pair["state"], "final");
  const json& first = pair["decisions"][0];
  EXPECT_EQ(first["run"], 1);
  EXPECT_EQ(first["records"].size(), 2u);
  EXPECT_EQ(first["records"][0]["version"], 1);
  EXPECT_FALSE(first["models"].empty());

  match_again();
  const json after = get("ana", {"pairs", key_});
  EXPECT_EQ(after["score"]["decided"], "certain");
  EXPECT_NEAR(after["score"]["posterior"].get<double>(), 1, 1e-12);
  EXPECT_EQ(get("ana", {"runs"})[1]["decisions_in"], 1);
  const json compared = get("ana", {"runs", "compare"}, {{"from", "1"}, {"to", "2"}});
  EXPECT_FALSE(compared.contains("error")) << compared;
}

TEST_F(ReviewFlow, TwoReportsAreDecidedByTheSameRulesAndTheNextRunMergesThem) {
  key_ = "duplicate|rep:103|rep:105";
  const json blind = get("ana", {"pairs", "duplicate|rep:105|rep:103"});
  EXPECT_EQ(blind["pair"], key_) << "in the order of their ids";
  EXPECT_EQ(blind["relation"], "duplicate");
  EXPECT_TRUE(blind["blind"]);
  EXPECT_FALSE(blind.contains("score"));
  EXPECT_EQ(error_code(decide("ana", "proposed", {"dna"})), "review.opinion_first");
  EXPECT_LT(json_of(opine("ana", "likely"))["score"]["log10_lr"].get<double>(), 0);
  ASSERT_EQ(decide("ana", "proposed", {"dna"}).status, 200u);
  EXPECT_EQ(error_code(decide("ana", "agreed", {"dna"})), "review.own_proposal");
  opine("beto", "likely");
  EXPECT_TRUE(get("beto", {"pairs", key_})["others_hidden"]);
  ASSERT_EQ(decide("beto", "agreed", {"dna"}).status, 200u);
  const json listed =
      get("ana", {"queue"}, {{"kind", "pair"}, {"relation", "duplicate"}, {"state", "agreed"}});
  ASSERT_EQ(listed["items"].size(), 1u);
  EXPECT_EQ(listed["items"][0]["pair"], key_);
  EXPECT_EQ(get("ana", {"queue"}, {{"state", "agreed"}})["total"], 0) << "another relation's";
  EXPECT_FALSE(get("ana", {"overview"})["progress"].contains("agreed")) << "of identity alone";

  match_again();
  const json after = get("ana", {"pairs", key_});
  EXPECT_EQ(after["score"]["decided"], "certain");
  EXPECT_NEAR(after["score"]["posterior"].get<double>(), 1, 1e-9);
  EXPECT_NEAR(after["score"]["log10_lr"].get<double>(),
              after["score"]["ledger_log10_lr"].get<double>(), 1e-9)
      << "the run's LR, weighed again of the two records alone";
  const json subject = get("ana", {"subjects", "rep:105"});
  ASSERT_EQ(subject["groups"].size(), 1u);
  EXPECT_EQ(subject["groups"][0]["members"], (json{"rep:103", "rep:105"}));
  ASSERT_FALSE(subject["same"].empty());
  EXPECT_EQ(subject["same"][0]["pair"], key_);
  EXPECT_EQ(get("ana", {"pairs", "rep:105|pm:105"})["pair"], "rep:103|pm:105") << "one row now";
}

TEST_F(ReviewFlow, RemainsExcludedAsOneBodyAreKeptApart) {
  key_ = "same_body|pm:103|pm:104";
  opine("ana", "unlikely");
  ASSERT_EQ(decide("ana", "excluded", {"profile_excludes"}).status, 200u);
  match_again();
  const json after = get("ana", {"pairs", key_});
  EXPECT_EQ(after["state"], "excluded");
  EXPECT_EQ(after["score"]["decided"], "excluded");
  EXPECT_EQ(after["score"]["posterior"], 0.0);
  EXPECT_EQ(get("ana", {"pairs", "part|pm:103|pm:104"})["state"], "open") << "another question";
  EXPECT_EQ(ask("ana", Method::get, {"pairs", "same_body|pm:103|rep:104"}).status, 404u);
  EXPECT_EQ(ask("ana", Method::get, {"pairs", "same_body|pm:103|pm:103"}).status, 404u);
  EXPECT_EQ(ask("ana", Method::get, {"pairs", "same_body|pm:103"}).status, 400u);
}

TEST_F(ReviewFlow, WhatJustCameInIsFoundWithItsName) {
  {
    const auto store = house_.context().writer();
    import(*store, "rep", {person("rep:999", SubjectKind::report, "female", 30, "COLIBRI")});
  }
  const json hit = [&] {
    ApiRequest request = house_.request(Method::get, {"search"});
    request.query = {{"q", "colibri"}};
    return json_of(house_.ask(request))["items"][0];
  }();
  EXPECT_EQ(hit["kind"], "report");
  EXPECT_EQ(hit["title"], "999");
  EXPECT_EQ(hit["sex"], "female");
}

TEST_F(ReviewFlow, WhoComesSecondGetsThePresentState) {
  opine("ana", "likely");
  opine("beto", "likely");
  ASSERT_EQ(decide("ana", "possible", {}).status, 200u);
  const ApiResponse late =
      ask("beto", Method::post, {"pairs", key_, "decision"},
          {{"decision", "excluded"}, {"reasons", {"dates_exclude"}}, {"based_on", nullptr}});
  EXPECT_EQ(late.status, 409u);
  EXPECT_EQ(error_code(late), "review.conflict");
  EXPECT_EQ(json_of(late)["pair"]["state"], "possible");
}

TEST_F(ReviewFlow, UndoIsAnEntryLikeAnyOther) {
  opine("ana", "unlikely");
  const json excluded = json_of(decide("ana", "excluded", {"dates_exclude"}));
  const json undone = json_of(
      ask("ana", Method::post, {"pairs", key_, "undo"}, {{"decision", excluded["newest"]}}));
  EXPECT_EQ(undone["state"], "open");
  ASSERT_EQ(undone["decisions"].size(), 1u) << "what was taken back stays to be seen";
  EXPECT_NE(undone["newest"], excluded["newest"]);
  EXPECT_TRUE(undone["decisions"][0]["undone"]);
}

TEST_F(ReviewFlow, NewRecordsReopenAnExclusionVisibly) {
  opine("ana", "unlikely");
  ASSERT_EQ(decide("ana", "excluded", {"marks_exclude"}).status, 200u);
  match_again();
  EXPECT_EQ(get("ana", {"pairs", key_})["score"]["decided"], "excluded");
  EXPECT_EQ(get("ana", {"pairs", key_})["score"]["posterior"], 0.0);
  {
    const auto store = house_.context().writer();
    Record newer = person("pm:105", SubjectKind::remains, "female", 25, words[5]);
    newer.raw = "a corrected row";
    import(*store, "pm", {newer});
  }
  EXPECT_EQ(get("ana", {"pairs", key_})["state"], "reopened");
  EXPECT_TRUE(get("ana", {"pairs", key_})["decisions"][0]["newer_records"]);
  match_again();
  EXPECT_GT(get("ana", {"pairs", key_})["score"]["posterior"], 0.5);
}

TEST_F(ReviewFlow, AClaimedPairIsHiddenInOnesOwnQueueUntilTheOpinion) {
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

TEST_F(ReviewFlow, DecoysComeIntoOnesOwnQueueAndIntoNoCount) {
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

TEST_F(ReviewFlow, DecoysAreOfTheRelationThatIsReviewed) {
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

TEST_F(ReviewFlow, TheQueueFindsWhatNobodySearchedForBefore) {
  const json pairs = get("ana", {"queue"}, {{"q", "guadalupe"}, {"limit", "500"}});
  ASSERT_FALSE(pairs["items"].empty());
  for (const json& item : pairs["items"])
    EXPECT_TRUE(item["left"]["id"] == "rep:105" || item["right"]["id"] == "pm:105");
}

TEST_F(ReviewFlow, ClustersAreFilteredAsPairsAre) {
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

TEST_F(ReviewFlow, ClustersOfTheOldestCaseComeFirst) {
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
    import(*store, "rep", reports);
  }
  match_again();
  const json items = get("ana", {"queue"}, {{"kind", "cluster"}, {"sort", "age"}})["items"];
  ASSERT_GE(items.size(), 3u);
  EXPECT_EQ(items[0]["reports"][0]["id"], "rep:103");
  EXPECT_EQ(items[1]["reports"][0]["id"], "rep:107");
}

TEST_F(ReviewFlow, WhatIfLeavesOutEvidenceAndTakesAnotherPrior) {
  const json open = json_of(opine("ana", "likely"));
  const double lr = open["score"]["log10_lr"];
  const auto asked = [&](const json& body) {
    return json_of(ask("ana", Method::post, {"pairs", key_, "what-if"}, body));
  };
  const json same = asked(json::object());
  EXPECT_NEAR(same["log10_lr"].get<double>(), lr, 1e-9);
  EXPECT_NEAR(same["posterior"].get<double>(), open["score"]["posterior"].get<double>(), 1e-6);
  const json without = asked({{"without", {"marks"}}});
  EXPECT_LT(without["log10_lr"].get<double>(), lr);
  EXPECT_LT(without["posterior"].get<double>(), same["posterior"].get<double>());
  for (const json& line : without["ledger"]) EXPECT_NE(line["evidence"], "marks");
  const json sure = asked({{"prior", 0.5}});
  EXPECT_NEAR(sure["log10_lr"].get<double>(), lr, 1e-9) << "an LR knows of no prior";
  EXPECT_NEAR(sure["pairwise_posterior"].get<double>(), std::pow(10, lr) / (1 + std::pow(10, lr)),
              1e-9);
  EXPECT_EQ(asked({{"prior", 2}})["error"]["code"], "review.bad_prior");
}

TEST_F(ReviewFlow, APairWeighsAloneAsAmongAllRows) {
  // What-if with another theta prepares the two rows anew. The report's id comes after the
  // remains'.
  const auto asked = review::ask(house_.context());
  ASSERT_TRUE(asked.ok());
  const review::ReviewedRun& run = *asked.value().run;
  const auto rows = review::rows_of_key(run, key_);
  ASSERT_TRUE(rows.ok());
  const review::ComparedPair alone = run.compared_alone(rows.value().pair, run.options());
  EXPECT_EQ(alone.left_row().id, "rep:105");
  EXPECT_EQ(alone.right_row().id, "pm:105");
  const auto among_all = run.compared(rows.value().pair).ledger();
  const auto by_itself = alone.ledger();
  ASSERT_EQ(by_itself.lines.size(), among_all.lines.size());
  for (std::size_t i = 0; i < among_all.lines.size(); ++i)
    EXPECT_EQ(by_itself.lines[i].finding.score, among_all.lines[i].finding.score)
        << among_all.lines[i].evidence;
}

TEST_F(ReviewFlow, InfluenceIsHowOftenTheScoreChangedAFirstOpinion) {
  opine("ana", "unlikely");
  decide("ana", "proposed", {"marks"});
  opine("beto", "likely");
  decide("beto", "agreed", {"marks"});
  const json influence = get("carla", {"overview"})["influence"];
  EXPECT_EQ(influence["compared"], 2);
  EXPECT_EQ(influence["changed"], 1);
  EXPECT_EQ(influence["share"], 0.5);
  EXPECT_EQ(get("carla", {"overview"})["progress"]["agreed"], 1);
}

TEST_F(ReviewFlow, SearchSubjectsClustersRawAndReasonsAnswer) {
  EXPECT_EQ(get("ana", {"search"}, {{"q", "guada"}})["items"].size(), 2u);
  const json subject = get("ana", {"subjects", "pm:105"});
  EXPECT_EQ(subject["versions"].size(), 1u);
  EXPECT_EQ(subject["candidates"][0]["pair"], key_);
  EXPECT_EQ(get("ana", {"raw", "pm:105"})["raw"], "raw row of pm:105");
  const json cluster = get("ana", {"clusters", "1"});
  EXPECT_GE(cluster["nodes"].size(), 2u);
  EXPECT_FALSE(cluster["edges"].empty());
  EXPECT_EQ(ask("ana", Method::get, {"clusters", "9999"}).status, 404u);
  EXPECT_FALSE(get("ana", {"queue"}, {{"kind", "cluster"}})["items"].empty());
  EXPECT_GT(get("ana", {"reasons"}).size(), 20u);
  EXPECT_EQ(ask("ana", Method::get, {"subjects", "no:1"}).status, 404u);
}

TEST_F(ReviewFlow, TextThatIsNoUtf8AndHtmlComesBackAsText) {
  const auto store = house_.context().writer();
  Record odd = person("pm:999", SubjectKind::remains, "male", 40, "<script>\xFF\xE2\x80\xAE");
  import(*store, "pm", {odd});
  const ApiResponse page = [&] {
    ApiRequest request = house_.request(Method::get, {"subjects", "pm:999"});
    return house_.ask(request);
  }();
  EXPECT_EQ(page.status, 200u);
  EXPECT_TRUE(json::accept(page.body));
}

}  // namespace
}  // namespace confronta
