// A pair from the first opinion to its end, by requests, as two reviewers and a coordinator make
// them.

#include <gtest/gtest.h>

#include "tests/app/review/support/review_flow.h"

namespace confronta {
namespace {

using app::review::ApiResponse;
using app::review::Method;
using nlohmann::json;
using test::error_code;
using test::import_records;
using test::json_of;
using test::person;
using test::words;

class Decide : public test::ReviewFlow {};

TEST_F(Decide, AFirstOpinionIsBlindAndThenTheScoreOpens) {
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

TEST_F(Decide, EitherSideMayComeFirstAndUnknownPairsAreNotFound) {
  EXPECT_EQ(get("ana", {"pairs", "pm:105|rep:105"})["pair"], key_);
  EXPECT_EQ(ask("ana", Method::get, {"pairs", "rep:105|rep:106"}).status, 404u);
  EXPECT_EQ(ask("ana", Method::get, {"pairs", "nonsense"}).status, 400u);
}

TEST_F(Decide, TwoPeopleAndTheCoordinatorDecideAndTheNextRunTakesItIn) {
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

TEST_F(Decide, WhoComesSecondGetsThePresentState) {
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

TEST_F(Decide, UndoIsAnEntryLikeAnyOther) {
  opine("ana", "unlikely");
  const json excluded = json_of(decide("ana", "excluded", {"dates_exclude"}));
  const json undone = json_of(
      ask("ana", Method::post, {"pairs", key_, "undo"}, {{"decision", excluded["newest"]}}));
  EXPECT_EQ(undone["state"], "open");
  ASSERT_EQ(undone["decisions"].size(), 1u) << "what was taken back stays to be seen";
  EXPECT_NE(undone["newest"], excluded["newest"]);
  EXPECT_TRUE(undone["decisions"][0]["undone"]);
}

TEST_F(Decide, NewRecordsReopenAnExclusionVisibly) {
  opine("ana", "unlikely");
  ASSERT_EQ(decide("ana", "excluded", {"marks_exclude"}).status, 200u);
  match_again();
  EXPECT_EQ(get("ana", {"pairs", key_})["score"]["decided"], "excluded");
  EXPECT_EQ(get("ana", {"pairs", key_})["score"]["posterior"], 0.0);
  {
    const auto store = house_.context().writer();
    Record newer = person("pm:105", SubjectKind::remains, "female", 25, words[5]);
    newer.raw = "a corrected row";
    import_records(*store, "pm", {newer});
  }
  EXPECT_EQ(get("ana", {"pairs", key_})["state"], "reopened");
  EXPECT_TRUE(get("ana", {"pairs", key_})["decisions"][0]["newer_records"]);
  match_again();
  EXPECT_GT(get("ana", {"pairs", key_})["score"]["posterior"], 0.5);
}

TEST_F(Decide, InfluenceIsHowOftenTheScoreChangedAFirstOpinion) {
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

}  // namespace
}  // namespace confronta
