#include "app/report/pedigree_layout.h"

#include <gtest/gtest.h>

#include <set>

#include "app/report/pedigree_drawing.h"

namespace confronta::app {
namespace {

DnaView::Person person(std::string id, std::string father, std::string mother,
                       std::string sex = "unknown") {
  return {id, std::move(father), std::move(mother), std::move(sex), false, false, id};
}

void expect_nobody_on_another(const std::vector<PedigreeSpot>& spots) {
  std::set<std::pair<int, int>> taken;
  for (const PedigreeSpot& spot : spots)
    EXPECT_TRUE(taken.emplace(spot.column, spot.generation).second);
}

TEST(PedigreeLayout, ChildrenStandBelowAndCouplesSideBySide) {
  const std::vector people{person("child", "f", "m"), person("f", "gf", "gm"),
                           person("gf", "", ""),      person("gm", "", ""),
                           person("m", "", ""),       person("aunt", "gf", "gm")};
  const auto spots = layout_of(people);
  EXPECT_EQ(spots[2].generation, 0);
  EXPECT_EQ(spots[1].generation, 1);
  EXPECT_EQ(spots[4].generation, 1);  // she has no parents listed, but a husband
  EXPECT_EQ(spots[0].generation, 2);
  EXPECT_EQ(std::abs(spots[1].column - spots[4].column), 1);
  EXPECT_EQ(std::abs(spots[2].column - spots[3].column), 1);
  expect_nobody_on_another(spots);
}

TEST(PedigreeLayout, ALoopEnds) {
  const std::vector people{person("f", "", ""), person("m", "", ""), person("a", "f", "m"),
                           person("b", "f", "a"), person("c", "b", "a")};
  expect_nobody_on_another(layout_of(people));
}

TEST(PedigreeDrawing, ShowsTheRemainsInTheirPlaceUnderH1AndApartUnderH2) {
  DnaView view;
  view.family = "F<1>";
  view.people = {person("m", "", "", "female"), person("x", "", "m", "male")};
  view.people[0].typed = true;
  view.people[1].missing = true;
  view.loci = {{"TPOX", "8/11", {{"m", "8/9"}}, 0.5, false},
               {"FGA", "22/24", {{"m", "20/21"}}, -3, true}};
  view.alternatives = {{"sibling", 0.4}};
  const std::string html = pedigree_section(Language::english, view);
  EXPECT_NE(html.find("F&lt;1&gt;"), std::string::npos);
  EXPECT_EQ(html.find("F<1>"), std::string::npos);
  EXPECT_NE(html.find("FGA, the locus that says most"), std::string::npos);
  EXPECT_NE(html.find("class=\"missing\""), std::string::npos);
  EXPECT_NE(html.find("with a mutation"), std::string::npos);
  EXPECT_NE(html.find("-2.50"), std::string::npos);  // the sum
  EXPECT_NE(html.find("full sibling"), std::string::npos);
  EXPECT_EQ(pedigree_section(Language::english, DnaView{}), "");
}

}  // namespace
}  // namespace confronta::app
