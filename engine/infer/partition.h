#pragma once
// Which records of one side are one individual: posteriors over the partitions of a few records.

#include <cstdint>
#include <vector>

namespace confronta {

/// P(partition) proportional to the product of the weights of its blocks. A block of k records has
///   w = prod over its pairs of phi^(2/k),
/// the (k-1)th power of the geometric mean of phi = prior odds x LR: k records take k - 1 links,
/// and the k(k-1)/2 comparisons of one individual must not count as independent evidence (a
/// composite likelihood). A record alone weighs 1 + rest.
struct PartitionProblem {
  static constexpr std::uint32_t most_records = 12;  // 3^12 block sums

  std::uint32_t records = 0;
  std::vector<double> log_phi;  // records x records, symmetric
  std::vector<char> apart;      // records x records, symmetric: cannot be one individual
  std::vector<double> rest;     // of each record: phi of pairs that are not in the problem

  explicit PartitionProblem(std::uint32_t n)
      : records(n), log_phi(n * n, 0.0), apart(n * n, 0), rest(n, 0.0) {}
};

struct PartitionPosteriors {
  std::vector<double> together;  // records x records: P(both are in one block)
  std::vector<double> alone;     // P(the record is a block of its own)
};

/// Exact, over all partitions. records <= most_records.
PartitionPosteriors solve(const PartitionProblem& problem);

}  // namespace confronta
