#pragma once
// Which program this is.

#include <string_view>

namespace confronta::app {

/// "0.1.0".
std::string_view program_version();

}  // namespace confronta::app
