#pragma once
// The mappings that come with the program, one for each known source layout.

#include <iterator>
#include <span>
#include <string_view>

namespace confronta::importers {

struct ShippedMapping {
  std::string_view name;
  std::string_view toml;
};

/// All shipped mappings, sorted by name.
std::span<const ShippedMapping> shipped_mappings();

}  // namespace confronta::importers
