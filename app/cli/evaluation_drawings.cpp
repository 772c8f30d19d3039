#include <fstream>

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

}  // namespace

Status write_drawings(const Session& session, const Evaluation& evaluation,
                      const std::string& folder) {
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
  return write_file(folder + "/calibration.svg", calibration_svg(m.reliability, calibration));
}

}  // namespace confronta::app
