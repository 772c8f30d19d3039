#include "app/review/api/router.h"

#include "app/review/api/answer.h"
#include "app/review/context.h"

namespace confronta::app::review {
namespace {

bool fits(std::string_view pattern, const std::vector<std::string>& path) {
  for (std::size_t i = 0; i < path.size(); ++i) {
    const auto slash = pattern.find('/');
    const std::string_view word = pattern.substr(0, slash);
    if (word != "*" && word != path[i]) return false;
    const bool last = slash == std::string_view::npos;
    if (last) return i + 1 == path.size();
    pattern.remove_prefix(slash + 1);
  }
  return false;
}

bool allowed(Admits admits, const ApiRequest& request) {
  if (admits == Admits::anybody) return true;
  if (admits == Admits::known) return request.known;
  return request.known && request.who.role == Role::coordinator;
}

ApiResponse guarded_call(const Route& found, const ApiRequest& request, ReviewContext& context) {
  try {
    return found.handler(request, context);
  } catch (const std::exception&) {  // JSON of the wrong shape that a handler took for granted
    return failure(request, Error{"review.internal", {}, {}});
  }
}

}  // namespace

ApiResponse route(const ApiRequest& request, ReviewContext& context) {
  bool other_method = false;
  for (const Route& candidate : routes()) {
    if (!fits(candidate.pattern, request.path)) continue;
    if (candidate.method != request.method) {
      other_method = true;
      continue;
    }
    if (!allowed(candidate.admits, request))
      return failure(request,
                     Error{request.known ? "review.not_allowed" : "review.no_session", {}, {}});
    ApiResponse response = guarded_call(candidate, request, context);
    if (response.status < 400)
      for (const Event& event : response.events) context.events().publish(event);
    return response;
  }
  return failure(request, Error{other_method ? "review.no_method" : "review.no_page", {}, {}});
}

}  // namespace confronta::app::review
