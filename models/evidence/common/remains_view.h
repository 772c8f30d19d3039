#pragma once
// What of a body can still be looked at: its condition, and which regions of it are there.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/trait_table.h"
#include "models/evidence/common/body_place.h"
#include "models/evidence/common/row_classes.h"
#include "models/parameters.h"

namespace confronta {

/// Remains by what is left of their skin and how much of the body there is: the groups in which
/// things on bodies are counted.
enum class SkinGroup : std::uint8_t { fresh, altered, bone };
inline constexpr std::array<std::string_view, 3> skin_groups{"fresh", "altered", "bone"};
inline constexpr std::size_t view_group_count = 6;  // skin group x (whole, partial)
/// "fresh.whole", ... "bone.partial".
std::string view_group_name(std::size_t group);

SkinGroup skin_group(std::string_view condition);

/// One way in which remains can be looked at. `elements` are what an inventory lists; empty where a
/// partial body has none.
struct RemainsView {
  std::string condition;  // "" where it is not stated, and for reports
  bool whole = true;
  std::vector<PlaceCode> elements;

  std::size_t group() const {
    return static_cast<std::size_t>(skin_group(condition)) * 2 + (whole ? 0 : 1);
  }
};

/// The view of a row; that of a report is always whole and without condition.
RemainsView view_of(const TraitTable& table, RowId row);

/// The distinct views of a table, numbered from 0.
class RemainsViews {
 public:
  explicit RemainsViews(const TraitTable& table);
  std::uint32_t of(RowId row) const { return of_row_[row]; }
  const std::vector<RemainsView>& all() const { return views_; }

 private:
  std::vector<std::uint32_t> of_row_;
  std::vector<RemainsView> views_;
};

/// P(the skin of a region that is there shows what was on it), by condition.
double skin_legible(std::string_view condition, const Parameters& parameters);
/// P(the place is among the remains). An unstated place is somewhere on the body. `partly` is the
/// parameter remains_view.partly_there.
double region_present(const RemainsView& view, PlaceCode place, double partly);

}  // namespace confronta
