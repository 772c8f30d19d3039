#pragma once
// What the figures of an evaluation are drawn with: a plot of 640 x 420 as SVG.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace confronta::plot {

inline constexpr double left = 64, right = 620, top = 44, bottom = 360;

/// From Okabe and Ito's colours, told apart by readers with any colour vision; no two strokes of a
/// figure share their dashes either.
struct Stroke {
  std::string_view colour;
  std::string_view dashes;  // "" = solid
};
inline constexpr Stroke first{"#0072b2", ""}, second{"#d55e00", "6 4"}, third{"#009e73", "2 3"};

struct Tick {
  double value;
  std::string label;
};

/// The scale of the x axis; y is a share, from 0 to 1.
struct Frame {
  double x_low, x_high;

  double x(double value) const {
    return left + (value - x_low) / (x_high - x_low) * (right - left);
  }
  double y(double share) const { return bottom - share * (bottom - top); }
};

struct Point {
  double x, y;  // as Frame takes them
};

/// Words are escaped for XML.
std::string opening(std::string_view title);
std::string axes(const Frame& frame, std::span<const Tick> ticks, std::string_view x_axis,
                 std::string_view y_axis);
std::string line(double x1, double y1, double x2, double y2, std::string_view style);
std::string curve(const Frame& frame, std::span<const Point> points, const Stroke& stroke);
std::string mark(double x, double y, double radius, std::string_view title);
std::string style_of(const Stroke& stroke);

struct LegendLine {
  Stroke stroke;
  std::string_view words;
  bool as_mark = false;  // a mark instead of a stroke
};
/// Over the plot, its upper left corner at (x, y).
std::string legend(double x, double y, std::span<const LegendLine> lines);
inline constexpr double legend_width = 216;

inline constexpr std::string_view closing = "</svg>\n";

}  // namespace confronta::plot
