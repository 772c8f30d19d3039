#include "engine/infer/elimination_order.h"

#include <algorithm>
#include <cmath>

#include "engine/infer/matching.h"

namespace confronta {
namespace {

/// Works out an order and keeps the books of which far node has which bit.
class Planner {
 public:
  Planner(const MatchingProblem& problem, bool over_left) : problem_(problem), left_(over_left) {
    edges_of_.resize(over_left ? problem.left_rest.size() : problem.right_rest.size());
    open_edges_.assign(over_left ? problem.right_rest.size() : problem.left_rest.size(), 0);
    in_play_.assign(open_edges_.size(), false);
    order_.over_left = over_left;
    for (std::uint32_t e = 0; e < problem.edges.size(); ++e) {
      edges_of_[near(e)].push_back(e);
      ++open_edges_[far(e)];
    }
  }

  std::optional<EliminationOrder> plan(const MatchingLimits& limits) {
    std::vector<bool> done(edges_of_.size(), false);
    for (std::size_t count = 0; count < edges_of_.size(); ++count) {
      std::uint32_t best = 0;
      int best_growth = 0;
      bool found = false;
      for (std::uint32_t node = 0; node < edges_of_.size(); ++node) {
        if (done[node]) continue;
        const int growth = growth_of(node);
        if (!found || growth < best_growth) {
          best = node;
          best_growth = growth;
          found = true;
        }
      }
      done[best] = true;
      take(best);
      if (order_.width > limits.width || order_.work > limits.work) return std::nullopt;
    }
    return std::move(order_);
  }

 private:
  std::uint32_t near(std::uint32_t e) const {
    return left_ ? problem_.edges[e].left : problem_.edges[e].right;
  }
  std::uint32_t far(std::uint32_t e) const {
    return left_ ? problem_.edges[e].right : problem_.edges[e].left;
  }

  /// By how many nodes in play the table grows; closing counts half, since the step itself is done
  /// before.
  int growth_of(std::uint32_t node) const {
    int growth = 0;
    for (const std::uint32_t e : edges_of_[node]) {
      if (!in_play_[far(e)]) growth += 2;
      if (open_edges_[far(e)] == 1) growth -= 1;
    }
    return growth;
  }

  void take(std::uint32_t node) {
    EliminationStep step;
    step.node = node;
    step.edges = edges_of_[node];
    step.width_before = static_cast<std::uint32_t>(bits_.size());
    for (const std::uint32_t e : step.edges)
      if (!in_play_[far(e)]) {
        in_play_[far(e)] = true;
        bits_.push_back(far(e));
        ++step.opened;
      }
    for (const std::uint32_t e : step.edges) {
      const auto at = std::find(bits_.begin(), bits_.end(), far(e));
      step.edge_bits.push_back(static_cast<std::uint32_t>(at - bits_.begin()));
      --open_edges_[far(e)];
    }
    for (const std::uint32_t e : step.edges)
      if (open_edges_[far(e)] == 0) {
        const auto at = std::find(bits_.begin(), bits_.end(), far(e));
        step.closing_bits.push_back(static_cast<std::uint32_t>(at - bits_.begin()));
        step.closed.push_back(far(e));
        bits_.erase(at);
      }
    order_.width = std::max(order_.width, step.width());
    constexpr double passes = 3;  // forward, forward again, backward
    const double states = std::ldexp(1.0, static_cast<int>(step.width()));
    order_.work += passes * states * static_cast<double>(step.edges.size() + 2);
    order_.steps.push_back(std::move(step));
  }

  const MatchingProblem& problem_;
  bool left_;
  std::vector<std::vector<std::uint32_t>> edges_of_;  // of the nodes that are decided
  std::vector<std::uint32_t> open_edges_;             // of the far nodes, to nodes not yet decided
  std::vector<bool> in_play_;
  std::vector<std::uint32_t> bits_;  // the far node of each bit
  EliminationOrder order_;
};

}  // namespace

std::optional<EliminationOrder> elimination_order(const MatchingProblem& problem, bool over_left,
                                                  const MatchingLimits& limits) {
  return Planner{problem, over_left}.plan(limits);
}

}  // namespace confronta
