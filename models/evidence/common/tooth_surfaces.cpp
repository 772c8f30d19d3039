#include "models/evidence/common/tooth_surfaces.h"

#include <algorithm>
#include <string>

#include "models/evidence/common/mouths.h"
#include "models/stats/level_ratios.h"

namespace confronta {
namespace {

std::size_t kind_of(std::size_t position) {
  return std::min<std::size_t>(tooth_kind(position, AgeBand::young), 4);
}

std::string key(std::size_t kind, std::size_t surfaces) {
  static constexpr std::array<std::string_view, 5> names{"incisor", "canine", "premolar", "molar",
                                                         "third"};
  return std::string{names[kind]} + '.' + std::to_string(surfaces);
}

bool has_surfaces(const ToothChart& chart, std::size_t position) {
  return chart.state[position] == ToothState::filled && chart.surfaces[position] != 0;
}

std::size_t level(std::size_t before, std::size_t after) {
  if (before == after) return 0;
  return (before & ~after) == 0 ? 1 : 2;
}

}  // namespace

ToothSurfaces::ToothSurfaces(const ReferenceTable& counts, const Parameters& parameters) {
  const double same = parameters["teeth.surfaces_same"];
  const double grown = parameters["teeth.surfaces_grown"];
  const double pseudo = parameters["teeth.pseudo_surfaces"];
  const std::array<double, 3> m{same, grown, 1 - same - grown};
  for (std::size_t kind = 0; kind < kinds; ++kind) {
    std::array<double, sets> share{};
    double all = 0;
    for (std::size_t s = 1; s < sets; ++s)
      all += share[s] = counts.at(key(kind, s)) + pseudo / static_cast<double>(sets - 1);
    for (std::size_t before = 1; before < sets; ++before) {
      std::array<double, 3> mass{};
      for (std::size_t after = 1; after < sets; ++after)
        mass[level(before, after)] += share[after] / all;
      std::array<double, 3> ratio{};
      level_ratios(m, mass, ratio);
      for (std::size_t after = 1; after < sets; ++after)
        ratios_[kind][before][after] = ratio[level(before, after)];
    }
  }
}

void ToothSurfaces::count(const ToothChart& chart, ReferenceTable& counts) {
  for (std::size_t i = 0; i < chart.state.size(); ++i)
    if (has_surfaces(chart, i)) counts.numbers[key(kind_of(i), chart.surfaces[i])] += 1;
}

double ToothSurfaces::ratio(const ToothChart& left, const ToothChart& right) const {
  double product = 1;
  for (std::size_t i = 0; i < left.state.size(); ++i)
    if (has_surfaces(left, i) && has_surfaces(right, i))
      product *= ratios_[kind_of(i)][left.surfaces[i] % sets][right.surfaces[i] % sets];
  return product;
}

}  // namespace confronta
