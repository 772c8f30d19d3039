#include "engine/infer/coupling.h"

#include <algorithm>
#include <cmath>

#include "engine/infer/core_posteriors.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr double most_rounds = 1000;
constexpr double fewest_rounds = 50;
constexpr double most_work = 1e10;  // additions, some ten seconds
constexpr double settled = 1e-10;   // greatest change of a message, of itself
constexpr double unchanged = 1e-12;

class Coupling {
 public:
  Coupling(const MatchingProblem& problem, const std::vector<Twins>& twins,
           const std::vector<JointGroup>& groups, const Cores& cores)
      : problem_(problem),
        twins_(twins),
        groups_(groups),
        cores_(cores),
        lefts_(static_cast<std::uint32_t>(problem.left_rest.size())),
        rest_(problem.left_rest),
        solved_(cores.cores.size()) {
    rest_.insert(rest_.end(), problem.right_rest.begin(), problem.right_rest.end());
    hold_.assign(rest_.size(), 0);
    field_.assign(rest_.size(), 0);
    std::vector<char> inside(problem.edges.size(), 0);
    for (const Core& core : cores.cores)
      for (const std::uint32_t e : core.edges) inside[e] = 1;
    between_.resize(rest_.size());
    for (std::uint32_t e = 0; e < problem.edges.size(); ++e) {
      if (inside[e]) continue;
      const auto& [left, right, log_weight] = problem.edges[e];
      const auto n = static_cast<std::uint32_t>(pairs_.size());
      pairs_.push_back({e, portable_exp(std::min(log_weight, greatest_log_weight)), 1, 1});
      between_[left].push_back(n);
      between_[lefts_ + right].push_back(n);
    }
  }

  CoupledPosteriors run() {
    CoupledPosteriors result;
    const auto rounds = static_cast<std::uint32_t>(
        std::clamp(most_work / (1 + work()), fewest_rounds, most_rounds));
    gather_fields();
    solve_cores();
    do {
      const double change = send();
      gather_fields();
      solve_cores();
      result.converged = change < settled;
    } while (!result.converged && ++result.rounds < rounds);
    result.edges.assign(problem_.edges.size(), 0);
    for (const Pair& pair : pairs_) {
      result.strong_between += pair.phi >= 1;
      const double odds = pair.phi * pair.from_left * pair.from_right;
      result.edges[pair.edge] = odds / (1 + odds);
    }
    for (std::size_t c = 0; c < solved_.size(); ++c)
      for (std::size_t k = 0; k < solved_[c].edges.size(); ++k)
        result.edges[cores_.cores[c].edges[k]] = solved_[c].edges[k];
    for (std::uint32_t node = 0; node < rest_.size(); ++node)
      (node < lefts_ ? result.left_free : result.right_free)
          .push_back((1 + rest_[node]) / (1 + rest_[node] + field_[node] + hold_[node]));
    return result;
  }

 private:
  /// A pair between two cores, with its messages.
  struct Pair {
    std::uint32_t edge;
    double phi;
    double from_left, from_right;
  };

  /// Of one round.
  double work() const {
    double work = 10 * static_cast<double>(pairs_.size());
    for (const Core& core : cores_.cores) work += core.order.work * core.ways;
    return work;
  }

  double incoming(std::uint32_t node, const Pair& pair) const {
    return pair.phi * (node < lefts_ ? pair.from_right : pair.from_left);
  }

  void gather_fields() {
    for (std::uint32_t node = 0; node < rest_.size(); ++node) {
      field_[node] = 0;
      for (const std::uint32_t n : between_[node]) field_[node] += incoming(node, pairs_[n]);
    }
  }

  /// Every core whose fields have changed.
  void solve_cores() {
    for (std::size_t c = 0; c < solved_.size(); ++c) {
      const Core& core = cores_.cores[c];
      std::vector<double> rest;
      for (const std::uint32_t node : core.nodes) rest.push_back(rest_[node] + field_[node]);
      CorePosteriors& solved = solved_[c];
      const auto same = [](double a, double b) { return std::fabs(a - b) <= unchanged * (1 + a); };
      if (std::equal(rest.begin(), rest.end(), solved.rest.begin(), solved.rest.end(), same))
        continue;
      solved = solve_core(core, twins_, groups_, lefts_, std::move(rest));
      for (std::size_t k = 0; k < core.nodes.size(); ++k) hold_[core.nodes[k]] = solved.hold[k];
    }
  }

  /// New messages out of every node, halfway from the old ones; the greatest change. Both sides
  /// answer the same round: in turns, one side would lead the other away from the fixed point
  /// wherever strong pairs balance.
  double send() {
    double change = 0;
    next_ = pairs_;
    for (std::uint32_t node = 0; node < rest_.size(); ++node) {
      const double all = 1 + rest_[node] + hold_[node] + field_[node];
      for (const std::uint32_t n : between_[node]) {
        const double own = incoming(node, pairs_[n]);
        // Where one pair outweighs the others, subtracting it would lose them.
        const double others = own < all / 2 ? all - own : all_but(node, n);
        double& message = node < lefts_ ? next_[n].from_left : next_[n].from_right;
        const double before = message;
        message = std::sqrt(before / others);
        change = std::max(change, std::fabs(message - before) / before);
      }
    }
    pairs_.swap(next_);
    return change;
  }

  double all_but(std::uint32_t node, std::uint32_t pair) const {
    double sum = 1 + rest_[node] + hold_[node];
    for (const std::uint32_t n : between_[node])
      if (n != pair) sum += incoming(node, pairs_[n]);
    return sum;
  }

  const MatchingProblem& problem_;
  const std::vector<Twins>& twins_;
  const std::vector<JointGroup>& groups_;
  const Cores& cores_;
  std::uint32_t lefts_;
  std::vector<double> rest_;  // of each node, left first
  std::vector<CorePosteriors> solved_;
  std::vector<double> hold_, field_;
  std::vector<Pair> pairs_, next_;
  std::vector<std::vector<std::uint32_t>> between_;  // pairs of each node
};

}  // namespace

CoupledPosteriors solve_coupled(const MatchingProblem& problem, const std::vector<Twins>& twins,
                                const Cores& cores, const std::vector<JointGroup>& groups) {
  return Coupling{problem, twins, groups, cores}.run();
}

}  // namespace confronta
