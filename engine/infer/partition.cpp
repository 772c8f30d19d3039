#include "engine/infer/partition.h"

#include <algorithm>
#include <bit>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

/// 10^12: weights beyond it change no posterior that a person reads, and eleven of them stay in the
/// range of a double.
constexpr double greatest_log_phi = 27.631021115928547;

std::vector<double> block_weights(const PartitionProblem& problem) {
  const std::uint32_t n = problem.records;
  std::vector<double> weight(std::size_t{1} << n, 0.0);
  for (std::size_t block = 1; block < weight.size(); ++block) {
    const int size = std::popcount(block);
    if (size == 1) {
      weight[block] = 1 + problem.rest[static_cast<std::size_t>(std::countr_zero(block))];
      continue;
    }
    double sum = 0;
    bool possible = true;
    for (std::uint32_t a = 0; a < n && possible; ++a) {
      if ((block >> a & 1) == 0) continue;
      for (std::uint32_t b = a + 1; b < n && possible; ++b) {
        if ((block >> b & 1) == 0) continue;
        sum += std::min(problem.log_phi[a * n + b], greatest_log_phi);
        possible = problem.apart[a * n + b] == 0;
      }
    }
    if (possible) weight[block] = portable_exp(2.0 / size * sum);
  }
  return weight;
}

}  // namespace

PartitionPosteriors solve(const PartitionProblem& problem) {
  const std::uint32_t n = problem.records;
  const std::vector<double> weight = block_weights(problem);
  const std::size_t all = weight.size() - 1;
  std::vector<double> sum(weight.size(), 0.0);  // over the partitions of a set
  sum[0] = 1;
  for (std::size_t set = 1; set <= all; ++set) {
    const std::size_t first = set & (~set + 1);
    const std::size_t others = set ^ first;
    for (std::size_t part = others;; part = (part - 1) & others) {
      sum[set] += weight[first | part] * sum[others ^ part];
      if (part == 0) break;
    }
  }
  PartitionPosteriors posteriors{std::vector<double>(n * n, 0.0), std::vector<double>(n, 0.0)};
  for (std::size_t block = 1; block <= all; ++block) {
    if (weight[block] == 0) continue;
    const double chance = weight[block] * sum[all ^ block] / sum[all];
    for (std::uint32_t a = 0; a < n; ++a) {
      if ((block >> a & 1) == 0) continue;
      if (std::has_single_bit(block)) posteriors.alone[a] = chance;
      for (std::uint32_t b = 0; b < n; ++b)
        if (b != a && (block >> b & 1) != 0) posteriors.together[a * n + b] += chance;
    }
  }
  return posteriors;
}

}  // namespace confronta
