#include "models/stats/genetics/coancestry.h"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

namespace confronta::genetics {
namespace {

constexpr double enough_work = 1e9;
const std::vector<double> frequencies{0.1, 0.3, 0.6};

// P(next = a | n drawn, n_a of them a), one after the other.
double in_sequence(double theta, const std::vector<int>& alleles) {
  double product = 1;
  std::vector<int> drawn(frequencies.size(), 0);
  for (std::size_t n = 0; n < alleles.size(); ++n) {
    const auto a = static_cast<std::size_t>(alleles[n]);
    product *= (drawn[a] * theta + (1 - theta) * frequencies[a]) /
               (1 + (static_cast<double>(n) - 1) * theta);
    ++drawn[a];
  }
  return product;
}

TEST(Urn, DrawsKnownAllelesInSequence) {
  Urn urn(0.2, frequencies);
  double product = 1;
  for (const int allele : {0, 0, 2, 0}) product *= urn.draw(allele);
  EXPECT_DOUBLE_EQ(product, in_sequence(0.2, {0, 0, 2, 0}));
  EXPECT_EQ(urn.drawn(), 4);
}

// After a known 0, three unknown ones, of which a table says how well each combination fits: by
// partitions, by subsets with the second and third parted, and by hand.
TEST(Urn, SumsOverUnknownAllelesEitherWay) {
  const double theta = 0.1;
  FactorGraph graph;
  std::vector<int> x;
  for (int k = 0; k < 3; ++k) x.push_back(graph.add_variable(3));
  const int between = graph.add_variable(2);
  const std::vector<double> first{0.5, 0.2, 0.9};
  const std::vector<double> second{0.1, 0.7, 0.4, 0.3, 0.6, 0.8};  // by between, then allele
  const std::vector<double> third{0.9, 0.2, 0.3, 0.5, 0.4, 0.1};
  graph.add_factor({x[0]}, first);
  graph.add_factor({between, x[1]}, second);
  graph.add_factor({between, x[2]}, third);
  Urn urn(theta, frequencies);
  const double known = urn.draw(0);
  for (const int variable : x) urn.add_unknown(variable);

  double expected = 0;
  for (int a = 0; a < 3; ++a)
    for (int b = 0; b < 3; ++b)
      for (int c = 0; c < 3; ++c)
        for (int s = 0; s < 2; ++s)
          expected += in_sequence(theta, {0, a, b, c}) * first[static_cast<std::size_t>(a)] *
                      second[static_cast<std::size_t>(3 * s + b)] *
                      third[static_cast<std::size_t>(3 * s + c)];
  const std::vector<Urn> urns{urn};
  const auto by_partitions = sum_over_urns(graph, urns, {}, std::nullopt, enough_work);
  EXPECT_NEAR(known * by_partitions->front().value(), expected, 1e-15);
  const auto either = sum_over_urns(graph, urns, {}, std::vector<int>{between}, enough_work);
  EXPECT_NEAR(known * either->front().value(), expected, 1e-15);
}

TEST(Urn, IdleAllelesCountForNothingWhereFrequenciesSumToOne) {
  Urn urn(0.1, frequencies);
  urn.draw(1);
  urn.add_idle();
  urn.add_idle();
  EXPECT_DOUBLE_EQ(urn.idle_probability(), 1);
}

TEST(Urn, RefusesMoreWorkThanIsAllowed) {
  FactorGraph graph;
  Urn urn(0.1, frequencies);
  for (int k = 0; k < 14; ++k) {
    urn.add_unknown(graph.add_variable(3));
    if (k > 0) graph.add_factor({k - 1, k}, std::vector<double>(9, 0.5));
  }
  const std::vector<Urn> urns{urn};
  EXPECT_FALSE(sum_over_urns(graph, urns, {}, std::nullopt, enough_work).has_value());
}

}  // namespace
}  // namespace confronta::genetics
