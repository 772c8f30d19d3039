#pragma once
// The target of a request, "/api/v1/pairs/A%3A1%7CB%3A2?x=y", taken apart.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace confronta::app::review {

struct Target {
  std::vector<std::string> path;             // segments, decoded, so that one may contain "/"
  std::map<std::string, std::string> query;  // of a repeated name the last; "+" is a blank
};

/// Nothing for a target that is not absolute, has a broken %-sequence, or decodes to something that
/// is not UTF-8 or has a NUL.
std::optional<Target> parse_target(std::string_view target);

}  // namespace confronta::app::review
