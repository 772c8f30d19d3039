#include "models/stats/genetics/mutation_transform.h"

#include <algorithm>

namespace confronta::genetics {
namespace {

// The share of all transmissions that change the allele.
double overall_rate(const TransitionMatrix& matrix, std::span<const double> frequencies) {
  double rate = 0;
  for (int i = 0; i < matrix.size(); ++i)
    rate += frequencies[static_cast<std::size_t>(i)] * (1 - matrix(i, i));
  return rate;
}

double transformed(double m, double x, double y, double frequency, Reversible transform) {
  switch (transform) {
    case Reversible::no: break;
    case Reversible::metropolis_hastings: return x > 0 ? m * std::min(1.0, y / x) : 0;
    case Reversible::barker: return x > 0 ? m * y / (x + y) : 0;
    case Reversible::preserved_rate: return (x + y) / (2 * frequency);
  }
  return m;
}

// Every diagonal cell takes what is left of its row; false if that is less than nothing.
bool fill_diagonal(TransitionMatrix& matrix) {
  constexpr double rounding = 1e-14;
  for (int i = 0; i < matrix.size(); ++i) {
    matrix(i, i) = 0;
    const double rest = 1 - matrix.row_sum(i);
    if (rest < -rounding) return false;
    matrix(i, i) = std::max(rest, 0.0);
  }
  return true;
}

}  // namespace

std::optional<TransitionMatrix> reversible(const TransitionMatrix& matrix,
                                           std::span<const double> frequencies,
                                           Reversible transform) {
  if (transform == Reversible::no) return matrix;
  TransitionMatrix result(matrix.size());
  for (int i = 0; i < matrix.size(); ++i)
    for (int j = 0; j < matrix.size(); ++j) {
      if (i == j) continue;
      const double p = frequencies[static_cast<std::size_t>(i)];
      const double x = p * matrix(i, j);
      const double y = frequencies[static_cast<std::size_t>(j)] * matrix(j, i);
      result(i, j) = transformed(matrix(i, j), x, y, p, transform);
    }
  if (!fill_diagonal(result)) return std::nullopt;
  if (transform == Reversible::preserved_rate) return result;
  const double rate = overall_rate(result, frequencies);
  if (rate == 0) return result;
  const double scale = overall_rate(matrix, frequencies) / rate;
  for (int i = 0; i < matrix.size(); ++i)
    for (int j = 0; j < matrix.size(); ++j)
      if (i != j) result(i, j) *= scale;
  if (!fill_diagonal(result)) return std::nullopt;
  return result;
}

}  // namespace confronta::genetics
