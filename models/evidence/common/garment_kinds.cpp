#include "models/evidence/common/garment_kinds.h"

#include <algorithm>
#include <array>

namespace confronta {
namespace {

struct Member {
  std::string_view item;
  std::string_view slot;
  std::string_view word_group;  // items of one slot and group are called by each other's name
  bool belonging;
};
constexpr std::array<Member, 75> members{{
    {"t_shirt", "upper", "knit", false},
    {"polo_shirt", "upper", "knit", false},
    {"tank_top", "upper", "knit", false},
    {"undershirt", "upper", "knit", false},
    {"shirt", "upper", "woven", false},
    {"blouse", "upper", "woven", false},
    {"sweatshirt", "over", "warm", false},
    {"sweater", "over", "warm", false},
    {"jacket", "over", "outer", false},
    {"coat", "over", "outer", false},
    {"suit_jacket", "over", "outer", false},
    {"vest", "over", "vest", false},
    {"trousers", "lower", "long", false},
    {"jeans", "lower", "long", false},
    {"sweatpants", "lower", "sports", false},
    {"leggings", "lower", "sports", false},
    {"shorts", "lower", "shorts", false},
    {"skirt", "lower", "skirt", false},
    {"shoes", "feet", "closed", false},
    {"sneakers", "feet", "closed", false},
    {"boots", "feet", "boots", false},
    {"sandals", "feet", "open", false},
    {"high_heels", "feet", "open", false},
    {"underpants", "under", "pants", false},
    {"panties", "under", "pants", false},
    {"bra", "bra", "bra", false},
    {"slip", "under", "slip", false},
    {"socks", "socks", "socks", false},
    {"stockings", "socks", "socks", false},
    {"cap", "head", "brimmed", false},
    {"hat", "head", "brimmed", false},
    {"knit_cap", "head", "knit", false},
    {"dress", "whole", "dress", false},
    {"robe", "whole", "dress", false},
    {"overalls", "whole", "work", false},
    {"uniform", "whole", "work", false},
    {"suit", "whole", "suit", false},
    {"pyjamas", "whole", "pyjamas", false},
    {"costume", "whole", "costume", false},
    {"swimsuit", "whole", "swimsuit", false},
    {"scarf", "scarf", "scarf", false},
    {"shawl", "scarf", "scarf", false},
    {"ring", "ring", "ring", true},
    {"necklace", "neck", "chain", true},
    {"pendant", "neck", "chain", true},
    {"rosary", "neck", "devotional", true},
    {"crucifix", "neck", "devotional", true},
    {"religious_image", "neck", "devotional", true},
    {"scapular", "neck", "devotional", true},
    {"bracelet", "bracelet", "bracelet", true},
    {"earring", "earring", "earring", true},
    {"brooch", "brooch", "brooch", true},
    {"jewellery", "jewellery", "jewellery", true},
    {"piercing", "piercing", "piercing", true},
    {"belt_buckle", "belt_buckle", "belt_buckle", true},
    {"watch", "watch", "watch", true},
    {"backpack", "bag", "bag", true},
    {"handbag", "bag", "bag", true},
    {"wallet", "wallet", "wallet", true},
    {"identity_document", "document", "document", true},
    {"bank_card", "bank_card", "bank_card", true},
    {"glasses", "eyes", "glasses", true},
    {"sunglasses", "eyes", "glasses", true},
    {"keys", "keys", "keys", true},
    {"phone", "phone", "phone", true},
    {"money", "money", "money", true},
    {"lighter", "lighter", "lighter", true},
    {"cigarettes", "cigarettes", "cigarettes", true},
    {"knife", "knife", "knife", true},
    {"headphones", "headphones", "headphones", true},
    {"medicine", "medicine", "medicine", true},
    {"comb", "comb", "comb", true},
    {"pen", "pen", "pen", true},
    {"cane", "cane", "cane", true},
    {"umbrella", "umbrella", "umbrella", true},
}};

const Member* member(std::string_view item) {
  const auto* at =
      std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.item == item; });
  return at == members.end() ? nullptr : at;
}

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

std::string_view garment_slot(std::string_view item) {
  const Member* known = member(item);
  return known ? known->slot : item;
}

bool confusable_items(std::string_view a, std::string_view b) {
  const Member* x = member(a);
  const Member* y = member(b);
  return x && y && x->slot == y->slot && x->word_group == y->word_group;
}

bool is_belonging(std::string_view item) {
  const Member* known = member(item);
  return known && known->belonging;
}

bool similar_colours(std::string_view a, std::string_view b) {
  return std::any_of(alike.begin(), alike.end(), [&](const auto& pair) {
    return (a == pair[0] && b == pair[1]) || (a == pair[1] && b == pair[0]);
  });
}

}  // namespace confronta
