#pragma once
// The body of a request, read as JSON without surprises.

#include <nlohmann/json_fwd.hpp>

#include <string>

#include "models/domain/result.h"

namespace confronta::app::review {

/// An object; an empty body counts as {}. Errors: "review.bad_json" (not JSON, not an object,
/// or deeper than 32).
Result<nlohmann::json> json_body(const std::string& body);
/// A member's text; "" where it is missing, null or no text.
std::string text_of(const nlohmann::json& object, const char* name);

}  // namespace confronta::app::review
