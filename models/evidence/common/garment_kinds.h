#pragma once
// Clothing and belongings: which items are worn or carried in one another's place.

#include <string_view>

namespace confronta {

/// Where on the body a garment is worn ("upper", "over", "lower", "feet", "under", "head",
/// "whole"), or which sort of belonging it is ("neck", "bag", "eyes"): somebody who wears one there
/// seldom wears another. The item itself where there is nothing that it could be mixed up with.
std::string_view garment_slot(std::string_view item);
/// Whether two items of one slot are often called by each other's name: jeans and trousers.
bool confusable_items(std::string_view a, std::string_view b);
/// Whether the item is a belonging, which stays with a person longer than what they wear.
bool is_belonging(std::string_view item);
/// Colours that one writer gives for another's.
bool similar_colours(std::string_view a, std::string_view b);

}  // namespace confronta
