#include "engine/graph/pieces.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>

#include "engine/infer/disjoint_sets.h"

namespace confronta {

Pieces bounded_pieces(std::uint32_t nodes, const std::vector<GraphLink>& links,
                      std::uint32_t largest) {
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
  Graph graph{nodes};
  for (const GraphLink& link : links) boost::add_edge(link.a, link.b, graph);
  std::vector<std::uint32_t> component(nodes);
  const auto count =
      nodes == 0 ? 0U
                 : static_cast<std::uint32_t>(boost::connected_components(graph, component.data()));
  std::vector<std::uint32_t> size(count, 0);
  for (const std::uint32_t c : component) ++size[c];

  DisjointSets sets{nodes};
  for (const GraphLink& link : links)
    if (size[component[link.a]] <= largest || sets.size(link.a) + sets.size(link.b) <= largest)
      sets.join(link.a, link.b);
  Pieces pieces;
  constexpr std::uint32_t unnumbered = ~std::uint32_t{0};
  std::vector<std::uint32_t> number(nodes, unnumbered);
  for (std::uint32_t node = 0; node < nodes; ++node) {
    std::uint32_t& n = number[sets.find(node)];
    if (n == unnumbered) n = pieces.count++;
    pieces.of.push_back(n);
  }
  for (const GraphLink& link : links) pieces.cut += pieces.of[link.a] != pieces.of[link.b];
  return pieces;
}

}  // namespace confronta
