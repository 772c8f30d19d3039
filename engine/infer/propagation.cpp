#include <algorithm>
#include <cmath>

#include "engine/infer/matching.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr std::size_t most_rounds = 2000;
constexpr std::size_t fewest_rounds = 50;
constexpr std::size_t most_messages = 100'000'000;  // some ten seconds
constexpr double settled = 1e-10;                   // greatest change of a log message

/// Messages ln x along every edge, in both directions:
///   x_{i->j} = 1 / (1 + r_i + sum_{k != j} phi_ik x_{k->i}).
class Propagation {
 public:
  explicit Propagation(const MatchingProblem& problem)
      : problem_(problem),
        at_left_(problem.left_rest.size()),
        at_right_(problem.right_rest.size()),
        from_left_(problem.edges.size(), 0.0),
        from_right_(problem.edges.size(), 0.0) {
    for (std::uint32_t e = 0; e < problem.edges.size(); ++e) {
      at_left_[problem.edges[e].left].push_back(e);
      at_right_[problem.edges[e].right].push_back(e);
      log_weight_.push_back(std::min(problem.edges[e].log_weight, greatest_log_weight));
    }
  }

  MatchingPosteriors run() {
    bool converged = false;
    const std::size_t rounds = std::clamp(
        most_messages / std::max<std::size_t>(1, from_left_.size()), fewest_rounds, most_rounds);
    for (std::size_t round = 0; round < rounds && !converged; ++round) {
      // Both sides answer the same round: in turns, one side would lead the other away from the
      // fixed point wherever strong links balance.
      next_left_ = from_left_;
      const double left = send(at_left_, problem_.left_rest, from_right_, next_left_);
      const double right = send(at_right_, problem_.right_rest, from_left_, from_right_);
      from_left_.swap(next_left_);
      converged = std::max(left, right) < settled;
    }
    MatchingPosteriors posteriors;
    for (std::size_t e = 0; e < log_weight_.size(); ++e) {
      const double log_odds = log_weight_[e] + from_left_[e] + from_right_[e];
      posteriors.edges.push_back(1 / (1 + portable_exp(-log_odds)));
    }
    const std::size_t nodes = at_left_.size() + at_right_.size();
    posteriors.converged = converged;
    posteriors.exact = converged && log_weight_.size() + 1 == nodes;  // connected: a tree
    return posteriors;
  }

 private:
  using Incidence = std::vector<std::vector<std::uint32_t>>;

  /// New messages out of every node of one side, halfway from the old ones; the greatest change.
  double send(const Incidence& incidence, const std::vector<double>& rest,
              const std::vector<double>& incoming, std::vector<double>& outgoing) {
    double change = 0;
    for (std::size_t node = 0; node < incidence.size(); ++node) {
      const auto& edges = incidence[node];
      terms_.clear();
      double greatest = portable_log(1 + rest[node]);
      const double none = greatest;
      for (const std::uint32_t e : edges) {
        terms_.push_back(log_weight_[e] + incoming[e]);
        greatest = std::max(greatest, terms_.back());
      }
      for (double& term : terms_) term = portable_exp(term - greatest);
      // Sums of all terms but one, from both ends: subtracting one from the whole loses the others
      // where it is the greatest.
      before_.assign(terms_.size(), portable_exp(none - greatest));
      for (std::size_t k = 1; k < terms_.size(); ++k) before_[k] = before_[k - 1] + terms_[k - 1];
      double behind = 0;
      for (std::size_t k = terms_.size(); k-- > 0;) {
        const double target = -(greatest + portable_log(before_[k] + behind));
        const double next = 0.5 * (outgoing[edges[k]] + target);
        change = std::max(change, std::fabs(next - outgoing[edges[k]]));
        outgoing[edges[k]] = next;
        behind += terms_[k];
      }
    }
    return change;
  }

  const MatchingProblem& problem_;
  Incidence at_left_, at_right_;
  std::vector<double> log_weight_;
  std::vector<double> from_left_, from_right_, next_left_;
  std::vector<double> terms_, before_;
};

}  // namespace

MatchingPosteriors propagate(const MatchingProblem& problem) { return Propagation{problem}.run(); }

MatchingPosteriors solve(const MatchingProblem& problem, const MatchingLimits& limits) {
  if (auto exact = eliminate(problem, limits)) return std::move(*exact);
  return propagate(problem);
}

}  // namespace confronta
