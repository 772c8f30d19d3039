#include "models/evidence/common/garment_kinds.h"

#include <algorithm>
#include <array>

namespace confronta {
namespace {

struct Member {
  std::string_view item;
  std::string_view family;
};
constexpr std::array<Member, 67> members{{
    {"t_shirt", "upper"},
    {"shirt", "upper"},
    {"polo_shirt", "upper"},
    {"blouse", "upper"},
    {"tank_top", "upper"},
    {"undershirt", "upper"},
    {"sweatshirt", "upper"},
    {"sweater", "upper"},
    {"jacket", "upper"},
    {"coat", "upper"},
    {"vest", "upper"},
    {"suit_jacket", "upper"},
    {"trousers", "lower"},
    {"jeans", "lower"},
    {"shorts", "lower"},
    {"sweatpants", "lower"},
    {"leggings", "lower"},
    {"skirt", "lower"},
    {"shoes", "feet"},
    {"sneakers", "feet"},
    {"boots", "feet"},
    {"sandals", "feet"},
    {"high_heels", "feet"},
    {"underpants", "under"},
    {"panties", "under"},
    {"bra", "under"},
    {"slip", "under"},
    {"cap", "head"},
    {"hat", "head"},
    {"knit_cap", "head"},
    {"dress", "whole"},
    {"overalls", "whole"},
    {"uniform", "whole"},
    {"suit", "whole"},
    {"ring", "jewellery"},
    {"necklace", "jewellery"},
    {"bracelet", "jewellery"},
    {"earring", "jewellery"},
    {"rosary", "jewellery"},
    {"crucifix", "jewellery"},
    {"pendant", "jewellery"},
    {"religious_image", "jewellery"},
    {"scapular", "jewellery"},
    {"brooch", "jewellery"},
    {"jewellery", "jewellery"},
    {"piercing", "jewellery"},
    {"watch", "carried"},
    {"backpack", "bag"},
    {"handbag", "bag"},
    {"wallet", "bag"},
    {"identity_document", "document"},
    {"bank_card", "document"},
    {"keys", "carried"},
    {"phone", "carried"},
    {"money", "carried"},
    {"lighter", "carried"},
    {"cigarettes", "carried"},
    {"knife", "carried"},
    {"glasses", "carried"},
    {"sunglasses", "carried"},
    {"headphones", "carried"},
    {"medicine", "carried"},
    {"comb", "carried"},
    {"pen", "carried"},
    {"cane", "carried"},
    {"umbrella", "carried"},
    {"belt_buckle", "jewellery"},
}};

constexpr std::array<std::array<std::string_view, 2>, 13> alike{{{"black", "navy"},
                                                                 {"black", "grey"},
                                                                 {"blue", "navy"},
                                                                 {"blue", "turquoise"},
                                                                 {"green", "olive"},
                                                                 {"green", "turquoise"},
                                                                 {"grey", "silver"},
                                                                 {"brown", "beige"},
                                                                 {"white", "beige"},
                                                                 {"red", "maroon"},
                                                                 {"pink", "purple"},
                                                                 {"maroon", "purple"},
                                                                 {"yellow", "gold"}}};

}  // namespace

std::string_view garment_family(std::string_view item) {
  const auto* at = std::find_if(members.begin(), members.end(),
                                [&](const Member& member) { return member.item == item; });
  return at == members.end() ? item : at->family;
}

bool is_belonging(std::string_view item) {
  const std::string_view family = garment_family(item);
  return family == "jewellery" || family == "bag" || family == "document" || family == "carried";
}

bool similar_colours(std::string_view a, std::string_view b) {
  return std::any_of(alike.begin(), alike.end(), [&](const auto& pair) {
    return (a == pair[0] && b == pair[1]) || (a == pair[1] && b == pair[0]);
  });
}

}  // namespace confronta
