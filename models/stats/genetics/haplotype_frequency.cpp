#include "models/stats/genetics/haplotype_frequency.h"

#include <cmath>

#include "models/stats/genetics/scaled_number.h"
#include "models/stats/portable_math.h"

namespace confronta::genetics {
namespace {

// log(1 + x) and exp(x) - 1 without loss for small x, from functions that round near 1 (Kahan's
// trick: the error of u = 1 + x cancels between numerator and denominator).
double log1p(double x) {
  const double u = 1 + x;
  if (u == 1) return x;
  return portable_log(u) * x / (u - 1);
}

double expm1(double x) {
  const double u = portable_exp(x);
  if (u == 1) return x;
  if (u - 1 == -1) return -1;
  return (u - 1) * x / portable_log(u);
}

// exp(x) for any x <= 0.
ScaledNumber scaled_exp(double x) {
  constexpr double log_of_2 = 0.69314718055994530942;
  const double twos = std::floor(x / log_of_2);
  return ScaledNumber(portable_exp(x - twos * log_of_2), static_cast<std::int64_t>(twos));
}

// P(X <= x | n, p), term by term from P(X = 0) = (1 - p)^n.
double binomial_cdf(const HaplotypeCount& count, double p) {
  ScaledNumber term = scaled_exp(count.size * log1p(-p));
  ScaledNumber sum = term;
  const double odds = p / (1 - p);
  for (int k = 0; k < count.seen; ++k) {
    term *= ScaledNumber((count.size - k) / (k + 1.0) * odds);
    sum += term;
  }
  return sum.value();
}

}  // namespace

double frequency_plus_one(const HaplotypeCount& count) {
  return (count.seen + 1.0) / (count.size + 1.0);
}

double clopper_pearson_upper(const HaplotypeCount& count, double tail) {
  if (count.seen >= count.size) return 1;
  if (count.seen == 0) return -expm1(portable_log(tail) / count.size);
  double low =
      static_cast<double>(count.seen) / count.size;  // there the cdf is at least about a half
  double high = 1;
  for (;;) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    (binomial_cdf(count, middle) > tail ? low : high) = middle;
  }
}

}  // namespace confronta::genetics
