#pragma once
// Clothing and belongings: which items are worn alike, and which are carried.

#include <string_view>

namespace confronta {

/// "upper", "lower", "feet", "under", "head", "whole" for clothing; "jewellery", "bag", "document",
/// "carried" for belongings; the item itself where it is in no family.
std::string_view garment_family(std::string_view item);
/// Whether the item is a belonging, which stays with a person longer than what they wear.
bool is_belonging(std::string_view item);
/// Colours that one writer gives for another's.
bool similar_colours(std::string_view a, std::string_view b);

}  // namespace confronta
