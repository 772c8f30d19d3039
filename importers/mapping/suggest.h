#pragma once
// A first mapping for a layout that nobody has described yet: a proposal for a person to check with
// a dry run, never applied by itself.

#include <string>
#include <vector>

#include "models/domain/result.h"

namespace confronta::importers {

struct ColumnGuess {
  std::string column;                // as the file has it
  std::vector<std::string> samples;  // its first different texts
  std::string trait;                 // what it may mean: a trait's name, "id", or "" = no idea
  /// 0 to 1, from how the header's words agree with those known, and the samples with the kind of
  /// value. An ordering aid, not a probability.
  double confidence = 0;
};

struct FileSurvey {
  std::string format;               // csv, xlsx, ...
  std::string mapping;              // the shipped mapping that knows the layout; "" = none does
  std::vector<std::string> sheets;  // that have rows among those looked at
  std::vector<ColumnGuess> columns;
  /// TOML: the known mapping, or a proposal: the template (of reports or of remains) that explains
  /// most, with the file's columns as aliases of its own. "" if not one column could be guessed.
  std::string mapping_text;
};

/// Looks at the first rows of a file. `name` becomes the proposal's name and source. Errors: those
/// of open_rows.
Result<FileSurvey> survey_file(const std::string& path, const std::string& name);

/// The proposal for columns alone; samples may be empty.
std::string propose_mapping(std::vector<ColumnGuess>& columns, const std::string& name);

}  // namespace confronta::importers
