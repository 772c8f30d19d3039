#include <algorithm>
#include <cmath>

#include "engine/infer/elimination_order.h"
#include "engine/infer/matching.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

using Table = std::vector<double>;  // a weight for every subset of the nodes in play

constexpr std::size_t most_nodes_planned = 4096;  // the greedy order takes time by their square
constexpr double most_table_cells = 1 << 27;      // 1 GB

std::size_t without_bit(std::size_t subset, std::uint32_t bit) {
  const std::size_t low = (std::size_t{1} << bit) - 1;
  return ((subset & ~low) << 1) | (subset & low);
}

/// One pass forwards over all steps, then one backwards that meets it and reads the marginals.
class Elimination {
 public:
  Elimination(const MatchingProblem& problem, const EliminationOrder& order, bool over_left)
      : problem_(problem), steps_(order.steps), over_left_(over_left) {}

  std::optional<MatchingPosteriors> run() {
    if (!forward()) return std::nullopt;
    MatchingPosteriors posteriors;
    posteriors.edges.assign(problem_.edges.size(), 0);
    Table after{1.0};  // weight of all that is still to come
    for (std::size_t begin = (steps_.size() - 1) / stride() * stride();; begin -= stride()) {
      const std::size_t end = std::min(begin + stride(), steps_.size());
      std::vector<Table> before{checkpoints_[begin / stride()]};
      for (std::size_t t = begin; t + 1 < end; ++t) before.push_back(advanced(t, before.back()));
      for (std::size_t t = end; t-- > begin;)
        if (!step_back(t, before[t - begin], after, posteriors.edges)) return std::nullopt;
      if (begin == 0) break;
    }
    return posteriors;
  }

 private:
  /// Tables are kept at every stride-th step, and worked out again in between.
  std::size_t stride() const {
    return std::max<std::size_t>(
        1, static_cast<std::size_t>(std::sqrt(static_cast<double>(steps_.size()))));
  }

  bool forward() {
    Table table{1.0};
    for (std::size_t t = 0; t < steps_.size(); ++t) {
      if (t % stride() == 0) checkpoints_.push_back(table);
      table = advanced(t, table);
      if (table.empty()) return false;
    }
    return true;
  }

  /// The step's weights: "none" first, then its edges, over the greatest of them.
  std::vector<double> weights(const EliminationStep& step) const {
    const double rest = over_left_ ? problem_.left_rest[step.node] : problem_.right_rest[step.node];
    std::vector<double> weights{portable_log(1 + rest)};
    for (const std::uint32_t e : step.edges)
      weights.push_back(std::min(problem_.edges[e].log_weight, greatest_log_weight));
    const double greatest = *std::max_element(weights.begin(), weights.end());
    for (double& weight : weights) weight = portable_exp(weight - greatest);
    return weights;
  }
  double free_weight(std::uint32_t far) const {
    return 1 + (over_left_ ? problem_.right_rest[far] : problem_.left_rest[far]);
  }

  /// The table after step t, scaled so that its greatest cell is 1; empty if all is 0.
  Table advanced(std::size_t t, const Table& before) const {
    const EliminationStep& step = steps_[t];
    const std::vector<double> weight = weights(step);
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
    for (std::size_t k = 0; k < step.closing_bits.size(); ++k) {
      Table closed(table.size() / 2);
      const std::size_t bit = std::size_t{1} << step.closing_bits[k];
      const double free = free_weight(step.closed[k]);
      for (std::size_t subset = 0; subset < closed.size(); ++subset) {
        const std::size_t wide = without_bit(subset, step.closing_bits[k]);
        closed[subset] = table[wide] * free + table[wide | bit];
      }
      table = std::move(closed);
    }
    return scaled(std::move(table));
  }

  static Table scaled(Table table) {
    const double greatest = *std::max_element(table.begin(), table.end());
    if (!(greatest > 0)) return {};
    for (double& cell : table) cell /= greatest;
    return table;
  }

  /// From the weights after step t to those before it; the marginals of its edges on the way.
  bool step_back(std::size_t t, const Table& before, Table& after, std::vector<double>& marginals) {
    const EliminationStep& step = steps_[t];
    for (std::size_t k = step.closing_bits.size(); k-- > 0;) {
      Table open(after.size() * 2);
      const std::size_t bit = std::size_t{1} << step.closing_bits[k];
      const double free = free_weight(step.closed[k]);
      for (std::size_t subset = 0; subset < after.size(); ++subset) {
        const std::size_t wide = without_bit(subset, step.closing_bits[k]);
        open[wide] = after[subset] * free;
        open[wide | bit] = after[subset];
      }
      after = std::move(open);
    }
    const std::vector<double> weight = weights(step);
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
    double all = 0;
    for (const double m : mass) all += m;
    if (!(all > 0)) return false;
    for (std::size_t k = 0; k < step.edges.size(); ++k)
      marginals[step.edges[k]] = mass[k + 1] / all;
    after = scaled(std::move(earlier));
    return !after.empty();
  }

  const MatchingProblem& problem_;
  const std::vector<EliminationStep>& steps_;
  bool over_left_;
  std::vector<Table> checkpoints_;
};

/// Cells that the checkpoints and one stretch between them may take.
double cells(const EliminationOrder& order) {
  const double widest = std::ldexp(1.0, static_cast<int>(order.width));
  return 2 * widest * (std::sqrt(static_cast<double>(order.steps.size())) + 2);
}

}  // namespace

std::optional<MatchingPosteriors> eliminate(const MatchingProblem& problem,
                                            const MatchingLimits& limits) {
  if (problem.edges.empty()) return MatchingPosteriors{};
  std::optional<EliminationOrder> best;
  bool over_left = true;
  for (const bool left : {true, false}) {
    if ((left ? problem.left_rest : problem.right_rest).size() > most_nodes_planned) continue;
    auto order = elimination_order(problem, left, limits);
    if (!order || cells(*order) > most_table_cells) continue;
    if (best && best->work <= order->work) continue;
    best = std::move(order);
    over_left = left;
  }
  if (!best) return std::nullopt;
  return Elimination{problem, *best, over_left}.run();
}

}  // namespace confronta
