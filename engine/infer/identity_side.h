#pragma once
// One side of identity as nodes of a matching problem.

#include <cstdint>
#include <vector>

#include "engine/infer/cores.h"
#include "engine/infer/doubts.h"

namespace confronta {

/// The rows of one side, then the rows that stand for its doubts. Each has as many nodes as places
/// (a lot's are nodes of their own), numbered in this order. Together, two rows in doubt have the
/// greater chance and rest of the two.
struct IdentitySide {
  RowId rows = 0;
  std::vector<Doubt> doubts;
  std::vector<double> chance;         // of a partner in the store
  std::vector<double> odds;           // of that
  std::vector<double> rest;           // lambda x the LRs of the pairs that were not kept
  std::vector<std::uint32_t> places;  // at least 1
  std::vector<std::uint32_t> first_node;

  /// `unlisted`: sums of the other rows' odds x LR over the pairs that were not kept.
  IdentitySide(std::vector<double> chances, std::vector<double> chance_odds,
               std::vector<std::uint32_t> places_of_rows, const std::vector<double>& unlisted,
               double kappa, const std::vector<Doubt>& doubts_of_side);

  /// The rest of every node.
  std::vector<double> node_rests() const;
  /// The rows that a row, or the row of a doubt, stands for.
  std::vector<RowId> stands_for(RowId row) const;
  /// A doubt's two ways weigh by its posterior, and by the chance of each of its rows to have no
  /// partner, which is the weight of a row left free.
  void add_twins(bool left, std::vector<Twins>& twins) const;
};

}  // namespace confronta
