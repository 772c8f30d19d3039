#include "app/numbers.h"

#include <cmath>
#include <cstdio>

#include "models/domain/number_text.h"

namespace confronta::app {

std::string bans_text(double log10_lr) {
  const std::string text = fixed_text(log10_lr, 2);
  return log10_lr >= 0 ? "+" + text : text;
}

std::string verbal_code(double log10_lr) {
  // LR 1 to 2 either way says practically nothing; then 10, 100, 1,000, 10,000 and 1,000,000.
  constexpr double two = 0.30102999566398120;
  const double size = std::fabs(log10_lr);
  if (size < two) return "verbal.neutral";
  const char* word = size < 1   ? "weak"
                     : size < 2 ? "moderate"
                     : size < 3 ? "moderately_strong"
                     : size < 4 ? "strong"
                     : size < 6 ? "very_strong"
                                : "extremely_strong";
  return std::string{log10_lr > 0 ? "verbal.for." : "verbal.against."} + word;
}

std::string figures_text(double number, int figures) {
  char text[40];
  std::snprintf(text, sizeof text, "%.*g", figures, number);
  return text;
}

std::string percent_text(double probability) {
  const double percent = 100 * probability;
  if (percent > 0 && percent < 0.01) return "< 0.01 %";
  if (percent > 99.99) return "> 99.99 %";
  return fixed_text(percent, percent < 1 || percent > 99 ? 2 : 1) + " %";
}

}  // namespace confronta::app
