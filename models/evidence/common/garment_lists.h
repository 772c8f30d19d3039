#pragma once
// The garments of a row, slot by slot, and the classes that they are compared by.

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "models/domain/trait_table.h"
#include "models/evidence/common/remains_view.h"
#include "models/evidence/common/value_agreement.h"

namespace confronta {

/// A row's garments of one sort (clothing or belongings), those that tell most first. A merged row
/// lists a garment once: of garments of different records that agree in item, and in colour where
/// both state it, the one that tells most stands for all.
std::vector<const Observation*> garments_of(const TraitTable& table, RowId row, bool belongings);
/// Text in quotes in a description, upper case ("anillo grabado "ANA 1998"").
std::string engraving_of(const Garment& garment);

/// How remains are looked at where clothes are concerned, by the sex that they record: the groups
/// in which is counted what they wear. "usual.male", "partial.any", ...
inline constexpr std::size_t wearer_groups = 12;
std::string wearer_group_name(std::size_t group);
std::size_t wearer_group(const RemainsView& view, std::uint32_t sex);
/// What survives on remains of the group, relative to usual ones.
double survives(std::size_t group, const Parameters& parameters);

/// Fields as numbers; garments that are equal in them share a class.
struct GarmentClass {
  std::uint32_t slot = 0;
  std::uint32_t item = 0;
  std::uint32_t colour = 0;
  std::uint32_t brand = 0;
  std::uint32_t material = 0;
  std::uint32_t size = 0;
  std::uint32_t text = 0;
  std::uint32_t sex = 0;  // index in recorded_sexes, of the right side
  auto operator<=>(const GarmentClass&) const = default;
};

/// The words of both sides.
struct GarmentWords {
  WordNumbers slots, items, colours, brands, materials, sizes, texts;
};

/// One side of one sort: the garments of each row as classes, in runs of one slot, and within a run
/// in the order of garments_of.
class GarmentSide {
 public:
  GarmentSide(const TraitTable& table, bool belongings, GarmentWords& words);

  struct Thing {
    std::uint32_t slot;
    std::uint32_t c;   // class
    std::uint32_t at;  // in garments_of
  };
  /// Whether the row lists a thing of the sort at all.
  bool says(RowId row) const { return starts_[row] != starts_[row + 1]; }
  std::span<const Thing> things(RowId row) const {
    return {things_.data() + starts_[row], things_.data() + starts_[row + 1]};
  }
  std::size_t group(RowId row) const { return groups_[row]; }
  const std::vector<GarmentClass>& classes() const { return classes_; }

 private:
  std::vector<Thing> things_;
  std::vector<std::size_t> starts_;
  std::vector<std::uint8_t> groups_;
  std::vector<GarmentClass> classes_;
};

/// The first run of one slot in a list that is sorted by slot.
inline std::size_t run_length(std::span<const GarmentSide::Thing> things) {
  std::size_t n = 0;
  while (n < things.size() && things[n].slot == things.front().slot) ++n;
  return n;
}

}  // namespace confronta
