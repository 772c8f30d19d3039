// POST and DELETE /session: coming in and going out.

#include <nlohmann/json.hpp>

#include "app/review/api/answer.h"
#include "app/review/api/handlers.h"
#include "app/review/api/json_body.h"
#include "app/review/auth/sessions.h"
#include "app/review/context.h"

namespace confronta::app::review {
namespace {

std::string cookie(const ReviewContext& context, const std::string& secret, std::int64_t seconds) {
  return context.cookie_name() + "=" + secret +
         "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(seconds);
}

}  // namespace

ApiResponse enter(const ApiRequest& request, ReviewContext& context) {
  const auto body = json_body(request.body);
  if (!body) return failure(request, body.error());
  const std::string link = text_of(body.value(), "link");
  auto entry = link.empty() ? enter_by_password(context, text_of(body.value(), "name"),
                                                text_of(body.value(), "password"))
                            : enter_by_link(context, link);
  if (!entry) return failure(request, entry.error());
  ApiRequest as_visitor = request;
  as_visitor.known = true;
  as_visitor.who = entry.value().visitor.who;
  as_visitor.language = entry.value().visitor.language;
  ApiResponse response = get_me(as_visitor, context);
  response.headers.emplace_back("Set-Cookie",
                                cookie(context, entry.value().secret, session_seconds));
  return response;
}

ApiResponse leave(const ApiRequest& request, ReviewContext& context) {
  auto ended = end_visit(context, request.who);
  if (!ended) return failure(request, ended.error());
  ApiResponse response = json_answer("{}");
  response.headers.emplace_back("Set-Cookie", cookie(context, "", 0));
  return response;
}

}  // namespace confronta::app::review
