#pragma once
// The gate between network and handlers: who may ask what, decided from the header alone, before a
// body is read.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "app/review/context.h"
#include "app/review/http/request.h"

namespace confronta::app::review {

/// What a request's header says; "" for a field that is not there.
struct RequestHead {
  std::string method;
  std::string target;
  std::string host;
  std::string origin;
  std::string cookie;
  std::string authorization;
  std::string content_type;
  std::string confronta;  // the header X-Confronta
  std::string last_event_id;
};

/// A request for a handler, once its body has been read (at most `body_limit` bytes).
struct ForHandler {
  ApiRequest request;
  std::uint64_t body_limit = 0;
};
/// A stream of events for somebody known, from behind `last_seen`.
struct ForStream {
  Who who;
  std::uint64_t last_seen = 0;
};
using Admission = std::variant<ApiResponse, ForHandler, ForStream>;

/// Checks, in this order: Host is ours (else a site that points its own name at this computer could
/// read along); the target can be read; whoever changes something sends X-Confronta and a fitting
/// Content-Type, and, if known by a cookie, our own Origin. An ApiResponse is a page or a refusal.
Admission admit(const RequestHead& head, ReviewContext& context);

/// Whether a stream's listener may still listen.
bool still_known(const Who& who, ReviewContext& context);

/// The headers that every answer has: the policy under which a page may run, and that nothing is
/// kept or told to others.
const std::vector<std::pair<std::string, std::string>>& standing_headers();

}  // namespace confronta::app::review
