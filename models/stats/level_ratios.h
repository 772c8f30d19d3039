#pragma once
// Agreement by levels: f(p | a) / u(p) where p agrees with a more or less.

#include <cstddef>
#include <span>

namespace confronta {

/// ratio[l] = m[l] / mass[l]: m is the probability that the other record of the same thing agrees
/// to level l, mass the probability that a thing at random does; within a level f is proportional
/// to u. Where a level has no mass (nothing can agree to it), its m falls to the others in
/// proportion, so that sum over l of mass[l] * ratio[l] = 1 always holds. The three have one size.
inline void level_ratios(std::span<const double> m, std::span<const double> mass,
                         std::span<double> ratio) {
  double possible = 0;
  double all = 0;
  for (std::size_t l = 0; l < m.size(); ++l) {
    if (mass[l] > 0) possible += m[l];
    all += mass[l];
  }
  for (std::size_t l = 0; l < m.size(); ++l)
    ratio[l] = mass[l] > 0 && possible > 0 ? m[l] / possible * (all / mass[l]) : 1;
}

/// The same where the last level is a slip that may fall on anything, agreement included: f(p | a)
/// is m[l] of those that agree to level l, and m of the last level times u(p). Disagreement then
/// never speaks for, however rare it is: of jeans that are nearly all of denim, another material
/// is as likely a slip as a coincidence. Here too sum over l of mass[l] * ratio[l] = 1.
inline void slip_ratios(std::span<const double> m, std::span<const double> mass,
                        std::span<double> ratio) {
  const std::size_t last = m.size() - 1;
  double possible = m[last];
  double all = 0;
  for (std::size_t l = 0; l < m.size(); ++l) {
    if (l < last && mass[l] > 0) possible += m[l];
    all += mass[l];
  }
  for (std::size_t l = 0; l < last; ++l)
    ratio[l] = (m[last] + (mass[l] > 0 ? m[l] * (all / mass[l]) : 0)) / possible;
  ratio[last] = m[last] / possible;
}

}  // namespace confronta
