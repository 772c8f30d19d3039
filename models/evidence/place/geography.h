#pragma once
// Where people are lost and remains are found: municipalities, and squares of a grid where only a
// point is known.

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/reference_set.h"
#include "models/domain/value.h"

namespace confronta {

/// Side of a square of the grid, in degrees (about 55 km from north to south).
inline constexpr double grid_degrees = 0.5;

/// The key of a place: "14039" a municipality, "14" a state alone, "g:61:-177" a square of the grid
/// (row and column, counted from the equator and Greenwich), "" where neither is known.
std::string place_key(const Place& place);
/// Whether a key names a state as a whole.
inline bool is_state_key(std::string_view key) { return key.size() == 2; }

/// A municipality, or a square of the grid (at its centre).
struct Site {
  std::string key;
  int state = -1;                // index into states(), -1 outside the catalogue
  std::array<double, 3> unit{};  // on the unit sphere
  double found = 0;              // share of the right side's records
  double lost = 0;               // share of the left side's records
};

/// Kilometres along a great circle.
double distance_km(const Site& a, const Site& b);

/// Shares of records by place, from keys: a record of which only the state is known is spread over
/// the state by population, and `smoothing` records are spread over the country likewise (in
/// proportion to the records that lie in it). The shares add up to 1.
ReferenceTable place_shares(std::span<const std::string> keys, double smoothing);

/// All municipalities, the squares of the reference, and those of `keys` besides (with no share).
class Geography {
 public:
  Geography(const ReferenceTable& lost, const ReferenceTable& found,
            std::span<const std::string> keys);

  std::span<const Site> sites() const { return sites_; }
  /// The sites that a key stands for: one, or those of a state. Empty for an unknown key.
  std::span<const Site> of(std::string_view key) const;

 private:
  void append_square(std::string_view key);

  std::vector<Site> sites_;
  std::map<std::string, std::size_t, std::less<>> index_;
  std::vector<std::size_t> state_begin_;
};

}  // namespace confronta
