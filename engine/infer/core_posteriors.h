#pragma once
// One core, solved exactly over its matchings and over what its twins may be.

#include <cstdint>
#include <vector>

#include "engine/infer/cores.h"

namespace confronta {

struct CorePosteriors {
  std::vector<double> rest;   // of each of the core's nodes: what it was solved with
  std::vector<double> edges;  // P(matched), in the order of the core's edges
  std::vector<double> hold;   // of each node, against 1 + rest: by its edges, or by not taking part
};

/// Every way of its twins is solved by elimination and weighs with its sum over all matchings. A
/// node that takes no part has no edges and weighs 1. `lefts`: of the whole problem, since `nodes`
/// counts left first.
CorePosteriors solve_core(const Core& core, const std::vector<Twins>& twins, std::uint32_t lefts,
                          std::vector<double> rest);

}  // namespace confronta
