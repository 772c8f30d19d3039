// /quarantine: the rows that could not be used, and mending one of them.

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/imports/import_source.h"
#include "app/review/api/answer.h"
#include "app/review/api/handlers.h"
#include "app/review/api/json_body.h"
#include "app/review/context.h"
#include "app/review/imports/import_json.h"
#include "importers/formats/raw_cells.h"
#include "importers/importer.h"
#include "models/domain/number_text.h"

namespace confronta::app::review {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::int64_t page_rows = 50;
constexpr std::int64_t most_rows = 500;

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<QuarantinedRow> find_row(Store& store, const std::string& number) {
  auto rows = read_quarantine(store, true);
  if (!rows) return rows.error();
  for (QuarantinedRow& row : rows.value())
    if (std::to_string(row.number) == number) return std::move(row);
  return Error{"review.unknown", {number}, {}};
}

std::optional<std::vector<std::string>> texts_of(const nlohmann::json& body, const char* name) {
  const auto at = body.find(name);
  if (at == body.end() || !at->is_array()) return std::nullopt;
  std::vector<std::string> texts;
  for (const nlohmann::json& item : *at) {
    if (!item.is_string()) return std::nullopt;
    texts.push_back(item.get<std::string>());
  }
  return texts;
}

/// The mended row as a batch of one, read as its file was.
Result<importers::RetryBatch> mended_batch(const QuarantinedRow& row,
                                           const std::vector<std::string>& cells) {
  constexpr char rows_of_a_group = '\x1e';  // several rows that are one subject: not one's to mend
  const auto raw = row.raw.find(rows_of_a_group) == std::string::npos
                       ? importers::raw_of_cells(row.format, row.columns, row.raw, cells)
                       : std::nullopt;
  if (!raw) return Error{"review.not_mendable", {}, {}};
  importers::RetryBatch batch = batch_of_file(row);
  batch.rows.push_back({*raw, row.sheet, row.row});
  return batch;
}

}  // namespace

ApiResponse list_quarantine(const ApiRequest& request, ReviewContext& context) {
  auto store = context.reader();
  if (!store) return failure(request, store.error());
  auto rows = read_quarantine(*store.value(), false);
  if (!rows) return failure(request, rows.error());
  const auto total = static_cast<std::int64_t>(rows.value().size());
  const std::int64_t offset = request.query_number("offset", 0, 0, total);
  const std::int64_t limit = request.query_number("limit", page_rows, 1, most_rows);
  Json items = Json::array();
  for (std::int64_t i = offset; i < std::min(offset + limit, total); ++i)
    items.push_back(quarantine_json(request.language, rows.value()[static_cast<std::size_t>(i)]));
  return json_answer(dumped({{"total", total}, {"items", items}}));
}

ApiResponse mend_row(const ApiRequest& request, ReviewContext& context) {
  const auto body = json_body(request.body);
  if (!body) return failure(request, body.error());
  const auto cells = texts_of(body.value(), "cells");
  if (!cells) return failure(request, Error{"review.bad_value", {"cells"}, {}});
  const auto store = context.writer();
  auto row = find_row(*store, request.path[1]);
  if (!row) return failure(request, row.error());
  if (row.value().resolved)
    return failure(request, 409, Error{"review.already_mended", {request.path[1]}, {}});
  auto batch = mended_batch(row.value(), *cells);
  if (!batch) return failure(request, batch.error());
  auto reader = importers::reopen_records(batch.value());
  if (!reader) return failure(request, reader.error());
  auto poured =
      pour(*store, *reader.value(),
           {row.value().file, request.who.name, context.instant(), false, row.value().number});
  if (!poured) return failure(request, poured.error());
  if (!poured.value().rejected.empty())
    return failure(request, 400, poured.value().rejected.front().reason);
  row.value().resolved = true;
  Json answer = quarantine_json(request.language, row.value());
  answer["subject"] = poured.value().subject;
  ApiResponse response = json_answer(dumped(answer));
  response.events.push_back(
      {"import", dumped({{"file", row.value().file}, {"who", request.who.name}})});
  return response;
}

}  // namespace confronta::app::review
