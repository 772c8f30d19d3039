// Two reports or two remains, decided as a report and remains are, and what the next run makes of
// it.

#include <gtest/gtest.h>

#include "tests/app/review/support/review_flow.h"

namespace confronta {
namespace {

using app::review::Method;
using nlohmann::json;
using test::error_code;
using test::json_of;

class DecideWithinSide : public test::ReviewFlow {};

TEST_F(DecideWithinSide, TwoReportsAreDecidedByTheSameRulesAndTheNextRunMergesThem) {
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

TEST_F(DecideWithinSide, RemainsExcludedAsOneBodyAreKeptApart) {
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

}  // namespace
}  // namespace confronta
