#pragma once
// Likelihood ratios and probabilities as people read them.

#include <string>

namespace confronta::app {

/// "+3.25" bans (powers of ten).
std::string bans_text(double log10_lr);
/// The key of the verbal scale (ENFSI 2015): "verbal.for.moderate", "verbal.neutral",
/// "verbal.against.weak".
std::string verbal_code(double log10_lr);
/// So many significant figures: "3.459", "0.0006667", "2.4e+06".
std::string figures_text(double number, int figures = 4);
/// "97.3 %", "0.02 %", "< 0.01 %": never rounded up to 100 %.
std::string percent_text(double probability);

}  // namespace confronta::app
