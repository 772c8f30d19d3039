#include <nlohmann/json.hpp>

#include "app/review/api/answer.h"
#include "app/review/api/handlers.h"
#include "app/review/api/pair_view.h"

namespace confronta::app::review {

ApiResponse get_pair(const ApiRequest& request, ReviewContext& context) {
  auto asked = ask(context);
  if (!asked) return failure(request, asked.error());
  auto rows = rows_of_key(*asked.value().run, request.path[1]);
  if (!rows) return failure(request, rows.error());
  auto json = pair_json(request, asked.value(), rows.value());
  return json ? answer(json.value()) : failure(request, json.error());
}

}  // namespace confronta::app::review
