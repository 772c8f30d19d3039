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

}  // namespace confronta
