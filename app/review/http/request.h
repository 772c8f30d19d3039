#pragma once
// A request to the review API, and its answer, as plain values: what a handler sees of the network.

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/messages/catalogue.h"

namespace confronta::app::review {

enum class Method { get, post, del, other };

enum class Role { reviewer, coordinator };

/// Who asks. A single user, who came by the one-time link, has no account and may do everything
/// that one person may.
struct Who {
  std::int64_t account = 0;  // 0 = the single user
  std::string name;          // as decisions name the person
  Role role = Role::reviewer;
  bool single_user = false;
  std::string since;    // instant of the visit before this one; "" = the first
  std::string session;  // hash of the session's secret; "" = by a script's token, or nobody
};

struct ApiRequest {
  Method method = Method::get;
  std::vector<std::string> path;  // segments behind /api/v1, decoded: {"pairs", "A:1|B:2", "claim"}
  std::map<std::string, std::string> query;  // decoded; of a repeated name the last
  std::string body;
  bool known = false;  // whether `who` is somebody
  Who who;
  Language language = Language::spanish;

  /// A query's value, or "".
  const std::string& query_text(const std::string& name) const;
  /// A query's value as a whole number within [low, high]; `fallback` where it is missing or none.
  std::int64_t query_number(const std::string& name, std::int64_t fallback, std::int64_t low,
                            std::int64_t high) const;
};

/// For everybody who listens at /events. `data` is JSON in one line.
struct Event {
  std::string name;  // claim, release, opinion, decision, run, import, progress
  std::string data;
};

struct ApiResponse {
  unsigned status = 200;
  std::string content_type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  std::vector<Event> events;  // published once the answer stands
};

}  // namespace confronta::app::review
