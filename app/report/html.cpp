#include "app/report/html.h"

namespace confronta::app {
namespace {

/// U+202A to U+202E and U+2066 to U+2069, in UTF-8: E2 80 AA..AE and E2 81 A6..A9.
bool turns_direction(std::string_view three) {
  if (three.size() < 3 || three[0] != '\xE2') return false;
  const auto last = static_cast<unsigned char>(three[2]);
  return (three[1] == '\x80' && last >= 0xAA && last <= 0xAE) ||
         (three[1] == '\x81' && last >= 0xA6 && last <= 0xA9);
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (turns_direction(text.substr(i, 3))) {
      i += 2;
      continue;
    }
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  }
  return out;
}

std::string element(std::string_view tag, std::string_view content, std::string_view attributes) {
  std::string out = "<";
  out += tag;
  if (!attributes.empty()) out.append(" ").append(attributes);
  out.append(">").append(content).append("</").append(tag).append(">");
  return out;
}

std::string text_element(std::string_view tag, std::string_view text, std::string_view attributes) {
  return element(tag, escape_html(text), attributes);
}

}  // namespace confronta::app
