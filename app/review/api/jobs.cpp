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

constexpr std::size_t most_notices = 20;

std::vector<std::string> notices_of(Language language, const std::vector<Error>& notices) {
  std::vector<std::string> texts;
  for (std::size_t n = 0; n < notices.size() && n < most_notices; ++n)
    texts.push_back(say(language, notices[n].code, notices[n].arguments));
  return texts;
}

}  // namespace

ApiResponse start_run(const ApiRequest& request, ReviewContext& context) {
  const auto body = json_body(request.body);
  if (!body) return failure(request, body.error());
  JobRunner::Wish wish;
  if (const auto at = body.value().find("threads"); at != body.value().end()) {
    if (!at->is_number_unsigned() || at->get<std::uint64_t>() > most_threads)
      return failure(request, Error{"review.bad_value", {"threads"}, {}});
    wish.threads = at->get<int>();
  }
  if (const auto at = body.value().find("new_reference"); at != body.value().end()) {
    if (!at->is_boolean())
      return failure(request, Error{"review.bad_value", {"new_reference"}, {}});
    wish.new_reference = at->get<bool>();
  }
  auto job = context.jobs().start_match(wish);
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
  if (!status->notices.empty()) answer["notices"] = notices_of(request.language, status->notices);
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
