// /files: a file sent from the page is looked at, tried, and imported.

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/imports/layout_survey.h"
#include "app/review/api/answer.h"
#include "app/review/api/handlers.h"
#include "app/review/api/json_body.h"
#include "app/review/context.h"
#include "app/review/imports/import_json.h"
#include "importers/mapping/shipped.h"
#include "importers/mapping/suggest.h"

namespace confronta::app::review {
namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// An error with the names that people know instead of the paths where the server keeps things.
Error shown(Error error, const Upload& upload) {
  const std::string own_mapping = upload.path + ".toml";
  std::string& file = error.where.file;
  if (!file.empty()) file = file == own_mapping ? "TOML" : upload.name;
  for (std::string& argument : error.arguments)
    if (argument == own_mapping) argument = "TOML";
  return error;
}

bool is_shipped(const std::string& name) {
  const auto all = importers::shipped_mappings();
  return std::any_of(all.begin(), all.end(), [&](const importers::ShippedMapping& shipped) {
    return shipped.name == name;
  });
}

/// A mapping by name, or one whose text came with the request, or by the file's layout.
Result<std::string> mapping_of(const nlohmann::json& body, const Upload& upload,
                               ReviewContext& context) {
  const std::string name = text_of(body, "mapping");
  const std::string text = text_of(body, "mapping_text");
  if (!name.empty() && !is_shipped(name))  // never a path on this computer
    return Error{"review.bad_value", {"mapping"}, {}};
  if (!name.empty() || text.empty()) return name;
  return context.uploads().write_mapping(upload, text);
}

ApiResponse read_file(const ApiRequest& request, ReviewContext& context, bool dry_run) {
  const auto upload = context.uploads().find(request.path[1]);
  if (!upload) return failure(request, Error{"review.unknown", {request.path[1]}, {}});
  const auto body = json_body(request.body);
  if (!body) return failure(request, body.error());
  auto mapping = mapping_of(body.value(), *upload, context);
  if (!mapping) return failure(request, mapping.error());
  auto reader =
      importers::open_records({upload->path, text_of(body.value(), "source"), mapping.value()});
  if (!reader) return failure(request, shown(reader.error(), *upload));
  // A connection of its own: a long file must not keep decisions waiting for the mutex.
  auto store = Store::open(context.settings().store, Access::write);
  if (!store) return failure(request, store.error());
  auto poured = pour(*store.value(), *reader.value(),
                     {upload->name, request.who.name, context.instant(), dry_run, 0});
  if (!poured) return failure(request, shown(poured.error(), *upload));
  ApiResponse response = json_answer(dumped(poured_json(request.language, poured.value())));
  if (dry_run) return response;
  context.uploads().forget(upload->id);
  response.events.push_back(
      {"import", dumped({{"file", upload->name}, {"who", request.who.name}})});
  return response;
}

}  // namespace

ApiResponse take_file(const ApiRequest& request, ReviewContext& context) {
  auto upload = context.uploads().keep(request.query_text("name"), request.body);
  if (!upload) return failure(request, upload.error());
  auto survey = importers::survey_file(upload.value().path, name_from_file(upload.value().name));
  if (!survey) {
    context.uploads().forget(upload.value().id);
    return failure(request, shown(survey.error(), upload.value()));
  }
  return json_answer(dumped({{"file", upload.value().id},
                             {"name", upload.value().name},
                             {"bytes", upload.value().bytes},
                             {"layout", layout_json(survey.value())},
                             {"mapping_text", survey.value().mapping_text}}));
}

ApiResponse try_file(const ApiRequest& request, ReviewContext& context) {
  return read_file(request, context, true);
}

ApiResponse import_file(const ApiRequest& request, ReviewContext& context) {
  return read_file(request, context, false);
}

ApiResponse forget_file(const ApiRequest& request, ReviewContext& context) {
  context.uploads().forget(request.path[1]);
  return json_answer("{}");
}

}  // namespace confronta::app::review
