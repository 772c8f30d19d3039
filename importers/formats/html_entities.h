#pragma once

#include <string>
#include <string_view>

namespace confronta::importers {

/// Text with HTML character references read: by number, and the named ones of Latin-1 and of
/// typographic signs (HTML 4.01, section 24). What is no known reference stays as it is.
std::string decode_entities(std::string_view text);

}  // namespace confronta::importers
