#include "engine/graph/export.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/engine/support/small_run.h"

namespace confronta {
namespace {

/// The small run, with an id that every format must escape.
Run awkward_run() {
  test::SmallRun small;
  const std::string awkward = "R:<4>&\"a\\b\",'";
  small.facts.emplace(awkward, test::of_report());
  for (RunPair& pair : small.run.pairs)
    if (pair.left == "R:4") pair.left = awkward;
  small.run.clusters = small.clusters();
  small.run.identity = "abc";
  small.run.manifest = {{"prior.kappa", "12.5"}, {"snapshot", "x"}};
  return small.run;
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(Export, JsonSaysWhatTheRunHolds) {
  const auto graph = nlohmann::json::parse(export_graph(awkward_run(), "json").value());
  EXPECT_EQ(graph["priors"], (nlohmann::json{{"prior.kappa", "12.5"}}));
  ASSERT_EQ(graph["nodes"].size(), 7U);
  EXPECT_EQ(graph["nodes"][0]["kind"], "report");
  EXPECT_EQ(graph["nodes"][3]["kind"], "remains");
  EXPECT_EQ(graph["nodes"][5]["id"], "R:<4>&\"a\\b\",'");
  const auto& edges = graph["edges"];
  ASSERT_EQ(edges.size(), 7U);
  EXPECT_EQ(edges[1]["relation"], "identity");
  EXPECT_EQ(edges[1]["log10_lr"], 8.0);
  EXPECT_EQ(edges[1]["posterior"], 0.9);
  EXPECT_EQ(edges[4]["pairwise_posterior"], 0.97);
  EXPECT_EQ(edges[5]["relation"], "merged");  // R:2 hangs on R:1
  EXPECT_EQ(edges[5]["right"], "R:2");
  EXPECT_TRUE(edges[5]["log10_lr"].is_null());
}

TEST(Export, GraphmlEscapesMarkup) {
  const std::string text = export_graph(awkward_run(), "graphml").value();
  EXPECT_TRUE(contains(text, "<node id=\"R:&lt;4&gt;&amp;&quot;a\\b&quot;,'\">"));
  EXPECT_TRUE(contains(text, "<data key=\"prior.kappa\">12.5</data>"));
  EXPECT_TRUE(contains(text, "<edge source=\"R:1\" target=\"B:1\">"));
  EXPECT_FALSE(contains(text, "R:<4>"));
}

TEST(Export, DotQuotesIds) {
  const std::string text = export_graph(awkward_run(), "dot").value();
  EXPECT_EQ(text.rfind("graph confronta {", 0), 0U);
  EXPECT_TRUE(contains(text, "\"R:<4>&\\\"a\\\\b\\\",'\" -- \"B:4\" [relation=identity"));
}

TEST(Export, CsvQuotesCellsAndDisarmsFormulas) {
  auto run = awkward_run();
  run.pairs[0].left = "=R:1";
  const std::string text = export_graph(run, "csv").value();
  EXPECT_TRUE(contains(text, "\"R:<4>&\"\"a\\b\"\",'\",B:4,6,"));
  EXPECT_TRUE(contains(text, "identity,'=R:1,B:1,8,"));
  EXPECT_TRUE(contains(text, ",12.5\r\n"));
}

TEST(Export, KnowsNoOtherFormat) {
  EXPECT_EQ(export_graph(confronta::Run{}, "pdf").error().code, "export.unknown_format");
}

}  // namespace
}  // namespace confronta
