// /me and /texts: who is asking, and in which words they are answered.

#include <nlohmann/json.hpp>

#include "app/review/api/answer.h"
#include "app/review/api/handlers.h"
#include "app/review/api/json_body.h"
#include "app/review/context.h"
#include "app/version.h"
#include "engine/store/accounts.h"

namespace confronta::app::review {

ApiResponse get_me(const ApiRequest& request, ReviewContext&) {
  const Who& who = request.who;
  return json_answer(nlohmann::ordered_json{
      {"name", who.name},
      {"role", who.role == Role::coordinator ? "coordinator" : "reviewer"},
      {"single_user", who.single_user},
      {"language", request.language == Language::english ? "en" : "es"},
      {"program", program_version()},
      {"since", who.since.empty() ? nlohmann::ordered_json{} : nlohmann::ordered_json(who.since)}}
                         .dump());
}

ApiResponse set_me(const ApiRequest& request, ReviewContext& context) {
  const auto body = json_body(request.body);
  if (!body) return failure(request, body.error());
  const std::string language = text_of(body.value(), "language");
  if (language != "es" && language != "en")
    return failure(request, Error{"review.bad_value", {"language"}, {}});
  if (!request.who.session.empty()) {
    const auto store = context.writer();
    auto set = set_session_language(*store, request.who.session, language);
    if (!set) return failure(request, set.error());
  }
  ApiRequest in_language = request;
  in_language.language = language == "en" ? Language::english : Language::spanish;
  return get_me(in_language, context);
}

ApiResponse get_texts(const ApiRequest& request, ReviewContext&) {
  // Before anybody has entered there is no session that would know a language.
  const std::string& asked = request.query_text("language");
  const bool english = asked.empty() ? request.language == Language::english : asked == "en";
  nlohmann::json texts = nlohmann::json::object();
  for (const Message& message : all_messages())
    texts.emplace(std::string{message.code},
                  std::string{english ? message.english : message.spanish});
  return json_answer(texts.dump());
}

}  // namespace confronta::app::review
