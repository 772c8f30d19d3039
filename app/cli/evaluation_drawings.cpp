#include <filesystem>
#include <fstream>
#include <system_error>

#include "app/cli/evaluation_output.h"
#include "engine/evaluate/drawing.h"

namespace confronta::app {
namespace {

Status write_file(const std::string& path, const std::string& text) {
  std::ofstream file{path, std::ios::binary | std::ios::trunc};
  file << text;
  file.close();
  if (!file) return Error{"report.not_written", {path}, {}};
  return success();
}

/// Ours, the oracle's and the rule's recall, from both sides.
Status draw_recall(const Session& session, const Comparison& c, const std::string& folder) {
  for (const bool of_remains : {true, false}) {
    const auto ranks = [of_remains](const WayMeasures& way) {
      return of_remains ? way.remains_ranks : way.report_ranks;
    };
    const RankedWay ways[] = {{session.text("evaluate.way.posterior"), ranks(c.by_posterior)},
                              {session.text("evaluate.way.oracle"), ranks(*c.oracle)},
                              {session.text("evaluate.way.rule"), ranks(*c.rule)}};
    const std::string side = of_remains ? "remains" : "report";
    const RecallLabels labels{session.text("evaluate.recall.title." + side),
                              session.text("evaluate.recall.x"), session.text("evaluate.recall.y")};
    if (auto written =
            write_file(folder + "/recall_per_" + side + ".svg", recall_svg(ways, labels));
        !written)
      return written;
  }
  return success();
}

}  // namespace

Status write_drawings(const Session& session, const Evaluation& evaluation,
                      const std::string& folder) {
  std::error_code made;  // a folder that cannot be made fails at its first file
  std::filesystem::create_directories(folder, made);
  const Measures& m = evaluation.measures;
  const FigureLabels tippett{session.text("evaluate.tippett.title"),
                             session.text("evaluate.tippett.x"), session.text("evaluate.tippett.y"),
                             session.text("evaluate.pairs.true"),
                             session.text("evaluate.pairs.false")};
  if (auto written = write_file(folder + "/tippett.svg", tippett_svg(m.tippett, tippett)); !written)
    return written;
  const FigureLabels calibration{
      session.text("evaluate.calibration.title"), session.text("evaluate.calibration.x"),
      session.text("evaluate.calibration.y"), session.text("evaluate.calibration.bins"),
      session.text("evaluate.calibration.perfect")};
  if (auto written =
          write_file(folder + "/calibration.svg", calibration_svg(m.reliability, calibration));
      !written)
    return written;
  return evaluation.comparison && evaluation.comparison->oracle
             ? draw_recall(session, *evaluation.comparison, folder)
             : success();
}

}  // namespace confronta::app
