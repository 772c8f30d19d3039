#include "engine/infer/identity_side.h"

#include <algorithm>

#include "models/stats/portable_math.h"

namespace confronta {

IdentitySide::IdentitySide(std::vector<double> chances, std::vector<double> chance_odds,
                           std::vector<std::uint32_t> places_of_rows,
                           const std::vector<double>& unlisted, double kappa,
                           const std::vector<Doubt>& doubts_of_side)
    : rows(static_cast<RowId>(chances.size())),
      doubts(doubts_of_side),
      chance(std::move(chances)),
      odds(std::move(chance_odds)),
      places(std::move(places_of_rows)) {
  for (RowId row = 0; row < rows; ++row) rest.push_back(odds[row] / kappa * unlisted[row]);
  places.resize(rows, 1);
  for (const auto& [a, b, posterior] : doubts) {
    chance.push_back(std::max(chance[a], chance[b]));
    odds.push_back(std::max(odds[a], odds[b]));
    rest.push_back(std::max(rest[a], rest[b]));
    places.push_back(1);
  }
  std::uint32_t node = 0;
  for (const std::uint32_t count : places) {
    first_node.push_back(node);
    node += count;
  }
}

std::vector<double> IdentitySide::node_rests() const {
  std::vector<double> rests;
  for (std::size_t row = 0; row < rest.size(); ++row)
    rests.insert(rests.end(), places[row], rest[row]);
  return rests;
}

std::vector<RowId> IdentitySide::stands_for(RowId row) const {
  if (row < rows) return {row};
  return {doubts[row - rows].a, doubts[row - rows].b};
}

void IdentitySide::add_twins(bool left, std::vector<Twins>& twins) const {
  for (RowId d = 0; d < doubts.size(); ++d) {
    const auto& [a, b, posterior] = doubts[d];
    const double one = posterior * (1 - chance[rows + d]);
    const double two = (1 - posterior) * (1 - chance[a]) * (1 - chance[b]);
    twins.push_back({left, first_node[a], first_node[b], first_node[rows + d],
                     portable_log(one) - portable_log(two)});
  }
}

}  // namespace confronta
