#include "engine/infer/cores.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "engine/infer/disjoint_sets.h"

namespace confronta {
namespace {

/// A division of the nodes, with what counts against the limits of each piece.
class Pieces {
 public:
  Pieces(std::uint32_t lefts, std::uint32_t nodes, const std::vector<Twins>& twins)
      : first_right_(lefts), sets_(nodes), lefts_(nodes, 0), twins_(nodes, 0), choices_(nodes, 1) {
    for (std::uint32_t node = 0; node < lefts; ++node) lefts_[node] = 1;
    for (const Twins& twin : twins) {
      const std::uint32_t first = twin.left ? 0 : lefts;
      ++twins_[sets_.find(first + twin.a)];
      join(first + twin.a, first + twin.b);
      join(first + twin.a, first + twin.one);
    }
  }

  std::uint32_t of(std::uint32_t node) { return sets_.find(node); }

  void join(std::uint32_t a, std::uint32_t b) {
    a = sets_.find(a);
    b = sets_.find(b);
    if (!sets_.join(a, b)) return;
    const std::uint32_t root = sets_.find(a);
    const std::uint32_t other = root == a ? b : a;
    lefts_[root] += lefts_[other];
    twins_[root] += twins_[other];
    choices_[root] *= choices_[other];
  }

  void join(const JointGroup& group) {
    choices_[sets_.find(group.members.front())] *= group.choices();
    for (const std::uint32_t node : nodes_of(group)) join(group.members.front(), node);
  }

  bool fits(const JointGroup& group, const CoreLimits& limits) {
    std::set<std::uint32_t> roots;
    for (const std::uint32_t node : nodes_of(group)) roots.insert(sets_.find(node));
    std::uint32_t rows = 0, lefts = 0, twins = 0;
    double choices = group.choices();
    for (const std::uint32_t root : roots) {
      rows += sets_.size(root);
      lefts += lefts_[root];
      twins += twins_[root];
      choices *= choices_[root];
    }
    return std::min(lefts, rows - lefts) <= limits.width && rows <= limits.most_rows &&
           twins <= limits.twins && choices <= limits.choices;
  }

  bool fits(std::uint32_t a, std::uint32_t b, const CoreLimits& limits) {
    a = sets_.find(a);
    b = sets_.find(b);
    const std::uint32_t rows = sets_.size(a) + sets_.size(b);
    const std::uint32_t lefts = lefts_[a] + lefts_[b];
    return std::min(lefts, rows - lefts) <= limits.width && rows <= limits.most_rows &&
           twins_[a] + twins_[b] <= limits.twins && choices_[a] * choices_[b] <= limits.choices;
  }

 private:
  std::vector<std::uint32_t> nodes_of(const JointGroup& group) const {
    std::vector<std::uint32_t> nodes = group.members;
    for (std::size_t m = 0; m < group.members.size(); ++m)
      for (const std::uint32_t right : group.candidates(m)) nodes.push_back(first_right_ + right);
    return nodes;
  }

  std::uint32_t first_right_;
  DisjointSets sets_;
  // of the piece that a node is the root of
  std::vector<std::uint32_t> lefts_, twins_;
  std::vector<double> choices_;
};

class Divider {
 public:
  Divider(const MatchingProblem& problem, const std::vector<Twins>& twins,
          const std::vector<JointGroup>& groups, const CoreLimits& limits)
      : problem_(problem),
        twins_(twins),
        groups_(groups),
        limits_(limits),
        lefts_(static_cast<std::uint32_t>(problem.left_rest.size())),
        nodes_(lefts_ + static_cast<std::uint32_t>(problem.right_rest.size())) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> joint;  // edges of the groups' candidates
    for (const JointGroup& group : groups)
      for (std::size_t m = 0; m < group.members.size(); ++m)
        for (const std::uint32_t right : group.candidates(m))
          joint.emplace(group.members[m], right);
    for (std::uint32_t e = 0; e < problem.edges.size(); ++e)
      if (problem.edges[e].log_weight >= limits.log_floor ||
          joint.count({problem.edges[e].left, problem.edges[e].right}) != 0)
        strong_.push_back(e);
    result_.whole.assign(nodes_, 1);
    result_.of.assign(nodes_, Cores::alone);
  }

  Cores run() {
    Pieces components = twins_and_groups();
    for (const std::uint32_t e : strong_) components.join(left(e), right(e));
    std::vector<std::uint32_t> too_large;  // edges of components that must be divided
    for (Core& core : gather(components, strong_)) {
      result_.largest = std::max<std::uint64_t>(result_.largest, core.nodes.size());
      if (plan(core, limits_.whole)) {
        add(std::move(core));
        continue;
      }
      for (const std::uint32_t node : core.nodes) result_.whole[node] = 0;
      too_large.insert(too_large.end(), core.edges.begin(), core.edges.end());
    }
    divide(std::move(too_large));
    return std::move(result_);
  }

 private:
  std::uint32_t left(std::uint32_t e) const { return problem_.edges[e].left; }
  std::uint32_t right(std::uint32_t e) const { return lefts_ + problem_.edges[e].right; }

