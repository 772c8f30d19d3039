#pragma once
// Transcendental functions whose results are published: the same bits on every compiler, C library
// and processor (SLEEF's pure C functions without fused multiply-add, error below 1 ulp; erf 1.5).
// models/ and engine/ use these and never std::exp and its kin: a test reads the sources.

namespace confronta {

double portable_exp(double x);
double portable_log(double x);
double portable_log10(double x);
double portable_pow(double base, double exponent);
double portable_erf(double x);
double portable_erfc(double x);
double portable_lgamma(double x);
double portable_sin(double x);
double portable_cos(double x);
double portable_asin(double x);

/// Density and distribution function of the normal distribution. sd > 0.
double normal_density(double x, double mean, double sd);
double normal_cdf(double x, double mean, double sd);

}  // namespace confronta
