#pragma once
// A file whose layout is to be described: what was found in it, and a name for its mapping.

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "importers/mapping/suggest.h"

namespace confronta::app {

/// A name for a mapping and a source, made of the file's: small letters, digits and "_"; folders
/// and the ending are left out.
std::string name_from_file(const std::string& path);

/// Format, mapping, sheets and columns with their samples and guesses.
nlohmann::ordered_json layout_json(const importers::FileSurvey& survey);

}  // namespace confronta::app
