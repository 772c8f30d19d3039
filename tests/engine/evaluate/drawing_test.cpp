#include "engine/evaluate/drawing.h"

#include <gtest/gtest.h>

namespace confronta {
namespace {

std::size_t count(const std::string& in, const std::string& what) {
  std::size_t n = 0;
  for (auto at = in.find(what); at != in.npos; at = in.find(what, at + 1)) ++n;
  return n;
}

const FigureLabels labels{"Título <&>", "log10 RV", "proporción", "pares \"verdaderos\"",
                          "pares falsos"};

TEST(Drawing, TippettPutsEachPointWhereItBelongs) {
  const std::vector<TippettPoint> curve{{-2, 1, 1}, {0, 0.5, 0.25}, {2, 0, 0}};
  const std::string svg = tippett_svg(curve, labels);
  // x from 64 to 620 for -2 to 2, y from 360 to 44 for 0 to 1.
  EXPECT_NE(svg.find("points=\"64.00,44.00 342.00,202.00 620.00,360.00 \""), svg.npos);
  EXPECT_NE(svg.find("points=\"64.00,44.00 342.00,281.00 620.00,360.00 \""), svg.npos);
}

TEST(Drawing, WordsArePassedInAndEscapedAndNothingIsFetched) {
  const std::string svg = tippett_svg(std::vector<TippettPoint>{{-1, 1, 1}, {1, 0, 0}}, labels);
  EXPECT_NE(svg.find("Título &lt;&amp;&gt;"), svg.npos);
  EXPECT_NE(svg.find("pares &quot;verdaderos&quot;"), svg.npos);
  EXPECT_EQ(count(svg, "http"), 1U);  // the namespace
  EXPECT_EQ(count(svg, "<text") + count(svg, "<title"),
            count(svg, "</text>") + count(svg, "</title>"));
}

TEST(Drawing, CalibrationMarksOnlyBinsThatHavePairs) {
  std::vector<ReliabilityBin> bins(10);
  bins[2] = {0.2, 0.3, 99, 0.25, 0.5};
  const std::string svg = calibration_svg(bins, labels);
  EXPECT_EQ(count(svg, "<circle"), 2U);  // one bin, one in the legend
  // x 64 + 0.25 * 556, y 360 - 0.5 * 316, r 3 + 0.8 log10(100)
  EXPECT_NE(svg.find("<circle cx=\"203.00\" cy=\"202.00\" r=\"4.60\""), svg.npos);
}

TEST(Drawing, RecallGrowsWithTheRankOnALogarithmicAxis) {
  const std::vector<RankedWay> ways{{"ours", {1, 10, 0, 0}}, {"oracle", {1, 2, 3, 4}}};
  const std::string svg = recall_svg(ways, {"Título", "k", "proporción"});
  // x 64 to 620 for k = 1 to 100; ours: .25 from the first, .5 from the tenth on.
  EXPECT_NE(svg.find("points=\"64.00,281.00 "), svg.npos);
  EXPECT_NE(svg.find(" 329.28,281.00 342.00,202.00 "), svg.npos);  // k = 9, 10
  EXPECT_NE(svg.find("620.00,202.00 \""), svg.npos);
  EXPECT_NE(svg.find("620.00,44.00 \""), svg.npos);
  EXPECT_EQ(count(svg, "<polyline"), 2U);
  EXPECT_EQ(count(svg, ">oracle</text>"), 1U);
}

}  // namespace
}  // namespace confronta
