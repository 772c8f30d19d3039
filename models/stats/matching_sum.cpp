#include "models/stats/matching_sum.h"

#include <algorithm>
#include <bit>

namespace confronta {
namespace {

constexpr std::size_t subsets = std::size_t{1} << most_listed;

// Which list is walked through, and which one's subsets are kept: the shorter.
struct Shape {
  int walked, kept;
  int walked_step, kept_step;
};

Shape shape_of(int left, int right) {
  if (left >= right) return {left, right, right, 1};
  return {right, left, 1, right};
}

}  // namespace

double matching_sum(const double* odds, int left, int right, const double* size_weight) {
  const Shape shape = shape_of(left, right);
  if (shape.kept == 0) return size_weight[0];
  if (shape.kept == 1) {
    double sum = 0;
    for (int i = 0; i < shape.walked; ++i) sum += odds[i];
    return size_weight[0] + size_weight[1] * sum;
  }
  // sums[s]: over the matchings of the items walked so far whose kept items are exactly s
  std::array<double, subsets> sums;
  const unsigned all = 1U << shape.kept;
  std::fill_n(sums.begin(), all, 0.0);
  sums[0] = 1;
  for (int i = 0; i < shape.walked; ++i) {
    const double* row = odds + i * shape.walked_step;
    for (unsigned set = all - 1; set > 0;
         --set) {  // downwards: smaller sets are still the old ones
      double more = 0;
      for (unsigned rest = set; rest != 0; rest &= rest - 1)
        more += sums[set & ~(rest & -rest)] * row[std::countr_zero(rest) * shape.kept_step];
      sums[set] += more;
    }
  }
  double total = 0;
  for (unsigned set = 0; set < all; ++set) total += sums[set] * size_weight[std::popcount(set)];
  return total;
}

std::array<int, most_listed> best_matching(const double* odds, int left, int right,
                                           const double* size_weight) {
  struct Best {
    double term = 0;
    std::array<int, most_listed> of_left;
  };
  std::array<int, most_listed> none;
  none.fill(-1);
  std::array<Best, subsets> best;
  const unsigned all = 1U << right;
  for (unsigned set = 0; set < all; ++set) best[set] = {set == 0 ? 1.0 : 0.0, none};
  for (int a = 0; a < left; ++a)
    for (unsigned set = all - 1; set > 0; --set)
      for (int p = 0; p < right; ++p) {
        if (!(set >> p & 1U)) continue;
        const Best& before = best[set & ~(1U << p)];
        const double term = before.term * odds[a * right + p];
        if (term <= best[set].term) continue;
        best[set] = {term, before.of_left};
        best[set].of_left[static_cast<std::size_t>(a)] = p;
      }
  unsigned winner = 0;
  for (unsigned set = 1; set < all; ++set)
    if (best[set].term * size_weight[std::popcount(set)] >
        best[winner].term * size_weight[std::popcount(winner)])
      winner = set;
  return best[winner].of_left;
}

}  // namespace confronta
