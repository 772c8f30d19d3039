#include "models/evidence/place/geography.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "models/data/municipality.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr double degree = 3.14159265358979323846 / 180;
constexpr double earth_radius_km = 6371.0088;

std::array<double, 3> on_unit_sphere(double latitude, double longitude) {
  const double circle = portable_cos(latitude * degree);
  return {circle * portable_cos(longitude * degree), circle * portable_sin(longitude * degree),
          portable_sin(latitude * degree)};
}

bool is_square(std::string_view key) { return key.substr(0, 2) == "g:"; }

int state_index(std::string_view code) {
  const State* state = find_state(code);
  return state ? static_cast<int>(state - states().data()) : -1;
}

/// Spreads `records` over the municipalities of a state, or over the country ("").
void spread(std::string_view state, double records, ReferenceTable& table) {
  double people = 0;
  for (const Municipality& m : municipalities())
    if (m.code.substr(0, state.size()) == state) people += m.population;
  for (const Municipality& m : municipalities())
    if (m.code.substr(0, state.size()) == state)
      table.numbers[std::string{m.code}] += records * m.population / people;
}

}  // namespace

std::string place_key(const Place& place) {
  if (find_municipality(place.code)) return place.code;
  if (const State* state = find_state(place.code)) return std::string{state->code};
  if (!place.has_point) return {};
  const auto row = static_cast<int>(std::floor(place.latitude / grid_degrees));
  const auto column = static_cast<int>(std::floor(place.longitude / grid_degrees));
  return "g:" + std::to_string(row) + ':' + std::to_string(column);
}

double distance_km(const Site& a, const Site& b) {
  double square = 0;
  for (std::size_t k = 0; k < 3; ++k) square += (a.unit[k] - b.unit[k]) * (a.unit[k] - b.unit[k]);
  return 2 * earth_radius_km * portable_asin(std::min(1.0, std::sqrt(square) / 2));
}

ReferenceTable place_shares(std::span<const std::string> keys, double smoothing) {
  ReferenceTable table;
  double inside = 0;
  for (const std::string& key : keys) {
    if (key.empty()) continue;
    table.count += 1;
    if (!is_square(key)) inside += 1;
    if (is_state_key(key))
      spread(key, 1, table);
    else
      table.numbers[key] += 1;
  }
  spread("", table.count > 0 ? smoothing * inside / table.count : 1, table);
  double all = 0;
  for (const auto& [key, records] : table.numbers) all += records;
  for (auto& [key, records] : table.numbers) records /= all;
  table.origin = table.count > 0 ? "smoothed" : "fallback";
  return table;
}

Geography::Geography(const ReferenceTable& lost, const ReferenceTable& found,
                     std::span<const std::string> keys) {
  state_begin_.assign(states().size() + 1, 0);
  for (const Municipality& m : municipalities()) {
    const int state = state_index(m.code);
    state_begin_[static_cast<std::size_t>(state) + 1] += 1;
    index_.emplace(m.code, sites_.size());
    sites_.push_back({std::string{m.code}, state, on_unit_sphere(m.latitude, m.longitude)});
  }
  std::partial_sum(state_begin_.begin(), state_begin_.end(), state_begin_.begin());
  for (const ReferenceTable* table : {&lost, &found})
    for (const auto& [key, share] : table->numbers) append_square(key);
  for (const std::string& key : keys) append_square(key);
  for (Site& site : sites_) {
    site.lost = lost.at(site.key);
    site.found = found.at(site.key);
  }
}

void Geography::append_square(std::string_view key) {
  if (!is_square(key) || !index_.emplace(key, sites_.size()).second) return;
  const std::string text{key};
  const auto colon = text.find(':', 2);
  const int row = std::atoi(text.c_str() + 2);
  const int column = std::atoi(text.c_str() + colon + 1);
  sites_.push_back(
      {text, -1, on_unit_sphere((row + 0.5) * grid_degrees, (column + 0.5) * grid_degrees)});
}

std::span<const Site> Geography::of(std::string_view key) const {
  if (is_state_key(key)) {
    const int state = state_index(key);
    if (state < 0) return {};
    const std::size_t begin = state_begin_[static_cast<std::size_t>(state)];
    return std::span{sites_}.subspan(begin,
                                     state_begin_[static_cast<std::size_t>(state) + 1] - begin);
  }
  const auto found = index_.find(key);
  if (found == index_.end()) return {};
  return std::span{sites_}.subspan(found->second, 1);
}

}  // namespace confronta
