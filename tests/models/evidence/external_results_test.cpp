#include <gtest/gtest.h>

#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::lr_of;
using test::remains;
using test::report;
using test::score_of;
using test::table_of;

ExternalResult result(std::string what, std::string subject, std::string workflow = "received") {
  ExternalResult r;
  r.method = "fingerprint";
  r.result = std::move(what);
  r.subject = std::move(subject);
  r.workflow = std::move(workflow);
  return r;
}
ExternalResult stated(double log10_lr, std::string subject, double error) {
  ExternalResult r = result("hit", std::move(subject), "verified");
  r.method = "dna";
  r.has_lr = true;
  r.log10_lr = log10_lr;
  r.has_error_rate = true;
  r.error_rate = error;
  return r;
}
test::RowBuilder with_result(test::RowBuilder row, ExternalResult r) {
  return row.value(Trait::external_result, std::move(r));
}
Identifier identifier(std::string type, std::string value) {
  return {std::move(type), std::move(value), true};
}

constexpr const char* curp = "GAHL850312HJCRRS05";
constexpr const char* other_curp = "MERP900722MDFNZT08";

TEST(ExternalResults, AHitIsWorthItsErrorRate) {
  const auto left =
      table_of({report("A:1").value(Trait::identifier, identifier("curp", curp)), report("A:2")});
  const auto right = table_of({with_result(remains("B:1"), result("hit", "A:1")),
                               with_result(remains("B:2"), result("hit", "a:1", "verified")),
                               with_result(remains("B:3"), result("hit", "GAHL850312 HJCRRS05"))});
  const auto model = test::prepare("external_results", Relation::identity, left, right);
  // .95 x .85 of those in the base are hit; 2 % (verified: .1 %) of hits name one of 100,000.
  const double received = 0.95 * 0.85 / (0.02 / 100000);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0) / received, 1, 1e-4);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 1) / (received * 20), 1, 1e-4);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 2) / received, 1, 1e-4);
  for (RowId r = 0; r < 3; ++r) EXPECT_EQ(score_of(*model.evidence, 1, r), Score{});
  EXPECT_EQ(model.evidence->explain(0, 0).arguments.back(), "@workflow.received");
  std::vector<RowId> posted;
  model.evidence->positives(0, posted);
  EXPECT_EQ(posted, (std::vector<RowId>{0, 1, 2}));
  test::expect_explained(*model.evidence, left, right);
}

TEST(ExternalResults, AStatedRatioIsMixedWithItsErrorAndBounded) {
  const auto left = table_of({with_result(report("A:1"), stated(6, "B:1", 0.01)), report("A:2")});
  const auto right =
      table_of({remains("B:1"), with_result(remains("B:2"), stated(-40, "A:2", 0.01)),
                with_result(remains("B:3"), stated(40, "A:2", 0.01))});
  const auto model = test::prepare("external_results", Relation::identity, left, right);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), 0.99e6 + 0.01, 100);
  EXPECT_NEAR(lr_of(*model.evidence, 1, 1), 0.01, 1e-5);  // an exclusion is as sure as its label
  EXPECT_LE(score_of(*model.evidence, 1, 2), Score::from_log10(9));
  test::expect_explained(*model.evidence, left, right);
}

TEST(ExternalResults, NoHitSpeaksOnlyOfThoseWhoseBaseIsKnown) {
  const auto left =
      table_of({report("A:1"), report("A:2").value(Trait::identifier,
                                                   identifier("voter_key", "GRHRLS85031214H300"))});
  const auto right = table_of({with_result(remains("B:1"), result("no_hit", "")),
                               with_result(remains("B:2"), result("not_possible", "")),
                               with_result(remains("B:3"), result("no_hit", "A:1"))});
  const auto model = test::prepare("external_results", Relation::identity, left, right);
  EXPECT_EQ(score_of(*model.evidence, 0, 0), Score{});
  EXPECT_NEAR(lr_of(*model.evidence, 1, 0), (1 - 0.95 * 0.85 - 0.02) / 0.6, 1e-4);
  EXPECT_EQ(score_of(*model.evidence, 1, 1), Score{});
  EXPECT_NEAR(lr_of(*model.evidence, 0, 2), 0.02, 1e-5);
  EXPECT_EQ(model.evidence->explain(0, 0).reason, "external_results.not_about");
  test::expect_explained(*model.evidence, left, right);
}

// A hit on somebody else's CURP speaks against a report with another CURP, and says nothing of one
// whose CURP nobody knows.
TEST(ExternalResults, AHitOnAnotherPersonSpeaksAgainst) {
  const auto left =
      table_of({report("A:1").value(Trait::identifier, identifier("curp", curp)), report("A:2")});
  const auto right = table_of({with_result(remains("B:1"), result("hit", other_curp))});
  const auto model = test::prepare("external_results", Relation::identity, left, right);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0), 0.02 / 0.4, 1e-5);
  EXPECT_EQ(score_of(*model.evidence, 1, 0), Score{});
}

// Outcomes of a search of remains, and their shares when they are somebody else's: a hit on this
// person .02 / 100,000, on another .4, nobody the rest.
TEST(ExternalResults, LikelihoodRatiosSumToOne) {
  const auto left =
      table_of({report("A:1")
                    .value(Trait::identifier, identifier("curp", curp))
                    .value(Trait::identifier, identifier("voter_key", "GRHRLS85031214H300"))});
  const auto right = table_of({with_result(remains("B:1"), result("hit", curp)),
                               with_result(remains("B:2"), result("hit", other_curp)),
                               with_result(remains("B:3"), result("no_hit", ""))});
  const auto model = test::prepare("external_results", Relation::identity, left, right);
  const double on_this = 0.02 / 100000;
  const double sum = on_this * lr_of(*model.evidence, 0, 0) + 0.4 * lr_of(*model.evidence, 0, 1) +
                     (0.6 - on_this) * lr_of(*model.evidence, 0, 2);
  EXPECT_NEAR(sum, 1, 1e-4);
}

TEST(ExternalResults, ResultsOfOneMethodAreAveraged) {
  const auto left = table_of({report("A:1")});
  const auto right = table_of(
      {with_result(with_result(remains("B:1"), result("hit", "A:1")), result("hit", "A:1")),
       with_result(with_result(remains("B:2"), result("hit", "A:1")), stated(2, "A:1", 0.01))});
  const auto model = test::prepare("external_results", Relation::identity, left, right);
  const double one = 0.95 * 0.85 / (0.02 / 100000);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 0) / one, 1, 1e-4);
  EXPECT_NEAR(lr_of(*model.evidence, 0, 1) / (one * 99.01), 1, 1e-4);
}

TEST(ExternalResults, NoResultsSayNothing) {
  const auto left = table_of({report("A:1")});
  const auto right = table_of(
      {remains("B:1"), remains("B:2").state(Trait::external_result, ObservationState::redacted)});
  const auto model = test::prepare("external_results", Relation::identity, left, right);
  EXPECT_EQ(score_of(*model.evidence, 0, 0), Score{});
  EXPECT_EQ(model.evidence->explain(0, 0).reason, "evidence.missing");
  test::expect_explained(*model.evidence, left, right);
}

}  // namespace
}  // namespace confronta
