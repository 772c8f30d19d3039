#pragma once
// What one garment or belonging says of another: item, colour, brand, material, size, engraving.

#include <map>
#include <string>
#include <vector>

#include "models/evidence/common/item_lists.h"
#include "models/evidence/common/remains_view.h"
#include "models/evidence/common/value_agreement.h"
#include "models/registry.h"

namespace confronta {

/// Counts the garments of the right side into "garments.clothing" and ".belongings" (items by the
/// sex that the record states), ".colour", ".brand", ".material", ".size" and ".text".
void estimate_garments(const Estimation& estimation, ReferenceSet& reference);

/// A row's garments of one sort (clothing or belongings), those that tell most first. A merged row
/// lists a garment once: of garments of different records that agree in item, and in colour where
/// both state it, the one that tells most stands for all.
std::vector<const Observation*> garments_of(const TraitTable& table, RowId row, bool belongings);
/// Text in quotes in a description, upper case ("anillo grabado "ANA 1998"").
std::string engraving_of(const Garment& garment);

/// Fields as numbers; garments that are equal in them share a class.
struct GarmentClass {
  std::uint32_t item = 0;
  std::uint32_t colour = 0;
  std::uint32_t brand = 0;
  std::uint32_t material = 0;
  std::uint32_t size = 0;
  std::uint32_t text = 0;
  std::uint32_t sex = 0;  // index in recorded_sexes, of the right side
  auto operator<=>(const GarmentClass&) const = default;
};

/// The words of both sides, and the classes of each.
struct GarmentIndex {
  WordNumbers items, colours, brands, materials, sizes, texts;
  std::vector<GarmentClass> left, right;
};

class GarmentModel final : public ItemModel {
 public:
  GarmentModel(const Preparation& in, GarmentIndex index, const std::vector<RemainsView>& views,
               bool belongings);

  double found(std::uint32_t left, std::uint32_t view) const override;
  float ratio(std::uint32_t left, std::uint32_t right) const override;
  void ratios(std::uint32_t left, std::span<float> row) const override;
  void size_weights(std::span<const double> found, std::uint32_t view, int count,
                    double* weights) const override;

 private:
  GarmentIndex index_;
  std::vector<std::uint8_t> right_sex_;                // by right class
  std::vector<double> found_;                          // by view
  std::vector<std::vector<std::uint32_t>> like_item_;  // right classes of its family, by left item
  ValueAgreement item_, colour_, brand_, material_, size_, text_;
};

}  // namespace confronta
