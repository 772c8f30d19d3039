#include "app/dna_view.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/models/support/dna.h"

namespace confronta::app {
namespace {

using genetics::Sex;

TEST(DnaView, SaysWhatKinshipExplains) {
  const genetics::Families families{{test::made_up_family(
      "F:1",
      {{{"madre", "", "", Sex::female}, {{"TPOX", {"8", "8"}}, {"vWA", {"14", "17"}}}},
       {{"hija", "", "madre", Sex::female}, {}}},
      "hija", "A:1")}};
  const auto reports = test::table_of({test::report("A:1"), test::report("A:2")});
  const auto remains = test::table_of(
      {test::typed(test::remains("B:1"), {{"TPOX", {"8", "11"}}, {"vWA", {"15", "19"}}}),
       test::remains("B:2")});
  const Parameters parameters;
  const auto view = dna_view(families, parameters, {}, reports, 0, remains, 0);
  ASSERT_TRUE(view);
  ASSERT_EQ(view->people.size(), 2U);
  EXPECT_TRUE(view->people[0].typed);
  EXPECT_TRUE(view->people[1].missing);
  ASSERT_EQ(view->loci.size(), 2U);
  EXPECT_EQ(view->loci[0].people.at("madre"), "8/8");
  EXPECT_TRUE(view->loci[1].needs_mutation);  // VWA: neither 14 nor 17
  EXPECT_FALSE(dna_view(families, parameters, {}, reports, 1, remains, 0));
  EXPECT_FALSE(dna_view(families, parameters, {}, reports, 0, remains, 1));

  const auto model = test::prepare_with_families("kinship", reports, remains, families);
  const Finding finding = model.evidence->explain(0, 0);
  for (std::size_t i = 0; i < view->loci.size(); ++i)
    EXPECT_EQ(finding.details[i].score, Score::from_log10(view->loci[i].log10_lr));

  const auto json = nlohmann::json::parse(dna_json(*view));
  EXPECT_EQ(json["family"], "F:1");
  EXPECT_EQ(json["people"][1]["mother"], "madre");
  EXPECT_TRUE(json["people"][1]["father"].is_null());
  EXPECT_EQ(json["loci"][0]["remains"], "8/11");
  EXPECT_EQ(json["lr_alternatives"][0]["alternative"], "sibling");
}

}  // namespace
}  // namespace confronta::app
