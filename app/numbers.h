#pragma once
// Likelihood ratios and probabilities as people read them.

#include <string>

namespace confronta::app {

/// "+3.25" bans (powers of ten).
std::string bans_text(double log10_lr);
/// The key of the verbal scale (ENFSI 2015): "verbal.for.moderate", "verbal.neutral",
/// "verbal.against.weak".
std::string verbal_code(double log10_lr);
/// "97.3 %", "0.02 %", "< 0.01 %": never rounded up to 100 %.
std::string percent_text(double probability);

}  // namespace confronta::app
