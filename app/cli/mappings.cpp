// `confronta mappings`: those that ship, one of them to copy, or a proposal for a new layout.

#include <cstdio>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/text_table.h"
#include "app/imports/layout_survey.h"
#include "app/numbers.h"
#include "importers/genetics/dna_records.h"
#include "importers/mapping/shipped.h"

namespace confronta::app {

using Json = nlohmann::ordered_json;

namespace {

std::string meaning(const Session& session, const importers::ColumnGuess& guess) {
  if (guess.trait.empty()) return session.text("suggest.no_idea");
  return session.text(guess.trait == "id" ? "suggest.id" : "trait." + guess.trait);
}

/// What each column was taken for, on stderr: the proposal itself goes to stdout.
void tell_guesses(const Session& session, const importers::FileSurvey& survey) {
  TextTable table{{session.text("suggest.column"), session.text("suggest.trait"),
                   session.text("suggest.confidence"), session.text("suggest.sample")}};
  for (const importers::ColumnGuess& guess : survey.columns)
    table.add({guess.column, meaning(session, guess),
               guess.trait.empty() ? "" : figures_text(guess.confidence, 2),
               guess.samples.empty() ? "" : guess.samples.front()});
  for (const std::string& line : table.lines()) std::fprintf(stderr, "%s\n", line.c_str());
}

int suggest_mapping(const Session& session, const std::string& path) {
  const auto survey = importers::survey_file(path, name_from_file(path));
  if (!survey) return session.fail(survey.error());
  if (session.json) {
    Json layout = layout_json(survey.value());
    layout["mapping_text"] = survey.value().mapping_text;
    session.print(layout.dump(-1, ' ', false, Json::error_handler_t::replace));
    return exit_ok;
  }
  if (!survey.value().mapping.empty()) {
    session.tell("suggest.known", {survey.value().mapping});
  } else {
    tell_guesses(session, survey.value());
    session.tell("suggest.check", {path});
  }
  session.print(survey.value().mapping_text);
  return exit_ok;
}

}  // namespace

int list_mappings(const Session& session, const MappingsArguments& arguments) {
  if (!arguments.suggest.empty()) return suggest_mapping(session, arguments.suggest);
  Json names = Json::array();
  for (const importers::ShippedMapping& mapping : importers::shipped_mappings()) {
    if (arguments.show == mapping.name) {
      session.print(std::string{mapping.toml});
      return exit_ok;
    }
    names.push_back(mapping.name);
    if (!session.json && arguments.show.empty()) session.print(std::string{mapping.name});
  }
  // The readers of DNA files have no text to show; --mapping takes their names all the same.
  for (const std::string_view layout : importers::dna_layouts()) {
    names.push_back(layout);
    if (!session.json && arguments.show.empty()) session.print(std::string{layout});
  }
  if (!arguments.show.empty()) {
    session.fail(Error{"mapping.unknown", {arguments.show}, {}});
    return exit_usage;
  }
  if (session.json) session.print(names.dump());
  return exit_ok;
}

}  // namespace confronta::app
