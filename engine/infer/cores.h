#pragma once
// Pieces of a matching problem that are small enough to be solved exactly.

#include <cstdint>
#include <vector>

#include "engine/infer/joint_groups.h"
#include "engine/infer/matching.h"

namespace confronta {

/// Two rows of one side that may be one (a report that may be another's duplicate, ...): either
/// `a` and `b` take part, or `one` does, which stands for both. `log_odds` is ln of what "one"
/// weighs against "two" before any pair is weighed. No node is in two twins.
struct Twins {
  bool left = true;  // nodes of the left side, else of the right
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t one = 0;
  double log_odds = 0;
};

struct CoreLimits {
  MatchingLimits whole;           // of a component that is solved as it is
  double log_floor = -6.9;        // ln phi from which pairs make components
  std::uint32_t width = 8;        // nodes of the smaller side of a core of a larger component
  std::uint32_t twins = 5;        // of a core: each doubles the work
  double choices = 4096;          // of a core's groups, together
  std::uint32_t most_rows = 200;  // of a core of a larger component
};

/// `nodes` are numbered left first, then right. `edges` are those of at least the floor between
/// them, and those of its groups' candidates.
struct Core {
  std::vector<std::uint32_t> nodes;  // sorted
  std::vector<std::uint32_t> edges;  // indices into the problem's
  std::vector<std::uint32_t> twins, groups;
  double ways = 1;          // in which twins and groups may be, each solved by itself
  MatchingProblem problem;  // its own, edges in the order of `edges`
  EliminationOrder order;
  bool whole = true;  // a component; else a part of one that is too large
};

struct Cores {
  std::vector<Core> cores;        // of more than one node
  std::uint64_t largest = 0;      // nodes of the largest component
  std::vector<char> whole;        // of each node: its component was not divided
  std::vector<std::uint32_t> of;  // of each node: the index of its core
  static constexpr std::uint32_t alone = ~std::uint32_t{0};
};

/// Components over the edges of at least the floor. One that cannot be solved within the limits is
/// divided: its edges are taken strongest first (ties by number), each joining two pieces unless
/// the piece would be too large. Twins stay together, and so do a group and its candidates.
Cores find_cores(const MatchingProblem& problem, const std::vector<Twins>& twins,
                 const CoreLimits& limits, const std::vector<JointGroup>& groups = {});

/// The groups that fit into cores together with the twins, in their order; one that would make a
/// core too large is left out, so that its edges weigh as they are.
std::vector<JointGroup> fitting(std::vector<JointGroup> groups, const MatchingProblem& problem,
                                const std::vector<Twins>& twins, const CoreLimits& limits);

}  // namespace confronta
