#include "models/evidence/common/body_place.h"

#include <array>

#include "models/domain/body_region.h"
#include "models/stats/level_ratios.h"

namespace confronta {
namespace {

constexpr std::array<std::string_view, 4> sides{"", "left", "right", "middle"};

enum RegionLevel : std::size_t { same_region, contained, neighbour, elsewhere };
enum SideLevel : std::size_t { same_side, unstated_side, swapped_side };
constexpr std::size_t level_count = 10;  // three region levels by three of the side, and elsewhere

RegionLevel region_level(std::string_view a, std::string_view p) {
  if (a == p) return same_region;
  if (region_contains(a, p) || region_contains(p, a)) return contained;
  const std::string_view parent = find_body_region(a)->parent;
  return !parent.empty() && parent == find_body_region(p)->parent ? neighbour : elsewhere;
}

// The levels of all regions against all, by index.
const std::vector<RegionLevel>& region_levels() {
  static const std::vector<RegionLevel> levels = [] {
    std::vector<RegionLevel> all;
    for (const BodyRegion& a : body_regions())
      for (const BodyRegion& p : body_regions()) all.push_back(region_level(a.word, p.word));
    return all;
  }();
  return levels;
}

std::size_t region_index(PlaceCode code) { return (code - 1U) / sides.size(); }

SideLevel side_level(std::string_view a, std::string_view p) {
  if (a == p) return same_side;
  const auto one_sided = [](std::string_view side) { return side == "left" || side == "right"; };
  return one_sided(a) && one_sided(p) ? swapped_side : unstated_side;
}

std::size_t level_of(PlaceCode a, PlaceCode p) {
  const RegionLevel region =
      region_levels()[region_index(a) * body_regions().size() + region_index(p)];
  if (region == elsewhere) return level_count - 1;
  return region * 3 + side_level(place_side(a), place_side(p));
}

std::array<double, level_count> agreement(bool side_stated, const Parameters& parameters) {
  const std::array<double, 3> region{parameters["body_place.same"],
                                     parameters["body_place.contained"],
                                     parameters["body_place.neighbour"]};
  const double unstated = parameters["body_place.side_unstated"];
  const double swapped = parameters["body_place.side_swapped"];
  const double kept = parameters["body_place.no_side_twice"];
  const std::array<double, 3> side =
      side_stated ? std::array<double, 3>{1 - unstated - swapped, unstated, swapped}
                  : std::array<double, 3>{kept, 1 - kept, 0};
  std::array<double, level_count> m{};
  double rest = 1;
  for (std::size_t r = 0; r < region.size(); ++r) {
    rest -= region[r];
    for (std::size_t s = 0; s < side.size(); ++s) m[r * 3 + s] = region[r] * side[s];
  }
  m[level_count - 1] = rest;
  return m;
}

}  // namespace

PlaceCode place_code(std::string_view region, std::string_view side) {
  const auto regions = body_regions();
  for (std::size_t i = 0; i < regions.size(); ++i) {
    if (regions[i].word != region) continue;
    const std::size_t s = side == "left" ? 1 : side == "right" ? 2 : side.empty() ? 0 : 3;
    return static_cast<PlaceCode>(1 + i * sides.size() + s);
  }
  return 0;
}

std::string_view place_region(PlaceCode code) {
  return code == 0 ? std::string_view{} : body_regions()[region_index(code)].word;
}

std::string_view place_side(PlaceCode code) {
  return code == 0 ? std::string_view{} : sides[(code - 1U) % sides.size()];
}

std::string place_key(PlaceCode code) {
  if (code == 0) return {};
  return std::string{place_region(code)} + '.' + std::string{place_side(code)};
}

std::size_t place_code_count() { return 1 + body_regions().size() * sides.size(); }

PlaceAgreement::PlaceAgreement(const ReferenceTable& counts, double pseudo,
                               const Parameters& parameters)
    : width_(place_code_count()), share_(width_), ratios_(width_ * width_, 1.0F) {
  double all = pseudo;
  for (std::size_t p = 1; p < width_; ++p) {
    const double count = counts.at(place_key(static_cast<PlaceCode>(p)));
    share_[p] = count + pseudo / static_cast<double>(width_ - 1);
    all += count;
  }
  for (double& share : share_) share /= all;

  for (std::size_t a = 1; a < width_; ++a) {
    const std::string_view side = place_side(static_cast<PlaceCode>(a));
    const auto m = agreement(side == "left" || side == "right", parameters);
    std::array<double, level_count> mass{};
    std::vector<std::size_t> level(width_);
    for (std::size_t p = 1; p < width_; ++p) {
      level[p] = level_of(static_cast<PlaceCode>(a), static_cast<PlaceCode>(p));
      mass[level[p]] += share_[p];
    }
    std::array<double, level_count> ratio{};
    level_ratios(m, mass, ratio);
    for (std::size_t p = 1; p < width_; ++p)
      ratios_[a * width_ + p] = static_cast<float>(ratio[level[p]]);
  }
}

}  // namespace confronta
