#pragma once
// What garments and belongings say of others: that both sides list one for a place on the body, and
// how alike they are: item, colour, brand, material, size, engraving. docs/method/garments.md.

#include <string>
#include <vector>

#include "models/evidence/common/garment_lists.h"
#include "models/registry.h"
#include "models/stats/matching_sum.h"

namespace confronta {

/// Counts the right side's lists and garments, by wearer_group and sex: "garments.clothing_worn"
/// and
/// ".belongings_worn" (slots; "*" the lists), ".clothing" and ".belongings" (items), ".colour",
/// ".brand", ".material", ".size" and ".text".
void estimate_garments(const Estimation& estimation, ReferenceSet& reference);

/// One sort of things, clothing or belongings. Immutable; shared by threads.
class GarmentModel {
 public:
  GarmentModel(const Preparation& in, bool belongings);

  const GarmentSide& left() const { return left_; }
  const GarmentSide& right() const { return right_; }

  /// P(a list of the wearer group has something of the slot | the report names such a thing, and it
  /// was kept) over the same among all remains; and of a list that has nothing of it.
  double present(std::uint32_t slot, std::size_t group) const;
  double absent(std::uint32_t slot, std::size_t group) const;
  /// f(right | left) / u(right) of two things of one slot.
  float ratio(std::uint32_t left, std::uint32_t right) const;

  /// What is worked out once for a left row. One per thread; a pair allocates nothing.
  class Scratch {
    friend class GarmentModel;
    std::vector<float> ratios_;  // thing of the row x right class; only those of its slot are set
    bool tabulated_ = false;
    RowId row_ = 0;
    std::array<double, wearer_groups> absent_;  // all slots of the row
  };
  /// Makes ready for `pairs` pairs of a left row.
  void begin(RowId left, std::size_t pairs, Scratch& scratch) const;
  /// The likelihood ratio of the lists of the row that was begun and a right row, if what was worn
  /// was kept. 1 where either lists nothing of the sort.
  double lr(RowId right, const Scratch& scratch) const;

  /// For drawing: the things of both rows that stand for each other.
  struct Match {
    const GarmentSide::Thing* left;
    const GarmentSide::Thing* right;  // null: nothing (else) of the slot
    double ratio;                     // of the two; of the slot's absence where right is null
  };
  std::vector<Match> matches(RowId left, RowId right) const;

 private:
  using Things = std::span<const GarmentSide::Thing>;
  double content(Things left, Things right, std::size_t at, const Scratch& scratch) const;
  float ratio_at(Things left, std::size_t a, std::size_t at, std::uint32_t right,
                 const Scratch& scratch) const;
  std::size_t at(std::uint32_t slot, std::size_t group) const {
    return slot * wearer_groups + group;
  }

  GarmentWords words_;
  GarmentSide left_, right_;
  std::vector<std::vector<std::uint32_t>> of_slot_;  // right classes
  std::vector<WordNumbers> kinds_;                   // items of each slot
  std::vector<std::uint32_t> kind_;                  // by item: its number in kinds_
  std::vector<ValueAgreement> item_;                 // by slot
  ValueAgreement colour_, brand_, material_, size_, text_;
  std::vector<double> present_, absent_;  // by slot and wearer group
  double same_thing_;
  /// By numbers of things of a slot on both sides; the numbers are left out of the evidence.
  std::array<std::array<std::array<double, most_listed + 1>, most_listed + 1>, most_listed + 1>
      weights_;
};

}  // namespace confronta
