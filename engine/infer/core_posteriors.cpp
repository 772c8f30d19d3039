#include "engine/infer/core_posteriors.h"

#include <algorithm>
#include <utility>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr double no_weight = -1e4;  // portable_exp of it is 0
constexpr double greatest_hold = 1e200;

/// One way of the core's twins and groups.
struct Way {
  std::vector<char> open;              // of each node: takes part, and its partner is not named
  std::vector<char> closed;            // of each edge: its member has none of its candidates
  std::vector<std::uint32_t> matched;  // edges
  double log_weight = 0;
};

/// All ways of a core, one after the other.
class Ways {
 public:
  Ways(const Core& core, const std::vector<Twins>& twins, const std::vector<JointGroup>& groups,
       std::uint32_t lefts)
      : core_(core), twins_(twins), groups_(groups), lefts_(lefts) {
    for (std::uint32_t mask = 0; mask < 1U << core.twins.size(); ++mask)
      give_partners(of_twins(mask), 0, 0);
  }
  const std::vector<Way>& list() const { return list_; }

 private:
  std::size_t place(bool left, std::uint32_t node) const {
    const std::uint32_t number = (left ? 0 : lefts_) + node;
    return static_cast<std::size_t>(
        std::lower_bound(core_.nodes.begin(), core_.nodes.end(), number) - core_.nodes.begin());
  }

  Way of_twins(std::uint32_t mask) const {
    Way way;
    way.open.assign(core_.nodes.size(), 1);
    way.closed.assign(core_.edges.size(), 0);
    for (std::size_t t = 0; t < core_.twins.size(); ++t) {
      const Twins& twin = twins_[core_.twins[t]];
      if ((mask >> t & 1) != 0) {
        way.log_weight += twin.log_odds;
        way.open[place(twin.left, twin.a)] = way.open[place(twin.left, twin.b)] = 0;
      } else {
        way.open[place(twin.left, twin.one)] = 0;
      }
    }
    return way;
  }

  /// Goes on with a member of a group: each of its candidates that is still free, or none of them.
  void give_partners(const Way& way, std::size_t g, std::size_t member) {
    if (g == core_.groups.size()) {
      list_.push_back(way);
      return;
    }
    const JointGroup& group = groups_[core_.groups[g]];
    if (member == group.members.size()) {
      Way whole = way;
      whole.log_weight += group.excess(assigned_);
      const std::vector<std::uint32_t> kept = std::exchange(assigned_, {});
      give_partners(whole, g + 1, 0);
      assigned_ = kept;
      return;
    }
    const std::vector<std::uint32_t> candidates = group.candidates(member);
    const std::size_t left = place(true, group.members[member]);
    const auto lefts = static_cast<std::uint32_t>(core_.problem.left_rest.size());
    Way none = way;
    for (std::uint32_t e = 0; e < core_.edges.size(); ++e) {
      const MatchingEdge& edge = core_.problem.edges[e];
      const std::size_t right = lefts + edge.right;
      const std::uint32_t node = core_.nodes[right] - lefts_;
      if (edge.left != left || !std::binary_search(candidates.begin(), candidates.end(), node))
        continue;
      none.closed[e] = 1;
      if (!way.open[left] || !way.open[right]) continue;
      Way one = way;
      one.open[left] = one.open[right] = 0;
      one.matched.push_back(e);
      one.log_weight += std::min(edge.log_weight, greatest_log_weight);
      assigned_.push_back(node);
      give_partners(one, g, member + 1);
      assigned_.pop_back();
    }
    assigned_.push_back(no_node);
    give_partners(none, g, member + 1);
    assigned_.pop_back();
  }

  const Core& core_;
  const std::vector<Twins>& twins_;
  const std::vector<JointGroup>& groups_;
  std::uint32_t lefts_;
  std::vector<std::uint32_t> assigned_;  // of the group's members so far
  std::vector<Way> list_;
};

MatchingProblem problem_of(const Core& core, const std::vector<double>& rest, const Way& way) {
  MatchingProblem problem = core.problem;
  const std::size_t lefts = problem.left_rest.size();
  for (std::size_t k = 0; k < rest.size(); ++k)
    (k < lefts ? problem.left_rest[k] : problem.right_rest[k - lefts]) = way.open[k] ? rest[k] : 0;
  for (std::size_t e = 0; e < problem.edges.size(); ++e) {
    MatchingEdge& edge = problem.edges[e];
    if (way.closed[e] || !way.open[edge.left] || !way.open[lefts + edge.right])
      edge.log_weight = no_weight;
  }
  return problem;
}

}  // namespace

CorePosteriors solve_core(const Core& core, const std::vector<Twins>& twins,
                          const std::vector<JointGroup>& groups, std::uint32_t lefts,
                          std::vector<double> rest) {
  const Ways all{core, twins, groups, lefts};
  std::vector<MatchingPosteriors> solved;
  std::vector<double> chance;
  for (const Way& way : all.list()) {
    solved.push_back(eliminate(problem_of(core, rest, way), core.order));
    chance.push_back(way.log_weight + solved.back().log_total);
  }
  const double greatest = *std::max_element(chance.begin(), chance.end());
  double sum = 0;
  for (double& c : chance) sum += c = portable_exp(c - greatest);
  CorePosteriors result;
  result.edges.assign(core.edges.size(), 0);
  std::vector<double> free(rest.size(), 0), taken(rest.size(), 0);
  const std::size_t own_lefts = core.problem.left_rest.size();
  for (std::size_t w = 0; w < solved.size(); ++w) {
    const Way& way = all.list()[w];
    const double share = chance[w] / sum;
    for (std::size_t e = 0; e < core.edges.size(); ++e)
      result.edges[e] += share * solved[w].edges[e];
    for (const std::uint32_t e : way.matched) result.edges[e] += share;
    for (std::size_t k = 0; k < rest.size(); ++k) {
      if (!way.open[k]) {
        taken[k] += share;
        continue;
      }
      const double hold =
          k < own_lefts ? solved[w].left_hold[k] : solved[w].right_hold[k - own_lefts];
      free[k] += share * (1 + rest[k]) / (1 + rest[k] + hold);
      taken[k] += share * hold / (1 + rest[k] + hold);
    }
  }
  for (std::size_t k = 0; k < rest.size(); ++k)
    result.hold.push_back(taken[k] < greatest_hold * free[k] ? taken[k] / free[k] * (1 + rest[k])
                                                             : greatest_hold);
  result.rest = std::move(rest);
  return result;
}

}  // namespace confronta
