#pragma once
// Sums of products over many small discrete variables, by eliminating one variable after another.

#include <cstdint>
#include <span>
#include <vector>

#include "models/stats/genetics/scaled_number.h"

namespace confronta::genetics {

/// A table of non-negative numbers over some variables, each named once; the last varies fastest.
/// Without variables it is one number.
struct Factor {
  std::vector<int> variables;
  std::vector<double> values;
};

/// The product of its factors is the joint weight of one value for every variable.
class FactorGraph {
 public:
  /// A variable with the values 0..states-1.
  int add_variable(int states);
  /// values has one entry for every combination of the variables' values. A variable of one state
  /// is left out of the table: there is nothing to sum.
  void add_factor(std::vector<int> variables, std::vector<double> values);

  int size() const { return static_cast<int>(states_.size()); }
  int states(int variable) const { return states_[static_cast<std::size_t>(variable)]; }
  const std::vector<Factor>& factors() const { return factors_; }

  /// The same graph with variables made one: variable v becomes representative[v], which has as
  /// many states and represents itself. A table that names one twice keeps its diagonal.
  FactorGraph unified(std::span<const int> representative) const;

 private:
  std::vector<int> states_;
  std::vector<Factor> factors_;
};

/// An elimination order and the number of products it takes.
struct EliminationPlan {
  std::vector<int> order;
  double work = 0;
};

/// Greedy, the cheaper of two: next the variable whose table is the smallest (min-weight), or the
/// one that ties the fewest new pairs (min-fill). Equals in the order of their numbers. `kept`
/// variables stay.
EliminationPlan plan_elimination(const FactorGraph& graph, std::span<const int> kept);

/// What is left of a graph: its product is constant * the product of the factors, each of which has
/// variables.
struct Reduced {
  std::vector<Factor> factors;
  ScaledNumber constant;
};

/// Sums over the variables of `order`, one after the other. Every table is scaled by a power of
/// two, so that nothing underflows but what is 10^-300 of another value of the same table; an
/// impossible combination is exactly 0.
Reduced reduce(const FactorGraph& graph, std::span<const int> order);

/// values * 2^exponent over the kept variables, in their order (the last varies fastest).
struct Marginal {
  std::vector<double> values;
  std::int64_t exponent = 0;
};

/// The sum over all variables but `kept` (distinct), in the order of a plan that keeps them.
Marginal eliminate(const FactorGraph& graph, std::span<const int> kept, std::span<const int> order);

}  // namespace confronta::genetics
