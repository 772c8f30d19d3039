#include "models/stats/genetics/factor_graph.h"

#include <gtest/gtest.h>

#include <vector>

namespace confronta::genetics {
namespace {

Marginal sum(const FactorGraph& graph, const std::vector<int>& kept) {
  return eliminate(graph, kept, plan_elimination(graph, kept).order);
}

double value(const Marginal& marginal, std::size_t place) {
  return ScaledNumber(marginal.values[place], marginal.exponent).value();
}

// x - y - z: f(x) g(x, y) h(y, z)
FactorGraph chain() {
  FactorGraph graph;
  const int x = graph.add_variable(2), y = graph.add_variable(3), z = graph.add_variable(2);
  graph.add_factor({x}, {1, 2});
  graph.add_factor({x, y}, {1, 2, 3, 4, 5, 6});
  graph.add_factor({y, z}, {1, 0, 0, 1, 1, 1});
  return graph;
}

TEST(Elimination, SumsByHand) {
  // over x: y has 1 + 8, 2 + 10, 3 + 12 = 9, 12, 15; z takes 9 + 15 and 12 + 15
  const Marginal z = sum(chain(), {2});
  EXPECT_DOUBLE_EQ(value(z, 0), 24);
  EXPECT_DOUBLE_EQ(value(z, 1), 27);
  EXPECT_DOUBLE_EQ(value(sum(chain(), {}), 0), 51);
}

TEST(Elimination, KeepsTheOrderAskedFor) {
  const Marginal zx = sum(chain(), {2, 0});
  // z = 0, x = 1: 2 (4 * 1 + 5 * 0 + 6 * 1)
  EXPECT_DOUBLE_EQ(value(zx, 1), 20);
}

TEST(Elimination, CountsTheStatesOfAFreeVariable) {
  FactorGraph graph;
  graph.add_variable(5);
  EXPECT_DOUBLE_EQ(value(sum(graph, {}), 0), 5);
}

TEST(Elimination, PlansAStarFromItsEnds) {
  FactorGraph star;
  const int middle = star.add_variable(10);
  for (int k = 0; k < 6; ++k) {
    const int end = star.add_variable(10);
    star.add_factor({middle, end}, std::vector<double>(100, 0.1));
  }
  // six tables of a hundred, then the middle: not one of ten million
  EXPECT_EQ(plan_elimination(star, {}).work, 610);
  EXPECT_NEAR(value(sum(star, {}), 0), 10, 1e-12);
}

TEST(Unified, TakesTheDiagonal) {
  FactorGraph graph;
  const int x = graph.add_variable(2), y = graph.add_variable(2);
  graph.add_factor({x, y}, {1, 2, 3, 4});
  const std::vector<int> as_one{0, 0};
  EXPECT_DOUBLE_EQ(value(sum(graph.unified(as_one), {}), 0), 5);
  EXPECT_DOUBLE_EQ(value(sum(graph.unified(as_one), {0}), 1), 4);
}

}  // namespace
}  // namespace confronta::genetics
