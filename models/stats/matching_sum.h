#pragma once
// Two short lists of things that may be the same things: sums over every way to pair them up.

#include <array>
#include <cstdint>

namespace confronta {

/// No list is longer; callers shorten theirs by a rule of their own.
inline constexpr int most_listed = 10;

/// The sum over all partial matchings M of size_weight[|M|] * product over (a, p) in M of
/// odds[a * right + p]. A likelihood is this sum; the best matching alone is not one. `left` and
/// `right` lie in 0..most_listed; size_weight has min(left, right) + 1 entries. By dynamic
/// programming over the subsets of the shorter list: 2^min * left * right / 2 steps at most.
double matching_sum(const double* odds, int left, int right, const double* size_weight);

/// The matching with the greatest term of that sum, as the right index of each left item or -1; of
/// equals the one that leaves more unmatched. For drawing only.
std::array<int, most_listed> best_matching(const double* odds, int left, int right,
                                           const double* size_weight);

}  // namespace confronta
