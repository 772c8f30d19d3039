#pragma once
// A list of texts as one text, for columns that hold one: items end with U+001E, which never
// belongs to a text.

#include <string>
#include <string_view>
#include <vector>

namespace confronta {

std::string join_list(const std::vector<std::string>& items);
std::vector<std::string> split_list(std::string_view text);

}  // namespace confronta
