#include "app/review/http/request.h"

#include <algorithm>

#include "models/domain/number_text.h"

namespace confronta::app::review {

const std::string& ApiRequest::query_text(const std::string& name) const {
  static const std::string none;
  const auto at = query.find(name);
  return at == query.end() ? none : at->second;
}

std::int64_t ApiRequest::query_number(const std::string& name, std::int64_t fallback,
                                      std::int64_t low, std::int64_t high) const {
  const auto number = parse_number(query_text(name));
  if (!number || !(*number >= -9e15 && *number <= 9e15)) return fallback;
  return std::clamp(static_cast<std::int64_t>(*number), low, high);
}

}  // namespace confronta::app::review
