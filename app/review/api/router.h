#pragma once
// Which handler answers which request. A handler is a plain function without network: it reads the
// store through the context, and gives status, JSON and the events to publish.

#include <span>
#include <string_view>

#include "app/review/http/request.h"

namespace confronta::app::review {

class ReviewContext;

/// May run in several threads at once. Must not throw on what a person can send; a std::exception
/// that escapes is answered with 500 and "review.internal".
using Handler = ApiResponse (*)(const ApiRequest& request, ReviewContext& context);

/// Whom a route lets in.
enum class Admits { anybody, known, coordinator };

struct Route {
  Method method;
  std::string_view pattern;  // segments behind /api/v1; "*" stands for any one: "pairs/*/claim"
  Handler handler;
  Admits admits = Admits::known;
};

/// The table: app/review/api/routes.cpp.
std::span<const Route> routes();

/// Finds and calls the handler. 404 where no pattern fits, 405 where none has the method, 401 and
/// 403 where the role does not suffice. Events of an answer below 400 are published.
ApiResponse route(const ApiRequest& request, ReviewContext& context);

}  // namespace confronta::app::review
