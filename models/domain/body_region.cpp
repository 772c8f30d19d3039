#include "models/domain/body_region.h"

#include <algorithm>
#include <iterator>

namespace confronta {
namespace {

constexpr BodyRegion regions[] = {
    {"head", ""},
    {"neck", ""},
    {"trunk", ""},
    {"arm", ""},
    {"leg", ""},
    {"face", "head"},
    {"forehead", "face"},
    {"temple", "face"},
    {"eyebrow", "face"},
    {"eye", "face"},
    {"nose", "face"},
    {"cheek", "face"},
    {"mouth", "face"},
    {"lip", "mouth"},
    {"tongue", "mouth"},
    {"jaw", "face"},
    {"chin", "jaw"},
    {"ear", "head"},
    {"collarbone", "trunk"},
    {"chest", "trunk"},
    {"breast", "chest"},
    {"armpit", "trunk"},
    {"flank", "trunk"},
    {"abdomen", "trunk"},
    {"navel", "abdomen"},
    {"back", "trunk"},
    {"upper_back", "back"},
    {"lower_back", "back"},
    {"waist", "trunk"},
    {"pelvis", "trunk"},
    {"hip", "pelvis"},
    {"groin", "pelvis"},
    {"genitals", "pelvis"},
    {"buttock", "pelvis"},
    {"shoulder", "arm"},
    {"upper_arm", "arm"},
    {"elbow", "arm"},
    {"forearm", "arm"},
    {"wrist", "arm"},
    {"hand", "arm"},
    {"palm", "hand"},
    {"finger", "hand"},
    {"thumb", "finger"},
    {"thigh", "leg"},
    {"knee", "leg"},
    {"lower_leg", "leg"},
    {"calf", "lower_leg"},
    {"shin", "lower_leg"},
    {"ankle", "leg"},
    {"foot", "leg"},
    {"heel", "foot"},
    {"sole", "foot"},
    {"toe", "foot"},
};

constexpr std::string_view paired[] = {"temple", "eyebrow", "eye",   "cheek", "ear",   "collarbone",
                                       "breast", "armpit",  "flank", "hip",   "groin", "buttock"};

}  // namespace

std::span<const BodyRegion> body_regions() { return regions; }

const BodyRegion* find_body_region(std::string_view word) {
  const auto* at = std::find_if(std::begin(regions), std::end(regions),
                                [&](const BodyRegion& region) { return region.word == word; });
  return at == std::end(regions) ? nullptr : at;
}

bool region_contains(std::string_view outer, std::string_view inner) {
  if (!find_body_region(outer)) return false;
  for (const BodyRegion* at = find_body_region(inner); at; at = find_body_region(at->parent))
    if (at->word == outer) return true;
  return false;
}

std::string_view region_group(std::string_view word) {
  const BodyRegion* at = find_body_region(word);
  while (at && !at->parent.empty()) at = find_body_region(at->parent);
  return at ? at->word : std::string_view{};
}

bool region_is_paired(std::string_view word) {
  const std::string_view group = region_group(word);
  return group == "arm" || group == "leg" ||
         std::find(std::begin(paired), std::end(paired), word) != std::end(paired);
}

}  // namespace confronta
