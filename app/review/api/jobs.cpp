// POST /runs, GET and DELETE /jobs/ID: a match started from the page.

#include <nlohmann/json.hpp>

#include "app/review/api/answer.h"
#include "app/review/api/handlers.h"
#include "app/review/api/json_body.h"
#include "app/review/context.h"
#include "models/domain/number_text.h"

namespace confronta::app::review {
namespace {

constexpr int most_threads = 1024;

std::int64_t job_of(const ApiRequest& request) {
  const auto number = parse_number(request.path[1]);
  return number && *number >= 1 && *number < 1e15 ? static_cast<std::int64_t>(*number) : 0;
}

}  // namespace

ApiResponse start_run(const ApiRequest& request, ReviewContext& context) {
  const auto body = json_body(request.body);
  if (!body) return failure(request, body.error());
  int threads = 0;
  if (const auto at = body.value().find("threads"); at != body.value().end()) {
    if (!at->is_number_unsigned() || at->get<std::uint64_t>() > most_threads)
      return failure(request, Error{"review.bad_value", {"threads"}, {}});
    threads = at->get<int>();
  }
  auto job = context.jobs().start_match(threads);
  if (!job) return failure(request, job.error());
  return json_answer(nlohmann::json{{"job", job.value()}}.dump());
}

ApiResponse get_job(const ApiRequest& request, ReviewContext& context) {
  const auto status = context.jobs().status(job_of(request));
  if (!status) return failure(request, Error{"review.unknown", {request.path[1]}, {}});
  nlohmann::ordered_json answer{{"state", job_state_name(status->state)},
                                {"stage", status->stage},
                                {"done", status->done},
                                {"total", status->total},
                                {"rate", status->rate},
                                {"seconds_left", nullptr}};
  if (status->seconds_left >= 0) answer["seconds_left"] = status->seconds_left;
  if (status->run > 0) answer["run"] = status->run;
  if (status->error)
    answer["error"] = {{"code", status->error->code},
                       {"message", say(request.language, *status->error)}};
  return json_answer(answer.dump());
}

ApiResponse cancel_job(const ApiRequest& request, ReviewContext& context) {
  if (!context.jobs().cancel(job_of(request)))
    return failure(request, Error{"review.unknown", {request.path[1]}, {}});
  return json_answer("{}");
}

}  // namespace confronta::app::review
