#pragma once
// The figures of an evaluation as SVG. The engine knows no language: the words are passed in.

#include <span>
#include <string>
#include <vector>

#include "engine/evaluate/recall.h"
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

/// The ranks of all true pairs under one way of scoring.
struct RankedWay {
  std::string name;
  std::vector<Rank> ranks;
};
struct RecallLabels {
  std::string title;
  std::string x_axis;
  std::string y_axis;
};
inline constexpr Rank recall_figure_end = 100;

/// Share of true pairs within the first k, for k = 1 to 100 on a logarithmic axis; one curve for
/// each of at most three ways, first the one that matters most.
std::string recall_svg(std::span<const RankedWay> ways, const RecallLabels& labels);

}  // namespace confronta
