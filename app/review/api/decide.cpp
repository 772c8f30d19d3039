// What a person writes of a pair: claim, first opinion, decision, undo.

#include <nlohmann/json.hpp>

#include "app/review/api/answer.h"
#include "app/review/api/decoy.h"
#include "app/review/api/handlers.h"
#include "app/review/api/json_body.h"
#include "app/review/api/pair_view.h"
#include "app/version.h"

namespace confronta::app::review {
namespace {

using Json = nlohmann::ordered_json;

/// What colleagues hear of it: that it happened, and how the pair stands; who it was only where
/// that does not tell a second person whose proposal they judge.
Event event_of(const char* name, const ApiRequest& request, const Json& pair) {
  Json data{{"pair", pair["pair"]}, {"state", pair["state"]}};
  data["who"] = pair["state"] == "proposed" ? Json(nullptr) : Json(request.who.name);
  return {name, text_of_json(data)};
}

/// Whoever was too late gets the pair as it stands now.
ApiResponse refused(const ApiRequest& request, const Asked& asked, const ReviewedRows& rows,
                    const Error& error) {
  if (status_of(error) != 409) return failure(request, error);
  auto present = pair_json(request, asked, rows);
  if (!present) return failure(request, error);
  return failure(request, 409, error, "pair", text_of_json(present.value()));
}

template <class Append>
ApiResponse write(const ApiRequest& request, ReviewContext& context, const char* event,
                  const Append& act) {
  auto asked = ask(context);
  if (!asked) return failure(request, asked.error());
  auto rows = rows_of_key(*asked.value().run, request.path[1]);
  if (!rows) return failure(request, rows.error());
  Result<std::int64_t> id = act(asked.value(), rows.value());
  if (!id) return refused(request, asked.value(), rows.value(), id.error());
  auto json = pair_json(request, asked.value(), rows.value());
  if (!json) return failure(request, json.error());
  ApiResponse response = answer(json.value());
  if (id.value() != 0) response.events.push_back(event_of(event, request, json.value()));
  return response;
}

ApiResponse claim(const ApiRequest& request, ReviewContext& context, bool released) {
  return write(
      request, context, released ? "release" : "claim",
      [&](const Asked& asked, const ReviewedRows& rows) -> Result<std::int64_t> {
        const Claim entry{0, rows.pair, request.who.name, context.instant(), released, false};
        const auto store = context.writer();
        auto id = append_claim(*store, rows, entry);
        if (id && id.value() != 0 && !released)
          hand_out_decoy(*store, asked, rows.pair.relation, request.who.name, entry.instant);
        return id;
      });
}

std::vector<std::string> texts_of(const nlohmann::json& body, const char* name) {
  std::vector<std::string> texts;
  if (const auto list = body.find(name); list != body.end() && list->is_array())
    for (const auto& item : *list)
      if (item.is_string()) texts.push_back(item.get<std::string>());
  return texts;
}

std::int64_t id_of(const nlohmann::json& body, const char* name) {
  const auto at = body.find(name);
  return at != body.end() && at->is_number_integer() ? at->get<std::int64_t>() : 0;
}

/// The run, the records and the program that the person has before them.
Pins pins_of(const ReviewedRun& run, const ReviewedRows& rows) {
  Pins pins;
  pins.run = run.heading().number;
  pins.run_digest = run.heading().digest;
  for (const auto* side : {&rows.lefts, &rows.rights})
    for (const std::string& member : *side)
      if (const RecordVersion* version = run.version(member)) pins.records.push_back(*version);
  for (std::string& name : run.dna_names_of(rows.pair))
    pins.records.push_back({std::move(name), 0, "dna"});
  pins.models = run.models();
  pins.program = program_version();
  return pins;
}

Result<std::int64_t> append(const ApiRequest& request, ReviewContext& context, const Asked& asked,
                            const ReviewedRows& rows, Decision decision) {
  decision.who = request.who.name;
  decision.instant = context.instant();
  decision.pins = pins_of(*asked.run, rows);
  const auto store = context.writer();
  return append_decision(*store, rows, std::move(decision), authority_of(request.who));
}

}  // namespace

ApiResponse claim_pair(const ApiRequest& request, ReviewContext& context) {
  return claim(request, context, false);
}

ApiResponse release_pair(const ApiRequest& request, ReviewContext& context) {
  return claim(request, context, true);
}

ApiResponse give_opinion(const ApiRequest& request, ReviewContext& context) {
  const auto body = json_body(request.body);
  if (!body) return failure(request, body.error());
  Opinion opinion;
  opinion.who = request.who.name;
  opinion.instant = context.instant();
  opinion.opinion = text_of(body.value(), "opinion");
  opinion.words = text_of(body.value(), "words");
  return write(request, context, "opinion",
               [&](const Asked&, const ReviewedRows& rows) -> Result<std::int64_t> {
                 const auto store = context.writer();
                 return append_opinion(*store, rows, opinion);
               });
}

ApiResponse decide_pair(const ApiRequest& request, ReviewContext& context) {
  const auto body = json_body(request.body);
  if (!body) return failure(request, body.error());
  const std::string word = text_of(body.value(), "decision");
  const auto kind = parse_decision(word);
  if (!kind || *kind == DecisionKind::undo)
    return failure(request, Error{"review.bad_decision", {word}, {}});
  Decision decision;
  decision.kind = *kind;
  decision.reasons = texts_of(body.value(), "reasons");
  decision.words = text_of(body.value(), "words");
  decision.needed = texts_of(body.value(), "needed");
  decision.based_on = id_of(body.value(), "based_on");
  if (const auto lines = body.value().find("lines"); lines != body.value().end())
    for (const auto& [evidence, verdict] : lines->items())
      decision.lines[evidence] = verdict.is_string() ? verdict.get<std::string>() : "";
  return write(request, context, "decision", [&](const Asked& asked, const ReviewedRows& rows) {
    return append(request, context, asked, rows, decision);
  });
}

ApiResponse undo_decision(const ApiRequest& request, ReviewContext& context) {
  const auto body = json_body(request.body);
  if (!body) return failure(request, body.error());
  Decision decision;
  decision.kind = DecisionKind::undo;
  decision.undoes = decision.based_on = id_of(body.value(), "decision");
  return write(request, context, "decision", [&](const Asked& asked, const ReviewedRows& rows) {
    return append(request, context, asked, rows, decision);
  });
}

}  // namespace confronta::app::review
