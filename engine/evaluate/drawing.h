#pragma once
// The two figures of an evaluation as SVG. The engine knows no language: the words are passed in.

#include <span>
#include <string>

#include "engine/evaluate/reliability.h"

namespace confronta {

/// Words of a figure, already in the reader's language. All are escaped for XML.
struct FigureLabels {
  std::string title;
  std::string x_axis;
  std::string y_axis;
  std::string first;   // of the first curve or mark
  std::string second;  // of the second
};

/// Share of true pairs (first) and of false pairs (second) above each log10 LR. Two curves that
/// differ in stroke as well as in colour. `curve` ascending, at least two points.
std::string tippett_svg(std::span<const TippettPoint> curve, const FigureLabels& labels);

/// Share of true pairs against mean posterior, one mark per bin that has pairs (first), its area
/// growing with their number, beside the diagonal of perfect calibration (second).
std::string calibration_svg(std::span<const ReliabilityBin> bins, const FigureLabels& labels);

}  // namespace confronta
