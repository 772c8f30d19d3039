#include "app/review/imports/import_json.h"

#include <nlohmann/json.hpp>

#include "importers/formats/raw_cells.h"

namespace confronta::app::review {
namespace {

using Json = nlohmann::ordered_json;

Json warnings_json(Language language, const importers::ReadingNotes& notes) {
  Json warnings = Json::array();
  for (const auto& warning : notes.warnings)
    warnings.push_back({{"column", warning.column},
                        {"count", warning.count},
                        {"example", warning.example},
                        {"text", say(language, warning.code, {warning.example})}});
  return warnings;
}

/// A row that a dry run rejected, in the shape of those that the store keeps.
QuarantinedRow row_of(const RejectedRow& rejected, const Poured& poured) {
  QuarantinedRow row;
  row.file = rejected.reason.where.file;
  row.sheet = rejected.reason.where.sheet;
  row.row = rejected.reason.where.row;
  row.column = rejected.reason.where.column;
  row.rule = rejected.reason.code;
  row.arguments = rejected.reason.arguments;
  row.value = rejected.value;
  row.hint = rejected.hint;
  row.raw = rejected.raw;
  row.format = poured.facts.format;
  row.columns = poured.columns;
  return row;
}

}  // namespace

Json quarantine_json(Language language, const QuarantinedRow& row) {
  const auto columns = importers::mendable_columns(row.format, row.columns);
  return {{"number", row.number > 0 ? Json(row.number) : Json()},
          {"file", row.file},
          {"sheet", row.sheet},
          {"row", row.row},
          {"column", row.column},
          {"rule", row.rule},
          {"message", say(language, row.rule, row.arguments)},
          {"value", row.value},
          {"hint", row.hint.empty() ? "" : say(language, row.hint, {row.value})},
          {"raw", row.raw},
          {"columns", columns},
          {"cells", importers::cells_of_raw(row.format, columns, {row.raw, row.sheet, row.row})},
          {"resolved", row.resolved}};
}

Json poured_json(Language language, const Poured& poured) {
  const ImportCounts& c = poured.counts;
  Json rows = Json::array();
  for (const RejectedRow& rejected : poured.rejected)
    rows.push_back(quarantine_json(language, row_of(rejected, poured)));
  return {{"mapping", poured.facts.mapping},
          {"source", poured.facts.source},
          {"counts",
           {{"rows", c.rows},
            {"imported", c.imported},
            {"unchanged", c.unchanged},
            {"new_versions", c.new_versions},
            {"quarantined", c.quarantined},
            {"withdrawn", c.withdrawn}}},
          {"quarantine", rows},
          {"warnings", warnings_json(language, poured.notes)},
          {"unmapped", poured.notes.unmapped_columns}};
}

}  // namespace confronta::app::review
