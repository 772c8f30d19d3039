#include <algorithm>
#include <cmath>

#include "engine/infer/matching.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

using Table = std::vector<double>;  // a weight for every subset of the nodes in play

constexpr std::size_t most_nodes_planned = 4096;  // the greedy order takes time by their square
constexpr double most_table_cells = 1 << 27;      // 1 GB
constexpr double greatest_hold = 1e200;           // of a node that is all but never free
// 10^12: twenty of them that contradict each other at once stay in the range of a double.
constexpr double contradicted_log_weight = 27.631021115928547;

std::size_t without_bit(std::size_t subset, std::uint32_t bit) {
  const std::size_t low = (std::size_t{1} << bit) - 1;
  return ((subset & ~low) << 1) | (subset & low);
}

/// The hold of a node that is taken and free with these weights, the latter `free_weight` included.
double hold_of(double taken, double free, double free_weight) {
  return taken < greatest_hold * free ? std::min(greatest_hold, taken / free * free_weight)
                                      : greatest_hold;
}

/// One pass forwards over all steps, then one backwards that meets it and reads the marginals.
class Elimination {
 public:
  Elimination(const MatchingProblem& problem, const EliminationOrder& order, double greatest)
      : problem_(problem), steps_(order.steps), over_left_(order.over_left), greatest_(greatest) {
    posteriors_.edges.assign(problem.edges.size(), 0);
    posteriors_.left_hold.assign(problem.left_rest.size(), 0);
    posteriors_.right_hold.assign(problem.right_rest.size(), 0);
    for (const EliminationStep& step : steps_) weights_.push_back(weights(step));
    count_untouched();
  }

  /// Nothing if weights that contradict each other leave the range of a double.
  std::optional<MatchingPosteriors> run() {
    forward();
    Table after{1.0};  // weight of all that is still to come
    for (std::size_t begin = (steps_.size() - 1) / stride() * stride();; begin -= stride()) {
      const std::size_t end = std::min(begin + stride(), steps_.size());
      std::vector<Table> before{checkpoints_[begin / stride()]};
      for (std::size_t t = begin; t + 1 < end; ++t) {
        before.push_back(advanced(t, before.back()));
        scale(before.back());
      }
      for (std::size_t t = end; t-- > begin;) step_back(t, before[t - begin], after);
      if (!in_range_) return std::nullopt;
      if (begin == 0) break;
    }
    return std::move(posteriors_);
  }

 private:
  /// Tables are kept at every stride-th step, and worked out again in between.
  std::size_t stride() const {
    return std::max<std::size_t>(
        1, static_cast<std::size_t>(std::sqrt(static_cast<double>(steps_.size()))));
  }

  void forward() {
    Table table{1.0};
    for (std::size_t t = 0; t < steps_.size(); ++t) {
      if (t % stride() == 0) checkpoints_.push_back(table);
      table = advanced(t, table);
      posteriors_.log_total += portable_log(scale(table));
    }
  }

  /// Far nodes without edges are in no table.
  void count_untouched() {
    std::vector<bool> touched((over_left_ ? problem_.right_rest : problem_.left_rest).size());
    for (const MatchingEdge& edge : problem_.edges)
      touched[over_left_ ? edge.right : edge.left] = true;
    for (std::uint32_t node = 0; node < touched.size(); ++node)
      if (!touched[node]) posteriors_.log_total += portable_log(free_weight(node, !over_left_));
  }

  /// The step's weights: "none" first, then its edges, over the greatest of them.
  std::vector<double> weights(const EliminationStep& step) {
    std::vector<double> weights{portable_log(free_weight(step.node, over_left_))};
    for (const std::uint32_t e : step.edges)
      weights.push_back(std::min(problem_.edges[e].log_weight, greatest_));
    const double greatest = *std::max_element(weights.begin(), weights.end());
    posteriors_.log_total += greatest;
    for (double& weight : weights) weight = portable_exp(weight - greatest);
    return weights;
  }
  double free_weight(std::uint32_t node, bool of_left) const {
    return 1 + (of_left ? problem_.left_rest[node] : problem_.right_rest[node]);
  }
  double& hold(std::uint32_t node, bool of_left) {
    return of_left ? posteriors_.left_hold[node] : posteriors_.right_hold[node];
  }

  /// The table once the step's node is decided, the far nodes that it closes still in play.
  Table decided(std::size_t t, const Table& before) const {
    const EliminationStep& step = steps_[t];
    const std::vector<double>& weight = weights_[t];
    Table table(std::size_t{1} << step.width(), 0.0);
    for (std::size_t subset = 0; subset < before.size(); ++subset) {
      const double mass = before[subset];
      if (mass == 0) continue;
      table[subset] += weight[0] * mass;
      for (std::size_t k = 0; k < step.edges.size(); ++k) {
        const std::size_t bit = std::size_t{1} << step.edge_bits[k];
        if ((subset & bit) == 0) table[subset | bit] += weight[k + 1] * mass;
      }
    }
    return table;
  }

