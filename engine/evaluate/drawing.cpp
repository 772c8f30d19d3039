#include "engine/evaluate/drawing.h"

#include <array>
#include <cmath>
#include <vector>

#include "engine/evaluate/plot.h"
#include "models/domain/number_text.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

/// Multiples of `step` within the frame.
std::vector<plot::Tick> even_ticks(const plot::Frame& frame, double step, int decimals) {
  std::vector<plot::Tick> ticks;
  const double first = std::ceil(frame.x_low / step) * step;
  const int count = static_cast<int>(std::floor((frame.x_high - first) / step + 1e-9));
  for (int i = 0; i <= count; ++i)
    ticks.push_back({first + i * step, fixed_text(first + i * step, decimals)});
  return ticks;
}

}  // namespace

std::string tippett_svg(std::span<const TippettPoint> curve, const FigureLabels& labels) {
  const plot::Frame frame{curve.front().log10_lr, curve.back().log10_lr};
  std::vector<plot::Point> of_true, of_false;
  for (const TippettPoint& point : curve) {
    of_true.push_back({point.log10_lr, point.true_above});
    of_false.push_back({point.log10_lr, point.false_above});
  }
  const double span = frame.x_high - frame.x_low;
  std::string svg = plot::opening(labels.title) + plot::axes(frame,
                                                             even_ticks(frame,
                                                                        span > 12  ? 4
                                                                        : span > 6 ? 2
                                                                                   : 1,
                                                                        0),
                                                             labels.x_axis, labels.y_axis);
  if (frame.x_low < 0 && frame.x_high > 0)
    svg += plot::line(frame.x(0), plot::top, frame.x(0), plot::bottom,
                      "stroke=\"#808080\" stroke-dasharray=\"2 3\"");
  svg += plot::curve(frame, of_true, plot::first) + plot::curve(frame, of_false, plot::second);
  const std::array<plot::LegendLine, 2> legend{
      {{plot::first, labels.first}, {plot::second, labels.second}}};
  return svg + plot::legend(plot::right - plot::legend_width - 4, plot::top + 6, legend) +
         std::string{plot::closing};
}

std::string calibration_svg(std::span<const ReliabilityBin> bins, const FigureLabels& labels) {
  const plot::Frame frame{0, 1};
  std::string svg = plot::opening(labels.title) +
                    plot::axes(frame, even_ticks(frame, 0.2, 1), labels.x_axis, labels.y_axis);
  svg += plot::line(frame.x(0), frame.y(0), frame.x(1), frame.y(1), plot::style_of(plot::second));
  for (const ReliabilityBin& bin : bins) {
    if (bin.count <= 0) continue;
    const double radius = 3 + 0.8 * portable_log10(1 + bin.count);
    svg += plot::mark(frame.x(bin.mean_posterior), frame.y(bin.true_share), radius,
                      fixed_text(bin.count, 0));
  }
  const std::array<plot::LegendLine, 2> legend{
      {{plot::first, labels.first, true}, {plot::second, labels.second}}};
  return svg + plot::legend(plot::right - plot::legend_width - 4, plot::bottom - 64, legend) +
         std::string{plot::closing};
}

std::string recall_svg(std::span<const RankedWay> ways, const RecallLabels& labels) {
  constexpr std::array<plot::Stroke, 3> strokes{plot::first, plot::third, plot::second};
  const plot::Frame frame{0, portable_log10(recall_figure_end)};
  std::vector<plot::Tick> ticks;
  for (const Rank k : {1, 2, 5, 10, 20, 50, 100})
    ticks.push_back({portable_log10(k), std::to_string(k)});
  std::string svg =
      plot::opening(labels.title) + plot::axes(frame, ticks, labels.x_axis, labels.y_axis);
  std::vector<plot::LegendLine> legend;
  for (std::size_t w = 0; w < ways.size(); ++w) {
    std::vector<plot::Point> points;
    for (Rank k = 1; k <= recall_figure_end; ++k)
      points.push_back({portable_log10(k), recall_at(ways[w].ranks, k).value_or(0)});
    const plot::Stroke& stroke = strokes[w % strokes.size()];
    svg += plot::curve(frame, points, stroke);
    legend.push_back({stroke, ways[w].name});
  }
  return svg + plot::legend(plot::left + 8, plot::top + 6, legend) + std::string{plot::closing};
}

}  // namespace confronta
