#include "engine/store/text_list.h"

namespace confronta {
namespace {

constexpr char item_end = '\x1e';

}  // namespace

std::string join_list(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) {
    for (char c : item)
      if (c != item_end) text += c;
    text += item_end;
  }
  return text;
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const auto at = text.find(item_end);
    items.emplace_back(text.substr(0, at));
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
  }
  return items;
}

}  // namespace confronta
