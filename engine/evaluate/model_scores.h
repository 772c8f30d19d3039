#pragma once
// The models' scores one by one, and how far they say the same thing.

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "engine/match.h"

namespace confronta {

/// The scores of one left row with the given right rows (strictly increasing), a column for each
/// model in the order of relation.names.
std::vector<std::vector<Score>> score_by_model(const PreparedRelation& relation, RowId left,
                                               std::span<const RowId> right);

using RowPair = std::pair<RowId, RowId>;

/// About `wanted` of all pairs of the two sides, each with the same chance, decided by a hash of
/// the pair and the seed; all of them where there are no more. Ascending, without those in
/// `left_out` (ascending).
std::vector<RowPair> sample_pairs(RowId lefts, RowId rights, std::uint64_t wanted,
                                  std::uint64_t seed, std::span<const RowPair> left_out);

struct ModelCorrelation {
  std::uint64_t pairs = 0;  // looked at
  /// Pearson's correlation of two models' log10 LRs over the pairs of which both speak, and how
  /// many these are. Nothing for fewer than `fewest_pairs`, or where one of them never varies.
  std::vector<std::vector<std::optional<double>>> correlation;
  std::vector<std::vector<std::uint64_t>> both_speak;
};
inline constexpr std::uint64_t fewest_pairs = 50;

/// `pairs` ascending. The same for any number of threads (0 = all cores).
ModelCorrelation correlate_models(const PreparedRelation& relation, std::span<const RowPair> pairs,
                                  int threads);

}  // namespace confronta
