#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/cli/commands.h"
#include "app/cli/import_file.h"

namespace confronta::app {
namespace {

using Json = nlohmann::ordered_json;

struct ImportedFile {
  importers::FileFacts facts;
  importers::ReadingNotes notes;
  ImportCounts counts;
};

Result<ImportedFile> import_file(const Session& session, Store& store,
                                 const ImportArguments& arguments, const std::string& path) {
  auto reader = importers::open_records({path, arguments.source, arguments.mapping});
  if (!reader) return reader.error();
  auto rows = import_records(session, store, *reader.value(), false, arguments.dry_run);
  if (!rows) return rows.error();
  return ImportedFile{reader.value()->facts(), std::move(rows.value().notes), rows.value().counts};
}

Json as_json(const ImportedFile& file) {
  return {{"path", file.facts.path},
          {"mapping", file.facts.mapping},
          {"source", file.facts.source},
          {"rows", file.counts.rows},
          {"imported", file.counts.imported},
          {"unchanged", file.counts.unchanged},
          {"new_versions", file.counts.new_versions},
          {"quarantined", file.counts.quarantined},
          {"withdrawn", file.counts.withdrawn}};
}

void print_for_people(const Session& session, const ImportedFile& file) {
  const ImportCounts& c = file.counts;
  session.print(
      session.text("import.file", {file.facts.path, file.facts.mapping, file.facts.source}));
  session.print(session.text(
      "import.counts",
      {std::to_string(c.rows), std::to_string(c.imported), std::to_string(c.new_versions),
       std::to_string(c.unchanged), std::to_string(c.quarantined)}));
  if (c.withdrawn > 0)
    session.print(session.text("import.withdrawn", {std::to_string(c.withdrawn)}));
}

/// What was read otherwise than it stands, or not at all: to stderr, beside the counts.
void tell_notes(const Session& session, const importers::ReadingNotes& notes) {
  for (const auto& warning : notes.warnings)
    session.tell("import.warning",
                 {warning.column, std::to_string(warning.count),
                  session.text(warning.code, {warning.example}), warning.example});
  for (const Error& remark : notes.remarks)
    std::fprintf(stderr, "%s\n", say(session.language, remark).c_str());
  std::string columns;
  for (const std::string& column : notes.unmapped_columns)
    columns += (columns.empty() ? "" : ", ") + column;
  if (!columns.empty()) session.tell("import.unmapped", {columns});
}

}  // namespace

int import_files(const Session& session, const ImportArguments& arguments) {
  auto store = Store::open(session.store, Access::write);
  if (!store) return session.fail(store.error());
  Json files = Json::array();
  int code = exit_ok;
  for (const std::string& path : arguments.files) {
    auto file = import_file(session, *store.value(), arguments, path);
    if (!file) {  // the others stand
      const int failure = session.fail(file.error());
      code = code == exit_integrity ? code : failure;
      if (file.error().code == "run.cancelled") break;
      continue;
    }
    if (file.value().counts.quarantined > 0 && code == exit_ok) code = exit_quarantined;
    if (session.json)
      files.push_back(as_json(file.value()));
    else
      print_for_people(session, file.value());
    tell_notes(session, file.value().notes);
  }
  if (session.json) session.print(Json{{"files", files}}.dump());
  if (arguments.dry_run) session.tell("import.dry_run");
  if (code == exit_quarantined) session.tell("import.see_quarantine");
  return code;
}

}  // namespace confronta::app
