#include "models/stats/portable_math.h"

#include <sleef.h>

namespace confronta {

double portable_exp(double x) { return Sleef_cinz_expd1_u10purec(x); }
double portable_log(double x) { return Sleef_cinz_logd1_u10purec(x); }
double portable_log10(double x) { return Sleef_cinz_log10d1_u10purec(x); }
double portable_pow(double base, double exponent) {
  return Sleef_cinz_powd1_u10purec(base, exponent);
}
double portable_erf(double x) { return Sleef_cinz_erfd1_u10purec(x); }
double portable_erfc(double x) { return Sleef_cinz_erfcd1_u15purec(x); }
double portable_lgamma(double x) { return Sleef_cinz_lgammad1_u10purec(x); }
double portable_sin(double x) { return Sleef_cinz_sind1_u10purec(x); }
double portable_cos(double x) { return Sleef_cinz_cosd1_u10purec(x); }
double portable_asin(double x) { return Sleef_cinz_asind1_u10purec(x); }

double normal_density(double x, double mean, double sd) {
  constexpr double inverse_sqrt_two_pi = 0.39894228040143267794;
  const double z = (x - mean) / sd;
  return inverse_sqrt_two_pi / sd * portable_exp(-0.5 * z * z);
}

double normal_cdf(double x, double mean, double sd) {
  constexpr double inverse_sqrt_two = 0.70710678118654752440;
  return 0.5 * portable_erfc(-(x - mean) / sd * inverse_sqrt_two);
}

}  // namespace confronta
