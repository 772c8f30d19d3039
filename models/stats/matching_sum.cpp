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

constexpr auto sizes = [] {
  std::array<std::uint8_t, subsets> sizes{};
  for (unsigned set = 0; set < subsets; ++set)
    sizes[set] = static_cast<std::uint8_t>(std::popcount(set));
  return sizes;
}();

/// sums[s]: over the matchings of the items walked so far whose kept items are exactly s. With the
/// number of kept items known to the compiler the loops unroll; the additions keep their order.
template <int kept>
double sum_over_subsets(const double* odds, const Shape& shape, const double* size_weight) {
  constexpr unsigned all = 1U << kept;
  std::array<double, all> sums{};
  sums[0] = 1;
  for (int i = 0; i < shape.walked; ++i) {
    const double* row = odds + i * shape.walked_step;
    std::array<double, all> more{};
    for (int p = 0; p < kept; ++p) {
      const double of_kept = row[p * shape.kept_step];
      const unsigned bit = 1U << p;
      for (unsigned above = 0; above < all; above += 2 * bit)
        for (unsigned set = above; set < above + bit; ++set) more[set | bit] += sums[set] * of_kept;
    }
    for (unsigned set = 0; set < all; ++set) sums[set] += more[set];
  }
  double total = 0;
  for (unsigned set = 0; set < all; ++set) total += sums[set] * size_weight[sizes[set]];
  return total;
}

}  // namespace

double matching_sum(const double* odds, int left, int right, const double* size_weight) {
  const Shape shape = shape_of(left, right);
  switch (shape.kept) {
    case 0: return size_weight[0];
    case 1: {
      double sum = 0;
      for (int i = 0; i < shape.walked; ++i) sum += odds[i];
      return size_weight[0] + size_weight[1] * sum;
    }
    case 2: return sum_over_subsets<2>(odds, shape, size_weight);
    case 3: return sum_over_subsets<3>(odds, shape, size_weight);
    case 4: return sum_over_subsets<4>(odds, shape, size_weight);
    case 5: return sum_over_subsets<5>(odds, shape, size_weight);
    case 6: return sum_over_subsets<6>(odds, shape, size_weight);
    case 7: return sum_over_subsets<7>(odds, shape, size_weight);
    case 8: return sum_over_subsets<8>(odds, shape, size_weight);
    case 9: return sum_over_subsets<9>(odds, shape, size_weight);
    default: return sum_over_subsets<most_listed>(odds, shape, size_weight);
  }
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
    if (best[set].term * size_weight[sizes[set]] > best[winner].term * size_weight[sizes[winner]])
      winner = set;
  return best[winner].of_left;
}

}  // namespace confronta
