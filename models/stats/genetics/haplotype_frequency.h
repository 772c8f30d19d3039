#pragma once
// How common a lineage's haplotype is: a count in a database and what it allows.

namespace confronta::genetics {

/// `seen` of `size` haplotypes of a database equal the one in question; the case's own samples are
/// not among them. 0 <= seen <= size.
struct HaplotypeCount {
  int size = 0;
  int seen = 0;
};

/// (x + 1) / (n + 1): the database with the haplotype itself added. The frequency of the LR.
double frequency_plus_one(const HaplotypeCount& count);

/// The p with P(X <= x | n, p) = tail, X binomial (Clopper & Pearson 1934). tail = 0.05: the upper
/// end of the one-sided 95 % interval; 0.025: of the two-sided one, which is another number. 1
/// where x = n, so also for an empty database. Relative error below 1e-12.
double clopper_pearson_upper(const HaplotypeCount& count, double tail);

inline constexpr double tail_one_sided_95 = 0.05;
inline constexpr double tail_two_sided_95 = 0.025;

}  // namespace confronta::genetics
