#include "app/review/api/answer.h"

#include <nlohmann/json.hpp>

#include <array>
#include <string_view>
#include <utility>

namespace confronta::app::review {
namespace {

// The first entry whose words begin the code.
constexpr std::array<std::pair<std::string_view, unsigned>, 38> statuses{{
    {"review.no_session", 401},
    {"review.bad_login", 401},
    {"review.link_used", 401},
    {"review.not_allowed", 403},
    {"review.forged", 403},
    {"review.wrong_host", 403},
    {"review.no_page", 404},
    {"review.unknown", 404},
    {"review.no_method", 405},
    {"review.conflict", 409},
    {"review.claimed", 409},
    {"review.opinion_given", 409},
    {"review.nothing_proposed", 409},
    {"review.second_needed", 409},
    {"review.not_agreed", 409},
    {"review.no_undo", 409},
    {"review.closed", 403},
    {"review.own_proposal", 403},
    {"review.opinion_first", 403},
    {"review.coordinator_only", 403},
    {"cluster.unknown", 404},
    {"review.job_running", 409},
    {"run.busy", 409},
    {"review.already_mended", 409},
    {"review.too_large", 413},
    {"review.header_too_large", 431},
    {"review.not_json", 415},
    {"review.too_many", 429},
    {"review.internal", 500},
    {"subject.unknown", 404},
    {"explain.not_comparable", 404},
    {"run.none", 404},
    {"run.unknown", 404},
    {"store.busy", 503},
    {"store.", 500},
    {"codec.", 500},
    {"import.lost_rows", 500},
    {"run.bad_manifest", 500},
}};

}  // namespace

unsigned status_of(const Error& error) {
  for (const auto& [begin, status] : statuses)
    if (error.code.rfind(begin, 0) == 0) return status;
  return 400;
}

ApiResponse json_answer(std::string text) {
  ApiResponse response;
  response.body = std::move(text);
  return response;
}

ApiResponse failure(const ApiRequest& request, const Error& error) {
  return failure(request, status_of(error), error);
}

ApiResponse failure(const ApiRequest& request, unsigned status, const Error& error,
                    const std::string& present_name, const std::string& present) {
  nlohmann::ordered_json body{
      {"error", {{"code", error.code}, {"message", say(request.language, error)}}}};
  if (!present_name.empty()) body[present_name] = nlohmann::ordered_json::parse(present);
  ApiResponse response;
  response.status = status;
  response.body = body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  return response;
}

}  // namespace confronta::app::review