  Pieces twins_and_groups() const {
    Pieces pieces{lefts_, nodes_, twins_};
    for (const JointGroup& group : groups_) pieces.join(group);
    return pieces;
  }

  void divide(std::vector<std::uint32_t> edges) {
    std::sort(edges.begin(), edges.end(), [&](std::uint32_t a, std::uint32_t b) {
      const double x = problem_.edges[a].log_weight;
      const double y = problem_.edges[b].log_weight;
      return x != y ? x > y : a < b;
    });
    Pieces pieces = twins_and_groups();
    for (const std::uint32_t e : edges)
      if (pieces.fits(left(e), right(e), limits_)) pieces.join(left(e), right(e));
    std::sort(edges.begin(), edges.end());
    const double any = HUGE_VAL;
    for (Core& core : gather(pieces, edges)) {
      if (result_.whole[core.nodes.front()])
        continue;  // only its twins and groups were gathered again
      core.whole = false;
      // Never more than this width: the smaller side has no more nodes, or is one trio of twins.
      if (plan(core, {std::max(limits_.width, 3U), any})) add(std::move(core));
    }
  }

  /// Pieces of more than one node with the given edges inside them, by their first node.
  std::vector<Core> gather(Pieces& pieces, const std::vector<std::uint32_t>& edges) const {
    std::vector<std::uint32_t> size(nodes_, 0);
    for (std::uint32_t node = 0; node < nodes_; ++node) ++size[pieces.of(node)];
    std::vector<Core> cores;
    std::vector<std::uint32_t> number(nodes_, Cores::alone);
    for (std::uint32_t node = 0; node < nodes_; ++node) {
      const std::uint32_t root = pieces.of(node);
      if (size[root] < 2) continue;
      if (number[root] == Cores::alone) {
        number[root] = static_cast<std::uint32_t>(cores.size());
        cores.emplace_back();
      }
      cores[number[root]].nodes.push_back(node);
    }
    for (const std::uint32_t e : edges)
      if (pieces.of(left(e)) == pieces.of(right(e)))
        cores[number[pieces.of(left(e))]].edges.push_back(e);
    for (std::uint32_t t = 0; t < twins_.size(); ++t)
      cores[number[pieces.of((twins_[t].left ? 0 : lefts_) + twins_[t].a)]].twins.push_back(t);
    for (std::uint32_t g = 0; g < groups_.size(); ++g)
      cores[number[pieces.of(groups_[g].members.front())]].groups.push_back(g);
    return cores;
  }

  /// The core as a problem of its own, and the order that solves it; false if beyond the limits.
  bool plan(Core& core, const MatchingLimits& limits) const {
    if (core.twins.size() > limits_.twins) return false;
    double choices = 1;
    for (const std::uint32_t g : core.groups) choices *= groups_[g].choices();
    if (choices > limits_.choices) return false;
    core.ways = std::ldexp(choices, static_cast<int>(core.twins.size()));
    const auto split = std::lower_bound(core.nodes.begin(), core.nodes.end(), lefts_);
    const auto lefts = static_cast<std::uint32_t>(split - core.nodes.begin());
    const auto place = [&](std::uint32_t node) {
      return static_cast<std::uint32_t>(
          std::lower_bound(core.nodes.begin(), core.nodes.end(), node) - core.nodes.begin());
    };
    core.problem.left_rest.assign(lefts, 0);
    core.problem.right_rest.assign(core.nodes.size() - lefts, 0);
    core.problem.edges.clear();
    for (const std::uint32_t e : core.edges)
      core.problem.edges.push_back(
          {place(left(e)), place(right(e)) - lefts, problem_.edges[e].log_weight});
    MatchingLimits shared = limits;
    shared.work = limits.work / core.ways;
    auto order = plan_elimination(core.problem, shared);
    if (!order) return false;
    core.order = std::move(*order);
    return true;
  }

  void add(Core core) {
    for (const std::uint32_t node : core.nodes)
      result_.of[node] = static_cast<std::uint32_t>(result_.cores.size());
    result_.cores.push_back(std::move(core));
  }

  const MatchingProblem& problem_;
  const std::vector<Twins>& twins_;
  const std::vector<JointGroup>& groups_;
  const CoreLimits& limits_;
  std::uint32_t lefts_, nodes_;
  std::vector<std::uint32_t> strong_;  // edges of at least the floor
  Cores result_;
};

}  // namespace

Cores find_cores(const MatchingProblem& problem, const std::vector<Twins>& twins,
                 const CoreLimits& limits, const std::vector<JointGroup>& groups) {
  return Divider{problem, twins, groups, limits}.run();
}

std::vector<JointGroup> fitting(std::vector<JointGroup> groups, const MatchingProblem& problem,
                                const std::vector<Twins>& twins, const CoreLimits& limits) {
  const auto lefts = static_cast<std::uint32_t>(problem.left_rest.size());
  Pieces pieces{lefts, lefts + static_cast<std::uint32_t>(problem.right_rest.size()), twins};
  std::vector<JointGroup> fit;
  for (JointGroup& group : groups) {
    if (!pieces.fits(group, limits)) continue;
    pieces.join(group);
    fit.push_back(std::move(group));
  }
  return fit;
}

}  // namespace confronta
