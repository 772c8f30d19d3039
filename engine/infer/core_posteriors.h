#pragma once
// One core, solved exactly over its matchings, over what its twins may be, and over whom the
// members of its groups are.

#include <cstdint>
#include <vector>

#include "engine/infer/cores.h"

namespace confronta {

struct CorePosteriors {
  std::vector<double> rest;   // of each of the core's nodes: what it was solved with
  std::vector<double> edges;  // P(matched), in the order of the core's edges
  std::vector<double> hold;   // of each node, against 1 + rest: by its edges, or by not taking part
};

/// Every way of its twins, and of giving each member of a group one of its candidates or none of
/// them, is solved by elimination and weighs with its sum over all matchings. A node that takes no
/// part, or whose partner the way names, has no edges and weighs 1. `lefts`: of the whole problem,
/// since `nodes` counts left first.
CorePosteriors solve_core(const Core& core, const std::vector<Twins>& twins,
                          const std::vector<JointGroup>& groups, std::uint32_t lefts,
                          std::vector<double> rest);

}  // namespace confronta
