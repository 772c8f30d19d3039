#include "models/evidence/common/remains_view.h"

#include <algorithm>
#include <map>

#include "models/domain/body_region.h"

namespace confronta {
namespace {

struct BoneRegion {
  std::string_view word;
  std::string_view region;
};
constexpr std::array<BoneRegion, 22> bones{{
    {"skull", "head"},        {"cranium", "head"},        {"mandible", "jaw"},
    {"maxilla", "face"},      {"vertebra", "trunk"},      {"rib", "trunk"},
    {"sternum", "chest"},     {"clavicle", "collarbone"}, {"scapula", "upper_back"},
    {"humerus", "upper_arm"}, {"radius", "forearm"},      {"ulna", "forearm"},
    {"carpal", "wrist"},      {"metacarpal", "hand"},     {"sacrum", "pelvis"},
    {"os_coxae", "pelvis"},   {"femur", "thigh"},         {"patella", "knee"},
    {"tibia", "lower_leg"},   {"fibula", "lower_leg"},    {"calcaneus", "heel"},
    {"metatarsal", "foot"},
}};

PlaceCode element_place(const BodyElement& element) {
  const auto* bone = std::find_if(bones.begin(), bones.end(),
                                  [&](const BoneRegion& b) { return b.word == element.element; });
  return place_code(bone == bones.end() ? std::string_view{element.element} : bone->region,
                    element.side);
}

bool is_one_sided(std::string_view side) { return side == "left" || side == "right"; }

// P(the place lies in an element), for one element.
double lies_in(PlaceCode place, PlaceCode element, double partly) {
  const std::string_view wanted = place_region(place);
  const std::string_view there = place_region(element);
  double p = 0;
  if (region_contains(there, wanted))
    p = 1;
  else if (region_contains(wanted, there))
    p = partly;
  const std::string_view wanted_side = place_side(place);
  const std::string_view side = place_side(element);
  if (is_one_sided(side) && side != wanted_side) p = is_one_sided(wanted_side) ? 0 : p * partly;
  return p;
}

}  // namespace

std::string view_group_name(std::size_t group) {
  return std::string{skin_groups[group / 2]} + (group % 2 == 0 ? ".whole" : ".partial");
}

SkinGroup skin_group(std::string_view condition) {
  if (condition.empty() || condition == "fleshed") return SkinGroup::fresh;
  if (condition == "skeletonized_articulated" || condition == "skeletonized" ||
      condition == "degraded_bone")
    return SkinGroup::bone;
  return SkinGroup::altered;
}

RemainsView view_of(const TraitTable& table, RowId row) {
  RemainsView view;
  if (table.row(row).kind != SubjectKind::remains) return view;
  view.condition = std::string{table.code(row, Trait::condition)};
  const std::string_view kind = table.code(row, Trait::part_kind);
  const auto elements = table.observations(row, Trait::element);
  view.whole = kind == "complete" || (elements.empty() && (kind.empty() || kind == "skeleton"));
  if (view.whole) return view;
  for (const Observation& o : elements)
    if (const auto* element = std::get_if<BodyElement>(&o.value))
      if (const PlaceCode place = element_place(*element)) view.elements.push_back(place);
  std::sort(view.elements.begin(), view.elements.end());
  view.elements.erase(std::unique(view.elements.begin(), view.elements.end()), view.elements.end());
  return view;
}

RemainsViews::RemainsViews(const TraitTable& table) : of_row_(table.size()) {
  std::map<std::string, std::uint32_t> numbers;
  for (RowId row = 0; row < table.size(); ++row) {
    RemainsView view = view_of(table, row);
    std::string key = view.condition + (view.whole ? "+" : "-");
    for (PlaceCode place : view.elements) key += std::to_string(place) + ',';
    const auto next = static_cast<std::uint32_t>(views_.size());
    const auto [at, is_new] = numbers.emplace(std::move(key), next);
    if (is_new) views_.push_back(std::move(view));
    of_row_[row] = at->second;
  }
}

double skin_legible(std::string_view condition, const Parameters& parameters) {
  return parameters["skin_legible." +
                    (condition.empty() ? std::string{"unknown"} : std::string{condition})];
}

double region_present(const RemainsView& view, PlaceCode place, double partly) {
  if (view.whole) return 1;
  if (view.elements.empty() || place == 0) return partly;
  double present = 0;
  for (PlaceCode element : view.elements)
    present = std::max(present, lies_in(place, element, partly));
  return present;
}

}  // namespace confronta
