#pragma once
// Nodes and links as pieces of a bounded size.

#include <cstdint>
#include <vector>

namespace confronta {

struct GraphLink {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

struct Pieces {
  std::vector<std::uint32_t> of;  // the piece of each node, numbered from 0
  std::uint32_t count = 0;
  std::uint64_t cut = 0;  // links whose ends lie in different pieces
};

/// The connected components; one of more than `largest` nodes is split by taking its links in their
/// order (strongest first), each unless it would make a piece of more than `largest`.
Pieces bounded_pieces(std::uint32_t nodes, const std::vector<GraphLink>& links,
                      std::uint32_t largest);

}  // namespace confronta