  /// The table after the k-th far node of step t has left play.
  Table closed(std::size_t t, std::size_t k, const Table& table) const {
    const std::uint32_t place = steps_[t].closing_bits[k];
    const double free = free_weight(steps_[t].closed[k], !over_left_);
    const std::size_t bit = std::size_t{1} << place;
    Table closed(table.size() / 2);
    for (std::size_t subset = 0; subset < closed.size(); ++subset) {
      const std::size_t wide = without_bit(subset, place);
      closed[subset] = table[wide] * free + table[wide | bit];
    }
    return closed;
  }

  Table advanced(std::size_t t, const Table& before) const {
    Table table = decided(t, before);
    for (std::size_t k = 0; k < steps_[t].closing_bits.size(); ++k) table = closed(t, k, table);
    return table;
  }

  /// Its greatest cell becomes 1. Every matching weighs more than nothing: none is 0.
  static double scale(Table& table) {
    const double greatest = *std::max_element(table.begin(), table.end());
    for (double& cell : table) cell /= greatest;
    return greatest;
  }

  /// From the weights after step t to those before it; marginals of its edges and holds on the way.
  void step_back(std::size_t t, const Table& before, Table& after) {
    const EliminationStep& step = steps_[t];
    std::vector<Table> open;  // before each closing
    if (!step.closed.empty()) open.push_back(decided(t, before));
    for (std::size_t k = 0; k + 1 < step.closed.size(); ++k)
      open.push_back(closed(t, k, open.back()));
    for (std::size_t k = step.closed.size(); k-- > 0;) reopen(t, k, open[k], after);
    decide_back(t, before, after);
    scale(after);
  }

  /// Undoes a closing: `after` with the far node in play again, and what holds that node.
  void reopen(std::size_t t, std::size_t k, const Table& before, Table& after) {
    const std::uint32_t place = steps_[t].closing_bits[k];
    const std::uint32_t node = steps_[t].closed[k];
    const double weight = free_weight(node, !over_left_);
    const std::size_t bit = std::size_t{1} << place;
    double free = 0;
    double taken = 0;
    Table open(after.size() * 2);
    for (std::size_t subset = 0; subset < after.size(); ++subset) {
      const std::size_t wide = without_bit(subset, place);
      open[wide] = after[subset] * weight;
      open[wide | bit] = after[subset];
      free += before[wide] * open[wide];
      taken += before[wide | bit] * open[wide | bit];
    }
    hold(node, !over_left_) = hold_of(taken, free, weight);
    after = std::move(open);
  }

  void decide_back(std::size_t t, const Table& before, Table& after) {
    const EliminationStep& step = steps_[t];
    const std::vector<double>& weight = weights_[t];
    std::vector<double> mass(weight.size(), 0.0);
    Table earlier(before.size());
    for (std::size_t subset = 0; subset < before.size(); ++subset) {
      double sum = weight[0] * after[subset];
      mass[0] += before[subset] * sum;
      for (std::size_t k = 0; k < step.edges.size(); ++k) {
        const std::size_t bit = std::size_t{1} << step.edge_bits[k];
        if ((subset & bit) != 0) continue;
        const double term = weight[k + 1] * after[subset | bit];
        mass[k + 1] += before[subset] * term;
        sum += term;
      }
      earlier[subset] = sum;
    }
    double taken = 0;
    for (std::size_t k = 1; k < mass.size(); ++k) taken += mass[k];
    in_range_ &= mass[0] + taken > 0;
    for (std::size_t k = 0; k < step.edges.size(); ++k)
      posteriors_.edges[step.edges[k]] = mass[k + 1] / (mass[0] + taken);
    hold(step.node, over_left_) = hold_of(taken, mass[0], free_weight(step.node, over_left_));
    after = std::move(earlier);
  }

  const MatchingProblem& problem_;
  const std::vector<EliminationStep>& steps_;
  bool over_left_;
  double greatest_;  // ln of the greatest weight of an edge
  bool in_range_ = true;
  std::vector<std::vector<double>> weights_;  // of each step
  std::vector<Table> checkpoints_;
  MatchingPosteriors posteriors_;
};

/// Cells that the checkpoints and one stretch between them may take.
double cells(const EliminationOrder& order) {
  const double widest = std::ldexp(1.0, static_cast<int>(order.width));
  return 2 * widest * (std::sqrt(static_cast<double>(order.steps.size())) + 3);
}

}  // namespace

std::optional<EliminationOrder> plan_elimination(const MatchingProblem& problem,
                                                 const MatchingLimits& limits) {
  std::optional<EliminationOrder> best;
  for (const bool left : {true, false}) {
    const std::size_t nodes = (left ? problem.left_rest : problem.right_rest).size();
    if (nodes == 0 || nodes > most_nodes_planned) continue;
    auto order = elimination_order(problem, left, limits);
    if (!order || cells(*order) > most_table_cells) continue;
    if (!best || order->work < best->work) best = std::move(order);
  }
  return best;
}

MatchingPosteriors eliminate(const MatchingProblem& problem, const EliminationOrder& order) {
  if (auto posteriors = Elimination{problem, order, greatest_log_weight}.run())
    return std::move(*posteriors);
  return *Elimination{problem, order, contradicted_log_weight}.run();
}

}  // namespace confronta
