#pragma once
// An evaluation as a script reads it and as people do.

#include <optional>
#include <string>

#include "app/cli/session.h"
#include "app/evaluate/comparison.h"
#include "app/evaluate/measure.h"

namespace confronta::app {

struct Evaluation {
  Measures measures;
  std::optional<Comparison> comparison;  // with an oracle, or where the models are studied
};

std::string evaluation_json(const Evaluation& evaluation);
void print_evaluation(const Session& session, const Evaluation& evaluation);
/// Into a folder, made if need be: tippett.svg, calibration.svg, and with an oracle
/// recall_per_remains.svg and recall_per_report.svg. Error "report.not_written".
Status write_drawings(const Session& session, const Evaluation& evaluation,
                      const std::string& folder);

}  // namespace confronta::app
