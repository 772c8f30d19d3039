#include "app/review/api/json_body.h"

#include <nlohmann/json.hpp>

namespace confronta::app::review {

constexpr int deepest = 32;  // what the API takes is three deep

Result<nlohmann::json> json_body(const std::string& body) {
  if (body.empty()) return nlohmann::json::object();
  bool too_deep = false;
  const nlohmann::json::parser_callback_t look = [&](int depth, auto, auto&) {
    too_deep = too_deep || depth > deepest;
    return !too_deep;
  };
  auto parsed = nlohmann::json::parse(body, look, false);
  if (too_deep || !parsed.is_object()) return Error{"review.bad_json", {}, {}};
  return parsed;
}

std::string text_of(const nlohmann::json& object, const char* name) {
  const auto at = object.find(name);
  return at != object.end() && at->is_string() ? at->get<std::string>() : "";
}

}  // namespace confronta::app::review
