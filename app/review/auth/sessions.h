#pragma once
// Sessions: how somebody comes in, and who it is that asks.

#include <optional>
#include <string>

#include "app/review/context.h"
#include "app/review/http/request.h"

namespace confronta::app::review {

/// A working day; then one enters anew.
inline constexpr std::int64_t session_seconds = 12 * 3600;

struct Visitor {
  Who who;
  Language language = Language::spanish;
};

struct Entry {
  Visitor visitor;
  std::string secret;  // for the cookie
};

/// Error "review.link_used": not the link, used before, older than ten minutes, or no longer a way
/// in because there are accounts.
Result<Entry> enter_by_link(ReviewContext& context, const std::string& link);
/// Errors "review.bad_login" (whatever of the two was wrong), "review.too_many".
Result<Entry> enter_by_password(ReviewContext& context, const std::string& name,
                                const std::string& password);
Status end_visit(ReviewContext& context, const Who& who);

/// Who holds a cookie's secret, or a script's token; nothing if nobody does.
Result<std::optional<Visitor>> visitor_of_session(ReviewContext& context,
                                                  const std::string& secret);
Result<std::optional<Visitor>> visitor_of_token(ReviewContext& context, const std::string& token);

}  // namespace confronta::app::review
