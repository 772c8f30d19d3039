#include "models/stats/genetics/scaled_number.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/stats/portable_math.h"

namespace confronta::genetics {
namespace {

constexpr double log_of_2 = 0.69314718055994530942;
constexpr double log10_of_2 = 0.30102999566398119521;

// ldexp for any exponent; beyond these limits the result is 0 or infinity anyway.
double scaled(double mantissa, std::int64_t exponent) {
  return std::ldexp(mantissa, static_cast<int>(std::clamp<std::int64_t>(exponent, -5000, 5000)));
}

}  // namespace

ScaledNumber::ScaledNumber(double value, std::int64_t exponent) {
  int shift = 0;
  mantissa_ = std::frexp(value, &shift);
  exponent_ = mantissa_ == 0 ? 0 : exponent + shift;
}

double ScaledNumber::value() const { return scaled(mantissa_, exponent_); }

double ScaledNumber::log() const {
  if (is_zero()) return -std::numeric_limits<double>::infinity();
  return portable_log(mantissa_) + static_cast<double>(exponent_) * log_of_2;
}

double ScaledNumber::log10() const {
  if (is_zero()) return -std::numeric_limits<double>::infinity();
  return portable_log10(mantissa_) + static_cast<double>(exponent_) * log10_of_2;
}

ScaledNumber& ScaledNumber::operator*=(const ScaledNumber& other) {
  return *this = ScaledNumber(mantissa_ * other.mantissa_, exponent_ + other.exponent_);
}

ScaledNumber& ScaledNumber::operator+=(const ScaledNumber& other) {
  if (other.is_zero()) return *this;
  if (is_zero()) return *this = other;
  const std::int64_t top = std::max(exponent_, other.exponent_);
  return *this = ScaledNumber(
             scaled(mantissa_, exponent_ - top) + scaled(other.mantissa_, other.exponent_ - top),
             top);
}

ScaledNumber operator/(const ScaledNumber& a, const ScaledNumber& b) {
  return ScaledNumber(a.mantissa_ / b.mantissa_, a.exponent_ - b.exponent_);
}

bool operator<(const ScaledNumber& a, const ScaledNumber& b) {
  if (a.is_zero() || b.is_zero()) return a.is_zero() && !b.is_zero();
  if (a.exponent_ != b.exponent_) return a.exponent_ < b.exponent_;
  return a.mantissa_ < b.mantissa_;
}

}  // namespace confronta::genetics
