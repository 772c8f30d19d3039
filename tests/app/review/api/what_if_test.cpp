// A pair weighed under other assumptions, and the same pair alone and among all rows.

#include <gtest/gtest.h>

#include <cmath>

#include "app/review/api/asked.h"
#include "tests/app/review/support/review_flow.h"

namespace confronta {
namespace {

namespace review = app::review;
using app::review::Method;
using nlohmann::json;
using test::json_of;

class WhatIf : public test::ReviewFlow {};

TEST_F(WhatIf, WhatIfLeavesOutEvidenceAndTakesAnotherPrior) {
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

TEST_F(WhatIf, APairWeighsAloneAsAmongAllRows) {
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

}  // namespace
}  // namespace confronta
