#pragma once
// Likelihoods that neither underflow nor lose digits: a double with a binary exponent of its own.

#include <cstdint>

namespace confronta::genetics {

/// A number >= 0, mantissa * 2^exponent with the mantissa in [0.5, 1), or exactly 0. Scaling by a
/// power of two rounds nothing.
class ScaledNumber {
 public:
  ScaledNumber() = default;
  /// value * 2^exponent. value is finite and >= 0.
  explicit ScaledNumber(double value, std::int64_t exponent = 0);

  bool is_zero() const { return mantissa_ == 0; }
  double mantissa() const { return mantissa_; }
  std::int64_t exponent() const { return exponent_; }
  /// As a double: 0 or infinity where that cannot hold it.
  double value() const;
  /// Natural and decimal logarithm; minus infinity for 0.
  double log() const;
  double log10() const;

  ScaledNumber& operator*=(const ScaledNumber& other);
  ScaledNumber& operator+=(const ScaledNumber& other);
  friend ScaledNumber operator*(ScaledNumber a, const ScaledNumber& b) { return a *= b; }
  friend ScaledNumber operator+(ScaledNumber a, const ScaledNumber& b) { return a += b; }
  /// b is not 0.
  friend ScaledNumber operator/(const ScaledNumber& a, const ScaledNumber& b);
  friend bool operator<(const ScaledNumber& a, const ScaledNumber& b);

 private:
  double mantissa_ = 0;
  std::int64_t exponent_ = 0;
};

}  // namespace confronta::genetics
