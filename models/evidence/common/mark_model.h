#pragma once
// What one mark says of another (METHOD "Marks"): type, place, content, observability and numbers.

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "models/evidence/common/item_lists.h"
#include "models/evidence/common/mark_content.h"
#include "models/evidence/common/mark_lists.h"
#include "models/evidence/common/recorded_sex.h"
#include "models/registry.h"
#include "models/stats/list_counts.h"

namespace confronta {

/// Counts the marks of the right side into the tables "marks.count.GROUP", "marks.type.SKIN"
/// (of all, and "marks.type.SKIN.SEX"), "marks.place.FAMILY", "marks.place_of.TYPE" and
/// "marks.content.FAMILY"; for identity also how many marks of each type fresh remains list,
/// "marks.seen", and how many their people must have had by what the reports say, "marks.expected".
void estimate_marks(const Estimation& estimation, ReferenceSet& reference);

class MarkModel final : public ItemModel {
 public:
  MarkModel(const Preparation& in, const MarkIndex& left, const MarkIndex& right,
            std::vector<RemainsView> right_views);

  double found(std::uint32_t left, std::uint32_t view) const override;
  float ratio(std::uint32_t left, std::uint32_t right) const override;
  void ratios(std::uint32_t left, std::span<float> row) const override;
  void size_weights(std::span<const double> found, std::uint32_t view, int count,
                    double* weights) const override;

  ContentLevel content_level(std::uint32_t left, std::uint32_t right) const;
  bool same_place(std::uint32_t left, std::uint32_t right) const;

 private:
  using TypeRatios = std::array<std::array<float, mark_types.size()>, mark_types.size()>;
  float combine(const MarkClass& a, const MarkClass& p, ContentLevel level) const;
  void prepare_types(const Preparation& in);
  TypeRatios type_ratios(const std::array<double, mark_types.size()>& share) const;
  PlaceAgreement places_of(const ReferenceTable& counts, std::size_t family) const;
  void prepare_finding(const ReferenceTable& seen, const ReferenceTable& expected);
  double legible(int type, std::string_view condition) const;

  Relation relation_;
  const Parameters& parameters_;
  std::vector<MarkClass> left_;
  std::vector<MarkClass> right_;
  std::vector<RemainsView> views_;
  std::size_t right_contents_;
  std::optional<MarkContents> contents_;
  std::array<PlaceAgreement, mark_family_count> places_;
  std::array<PlaceAgreement, mark_types.size()> places_of_;  // by type of the right mark
  std::array<std::array<TypeRatios, recorded_sexes.size()>, skin_groups.size()> types_;
  std::vector<double> left_seen_;                  // legible(type, condition) of each left class
  std::vector<std::array<double, 2>> view_shows_;  // by view: on the skin, on bone
  std::array<double, mark_types.size()> recorded_;
  double partly_there_;
  std::vector<ListCounts> counts_;  // by view group
  double listed_;                   // P(the left record lists a mark that the person has)
  double carried_;                  // mean number of marks of a person
};

}  // namespace confronta
