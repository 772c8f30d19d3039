#pragma once
// Text that goes into HTML or SVG.

#include <string>
#include <string_view>

namespace confronta::app {

/// & < > " ' as entities; control characters other than line ends are left out, and so are the ones
/// that turn the direction of text around. Safe in elements and in quoted attributes.
std::string escape_html(std::string_view text);
/// `<tag attributes>content</tag>`: content is markup already.
std::string element(std::string_view tag, std::string_view content,
                    std::string_view attributes = {});
/// The same around plain text.
std::string text_element(std::string_view tag, std::string_view text,
                         std::string_view attributes = {});

}  // namespace confronta::app
