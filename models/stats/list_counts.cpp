#include "models/stats/list_counts.h"

#include <algorithm>
#include <cmath>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr double widest_shape = 0.02;
constexpr double narrowest_shape = 50;  // beyond it a Poisson number to three digits

// The shape at which a mean leaves exactly 1 - prevalence without any. P(0) falls with the shape.
double fitted_shape(double mean, double prevalence) {
  double low = widest_shape;
  double high = narrowest_shape;
  for (int step = 0; step < 60; ++step) {
    const double middle = std::sqrt(low * high);
    const double none = portable_pow(middle / (middle + mean), middle);
    (none > 1 - prevalence ? low : high) = middle;
  }
  return low;
}

}  // namespace

std::array<double, most_listed + 1> negative_binomial(double size, double mean) {
  std::array<double, most_listed + 1> p{};
  const double step = mean / (size + mean);
  p[0] = portable_pow(size / (size + mean), size);
  double sum = p[0];
  for (int k = 1; k < most_listed; ++k) {
    const auto at = static_cast<std::size_t>(k);
    p[at] = p[at - 1] * (size + k - 1) / k * step;
    sum += p[at];
  }
  p[most_listed] = std::max(0.0, 1 - sum);
  return p;
}

ListCounts::ListCounts(const ListCensus& census, const ListAssumptions& assumptions) {
  const double weight = assumptions.pseudo_records;
  double some = 0;
  double things = 0;
  for (int k = 1; k <= most_listed; ++k) {
    some += census.listing[static_cast<std::size_t>(k)];
    things += k * census.listing[static_cast<std::size_t>(k)];
  }
  const double none = census.listing[0];
  const double least = some / (census.records + weight);
  const double most = (some + weight) / (some + none + weight);
  const double prevalence =
      std::clamp(std::clamp(assumptions.prevalence, least, std::max(least, most)), 0.001, 0.98);
  mean_ = prevalence * (things + weight * assumptions.mean_if_any) / (some + weight);
  shape_ = fitted_shape(mean_, prevalence);
  const double expected_none = (some + 1) * (1 - prevalence) / prevalence;
  zero_written_ = std::min(1.0, (none + 1) / (expected_none + 1));

  auto model = negative_binomial(shape_, mean_);
  model[0] *= zero_written_;
  double sum = 0;
  for (double p : model) sum += p;
  for (std::size_t k = 0; k < model.size(); ++k)
    p_h2_[k] = (census.listing[k] + weight * model[k] / sum) / (some + none + weight);
}

void ListCounts::size_weights(std::span<const double> found, double listed, double carried, int k,
                              double* weights) const {
  const auto reported = static_cast<double>(found.size());
  const double size = shape_ + reported;
  const auto others =
      negative_binomial(size, size * (1 - listed) * mean_ / (shape_ + listed * carried));
  double none_found = 1;
  for (double d : found) none_found *= 1 - d;
  const double says_something = 1 - (1 - zero_written_) * others[0] * none_found;
  double weight = none_found / (says_something * p_h2(k));
  if (k == 0) weight *= zero_written_;
  const int pairs = std::min(static_cast<int>(found.size()), k);
  // (k - r)! / k!: the things stand in the record in any order
  double orders = 1;
  double tail =
      k == most_listed ? others[most_listed] : 0;  // "k or more" less r is "k - r or more"
  for (int r = 0; r <= pairs; ++r) {
    const int rest = k - r;
    if (k == most_listed && r > 0) tail += others[static_cast<std::size_t>(rest)];
    const double p = k == most_listed ? tail : others[static_cast<std::size_t>(rest)];
    weights[r] = weight * orders * p;
    if (rest > 0) orders /= rest;
  }
}

void size_weights_given_length(std::span<const double> found, int k, double* weights) {
  std::array<double, most_listed + 1> number{1};  // P(r are found)
  double none_found = 1;
  for (double d : found) {
    for (std::size_t r = number.size() - 1; r > 0; --r)
      number[r] = number[r] * (1 - d) + number[r - 1] * d;
    number[0] *= 1 - d;
    none_found *= 1 - d;
  }
  double possible = 0;
  for (int r = 0; r <= k; ++r) possible += number[static_cast<std::size_t>(r)];
  double weight = none_found / possible;
  for (int r = 0; r <= std::min(static_cast<int>(found.size()), k); ++r) {
    weights[r] = weight;
    if (k > r) weight /= k - r;
  }
}

}  // namespace confronta
