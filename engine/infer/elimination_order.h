#pragma once
// In which order the nodes of one side of a component are decided, and what that costs.

#include <cstdint>
#include <optional>
#include <vector>

namespace confronta {

struct MatchingProblem;
struct MatchingLimits;

/// One step decides the partner of one node (`node`, of the side that is eliminated). The nodes of
/// the other side that it may take are "in play" from the first step that names them to the last;
/// in the table each has a bit. `opened` nodes get the next bits on top; `edge_bit` is the bit of
/// each edge's far end; `closing_bits` are taken out after the step, one after the other, each
/// counted after the ones before were taken out.
struct EliminationStep {
  std::uint32_t node = 0;
  std::vector<std::uint32_t> edges;  // indices into MatchingProblem::edges
  std::vector<std::uint32_t> edge_bits;
  std::uint32_t width_before = 0;
  std::uint32_t opened = 0;
  std::vector<std::uint32_t> closing_bits;
  std::vector<std::uint32_t> closed;  // the far nodes that the bits stand for

  std::uint32_t width() const { return width_before + opened; }
};

struct EliminationOrder {
  std::vector<EliminationStep> steps;
  std::uint32_t width = 0;  // the greatest
  double work = 0;          // additions, three passes included
  bool over_left = true;    // left nodes are decided, else right ones
};

/// Greedy: the next node is the one that leaves the fewest far nodes in play; of equals the one
/// with the lower number. `over_left`: left nodes are decided. Nothing if the order exceeds the
/// limits.
std::optional<EliminationOrder> elimination_order(const MatchingProblem& problem, bool over_left,
                                                  const MatchingLimits& limits);

}  // namespace confronta
