#include "models/domain/trait.h"

#include <algorithm>
#include <array>

namespace confronta {
namespace {

using Words = std::span<const std::string_view>;

template <std::size_t n>
using List = std::array<std::string_view, n>;

constexpr List<10> statuses{"missing",      "not_located", "located_alive", "located_dead",
                            "unidentified", "hypothesis",  "identified",    "handed_over",
                            "buried",       "closed"};
constexpr List<2> yes_no{"yes", "no"};
constexpr List<2> sexes{"male", "female"};
constexpr List<9> sex_methods{"stated", "soft_tissue",    "pelvis",
                              "skull",  "long_bones",     "osteometric",
                              "dna",    "unknown_method", "document"};
constexpr List<6> stature_methods{"stated", "measured",    "document",
                                  "bones",  "body_length", "unknown_method"};
constexpr List<6> builds{"thin", "medium", "athletic", "robust", "overweight", "obese"};
constexpr List<9> age_methods{"stated",          "document",          "soft_tissue",
                              "pubic_symphysis", "auricular_surface", "rib",
                              "teeth",           "skeletal",          "unknown_method"};
// Pima County OME / Humane Borders, a scale of seven; "burnt" and "saponified" lie outside it.
constexpr List<9> conditions{"fleshed",
                             "decomposed",
                             "focal_skeletonization",
                             "mummified",
                             "skeletonized_articulated",
                             "skeletonized",
                             "degraded_bone",
                             "burnt",
                             "saponified"};
constexpr List<6> part_kinds{"complete", "segment", "skeleton", "bone", "fragment", "lot"};
constexpr List<9> hairs{"black", "dark_brown", "light_brown", "blond", "red",
                        "grey",  "greying",    "dyed",        "bald"};
constexpr List<8> eyes{"black", "dark_brown", "light_brown", "hazel",
                       "green", "blue",       "grey",        "other"};
constexpr List<7> skins{"white", "light_brown", "brown", "dark_brown", "black", "yellow", "albino"};
constexpr List<4> blood_groups{"A", "B", "AB", "O"};
constexpr List<2> rhesus_factors{"positive", "negative"};

Words codes_of(Trait trait) {
  switch (trait) {
    case Trait::status: return statuses;
    case Trait::migrant: return yes_no;
    case Trait::publicity: return yes_no;
    case Trait::sex: return sexes;
    case Trait::sex_method: return sex_methods;
    case Trait::stature_method: return stature_methods;
    case Trait::build: return builds;
    case Trait::age_method: return age_methods;
    case Trait::condition: return conditions;
    case Trait::part_kind: return part_kinds;
    case Trait::hair_colour: return hairs;
    case Trait::eye_colour: return eyes;
    case Trait::skin_colour: return skins;
    case Trait::blood_group: return blood_groups;
    case Trait::rhesus: return rhesus_factors;
    default: return {};
  }
}

std::array<TraitInfo, trait_count> build_dictionary() {
  return {
#define CONFRONTA_TRAIT(trait, kind, unit, many) \
  TraitInfo{#trait, TraitKind::kind, unit, many, codes_of(Trait::trait)},
#include "models/domain/traits.def"
#undef CONFRONTA_TRAIT
  };
}

const std::array<TraitInfo, trait_count>& dictionary() {
  static const auto traits = build_dictionary();
  return traits;
}

}  // namespace

const TraitInfo& trait_info(Trait trait) { return dictionary()[static_cast<std::size_t>(trait)]; }

std::optional<Trait> trait_by_name(std::string_view name) {
  const auto& traits = dictionary();
  for (std::size_t i = 0; i < traits.size(); ++i)
    if (traits[i].name == name) return static_cast<Trait>(i);
  return std::nullopt;
}

bool is_code_of(Trait trait, std::string_view word) {
  const auto codes = trait_info(trait).codes;
  return std::find(codes.begin(), codes.end(), word) != codes.end();
}

}  // namespace confronta
