#include <algorithm>
#include <limits>

#include "models/stats/genetics/factor_graph.h"

namespace confronta::genetics {
namespace {

// Plans below this many products are not worth a second opinion.
constexpr double cheap_plan = 1e5;

enum class Greed { weight, fill };

// Which variables share a table, kept up to date while they are eliminated.
class Neighbours {
 public:
  explicit Neighbours(const FactorGraph& graph)
      : graph_(graph), near_(static_cast<std::size_t>(graph.size())) {
    for (const Factor& factor : graph.factors())
      for (const int a : factor.variables)
        for (const int b : factor.variables) connect(a, b);
  }

  // Entries of the table that eliminating the variable takes.
  double weight(int variable) const {
    double product = graph_.states(variable);
    for (const int other : of(variable)) product *= graph_.states(other);
    return product;
  }

  // Pairs of neighbours that would be tied anew.
  double fill(int variable) const {
    double missing = 0;
    for (const int a : of(variable))
      for (const int b : of(variable)) missing += a < b && !tied(a, b);
    return missing;
  }

  // Ties the neighbours of the variable and takes it out; returns who they were.
  std::vector<int> eliminate(int variable) {
    std::vector<int> around = of(variable);
    for (const int a : around) {
      auto& list = near_[static_cast<std::size_t>(a)];
      list.erase(std::lower_bound(list.begin(), list.end(), variable));
      for (const int b : around) connect(a, b);
    }
    return around;
  }

 private:
  const std::vector<int>& of(int variable) const {
    return near_[static_cast<std::size_t>(variable)];
  }
  bool tied(int a, int b) const { return std::binary_search(of(a).begin(), of(a).end(), b); }
  void connect(int a, int b) {
    if (a == b) return;
    auto& list = near_[static_cast<std::size_t>(a)];
    const auto place = std::lower_bound(list.begin(), list.end(), b);
    if (place == list.end() || *place != b) list.insert(place, b);
  }

  const FactorGraph& graph_;
  std::vector<std::vector<int>> near_;  // sorted
};

EliminationPlan greedy(const FactorGraph& graph, std::span<const int> kept, Greed greed) {
  struct Cost {
    double first = 0, second = 0;
    auto operator<=>(const Cost&) const = default;
  };
  Neighbours neighbours(graph);
  const auto cost_of = [&](int variable) {
    const double weight = neighbours.weight(variable);
    return greed == Greed::weight ? Cost{weight, 0} : Cost{neighbours.fill(variable), weight};
  };
  std::vector<bool> open(static_cast<std::size_t>(graph.size()), true);
  for (const int variable : kept) open[static_cast<std::size_t>(variable)] = false;
  for (int variable = 0; variable < graph.size(); ++variable)
    if (graph.states(variable) == 1) open[static_cast<std::size_t>(variable)] = false;
  std::vector<Cost> costs(static_cast<std::size_t>(graph.size()));
  for (int variable = 0; variable < graph.size(); ++variable)
    costs[static_cast<std::size_t>(variable)] = cost_of(variable);

  EliminationPlan plan;
  for (;;) {
    int next = -1;
    for (int variable = 0; variable < graph.size(); ++variable)
      if (open[static_cast<std::size_t>(variable)] &&
          (next < 0 ||
           costs[static_cast<std::size_t>(variable)] < costs[static_cast<std::size_t>(next)]))
        next = variable;
    if (next < 0) return plan;
    plan.order.push_back(next);
    plan.work += neighbours.weight(next);
    open[static_cast<std::size_t>(next)] = false;
    for (const int other : neighbours.eliminate(next))
      costs[static_cast<std::size_t>(other)] = cost_of(other);
  }
}

}  // namespace

EliminationPlan plan_elimination(const FactorGraph& graph, std::span<const int> kept) {
  EliminationPlan plan = greedy(graph, kept, Greed::weight);
  if (plan.work <= cheap_plan) return plan;
  EliminationPlan other = greedy(graph, kept, Greed::fill);
  return other.work < plan.work ? other : plan;
}

}  // namespace confronta::genetics
