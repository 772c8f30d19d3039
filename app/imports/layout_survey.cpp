#include "app/imports/layout_survey.h"

#include <filesystem>
#include <nlohmann/json.hpp>

namespace confronta::app {

using Json = nlohmann::ordered_json;

std::string name_from_file(const std::string& path) {
  std::string name;
  for (const char c : std::filesystem::path{path}.stem().string()) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (upper || plain)
      name += upper ? static_cast<char>(c - 'A' + 'a') : c;
    else if (!name.empty() && name.back() != '_')
      name += '_';
  }
  while (!name.empty() && name.back() == '_') name.pop_back();
  return name.empty() ? "lista" : name;
}

Json layout_json(const importers::FileSurvey& survey) {
  Json columns = Json::array();
  for (const importers::ColumnGuess& guess : survey.columns)
    columns.push_back({{"column", guess.column},
                       {"samples", guess.samples},
                       {"suggested_trait", guess.trait.empty() ? Json() : Json(guess.trait)},
                       {"confidence", guess.confidence}});
  return {{"format", survey.format},
          {"mapping", survey.mapping.empty() ? Json() : Json(survey.mapping)},
          {"sheets", survey.sheets},
          {"columns", columns}};
}

}  // namespace confronta::app
