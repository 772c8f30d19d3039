#include "engine/evaluate/drawing.h"

#include <algorithm>
#include <cmath>

#include "models/domain/number_text.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

// A plot of 640 x 420 with room for axes; Okabe and Ito's blue and vermilion, told apart by
// readers with any colour vision.
constexpr double width = 640, height = 420, left = 64, right = 620, top = 44, bottom = 360;
constexpr std::string_view first_colour = "#0072b2", second_colour = "#d55e00";

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      default: result += c;
    }
  return result;
}

std::string number(double value) { return fixed_text(value, 2); }

struct Frame {
  double x_low, x_high;  // y goes from 0 to 1

  double x(double value) const {
    return left + (value - x_low) / (x_high - x_low) * (right - left);
  }
  double y(double share) const { return bottom - share * (bottom - top); }
};

std::string text_at(double x, double y, std::string_view anchor, std::string_view words) {
  return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" +
         std::string(anchor) + "\">" + escaped(words) + "</text>\n";
}

std::string line(double x1, double y1, double x2, double y2, std::string_view style) {
  return "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) +
         "\" y2=\"" + number(y2) + "\" " + std::string(style) + "/>\n";
}

std::string opening(const FigureLabels& labels) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + fixed_text(width, 0) + " " +
         fixed_text(height, 0) +
         "\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\">\n"
         "<title>" +
         escaped(labels.title) +
         "</title>\n"
         "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" +
         text_at((left + right) / 2, 24, "middle", labels.title);
}

std::string axes(const Frame& frame, double step, int decimals, const FigureLabels& labels) {
  std::string svg;
  for (int i = 0; i <= 5; ++i) {
    const double share = i / 5.0;
    svg += line(left, frame.y(share), right, frame.y(share), "stroke=\"#d9d9d9\"");
    svg += text_at(left - 8, frame.y(share) + 4, "end", fixed_text(share, 1));
  }
  const double first = std::ceil(frame.x_low / step) * step;
  const int count = static_cast<int>(std::floor((frame.x_high - first) / step + 1e-9));
  for (int i = 0; i <= count; ++i) {
    const double value = first + i * step;
    svg += line(frame.x(value), bottom, frame.x(value), bottom + 5, "stroke=\"#404040\"");
    svg += text_at(frame.x(value), bottom + 20, "middle", fixed_text(value, decimals));
  }
  svg += line(left, bottom, right, bottom, "stroke=\"#404040\"");
  svg += line(left, top, left, bottom, "stroke=\"#404040\"");
  svg += text_at((left + right) / 2, bottom + 42, "middle", labels.x_axis);
  const double middle = (top + bottom) / 2;
  svg += "<text x=\"18\" y=\"" + number(middle) +
         "\" text-anchor=\"middle\" transform=\"rotate(-90 18 " + number(middle) + ")\">" +
         escaped(labels.y_axis) + "</text>\n";
  return svg;
}

std::string stroke(std::string_view colour, bool dashed) {
  return "fill=\"none\" stroke=\"" + std::string(colour) + "\" stroke-width=\"2\"" +
         (dashed ? " stroke-dasharray=\"6 4\"" : "");
}

// What stands before a word of the legend, at a point.
std::string stroke_sample(double x, double y, std::string_view colour, bool dashed) {
  return line(x, y, x + 28, y, stroke(colour, dashed));
}

std::string mark(double x, double y, double radius, std::string_view title) {
  return "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(radius) +
         "\" fill=\"" + std::string(first_colour) + "\" fill-opacity=\"0.75\"><title>" +
         escaped(title) + "</title></circle>\n";
}

enum class Sample { line, mark };

std::string legend(const FigureLabels& labels, Sample first, double y) {
  const double x = right - 210;
  return "<rect x=\"" + number(x - 10) + "\" y=\"" + number(y - 14) +
         "\" width=\"216\" height=\"46\" fill=\"#ffffff\" fill-opacity=\"0.85\"/>\n" +
         (first == Sample::line ? stroke_sample(x, y, first_colour, false)
                                : mark(x + 14, y, 6, labels.first)) +
         text_at(x + 36, y + 4, "start", labels.first) +
         stroke_sample(x, y + 20, second_colour, true) +
         text_at(x + 36, y + 24, "start", labels.second);
}

}  // namespace

std::string tippett_svg(std::span<const TippettPoint> curve, const FigureLabels& labels) {
  const Frame frame{curve.front().log10_lr, curve.back().log10_lr};
  std::string of_true, of_false;
  for (const TippettPoint& point : curve) {
    const std::string x = number(frame.x(point.log10_lr)) + ",";
    of_true += x + number(frame.y(point.true_above)) + " ";
    of_false += x + number(frame.y(point.false_above)) + " ";
  }
  const double span = frame.x_high - frame.x_low;
  std::string svg = opening(labels) + axes(frame, span > 12 ? 4 : span > 6 ? 2 : 1, 0, labels);
  if (frame.x_low < 0 && frame.x_high > 0)
    svg += line(frame.x(0), top, frame.x(0), bottom, "stroke=\"#808080\" stroke-dasharray=\"2 3\"");
  svg += "<polyline points=\"" + of_true + "\" " + stroke(first_colour, false) + "/>\n";
  svg += "<polyline points=\"" + of_false + "\" " + stroke(second_colour, true) + "/>\n";
  return svg + legend(labels, Sample::line, top + 20) + "</svg>\n";
}

std::string calibration_svg(std::span<const ReliabilityBin> bins, const FigureLabels& labels) {
  const Frame frame{0, 1};
  std::string svg = opening(labels) + axes(frame, 0.2, 1, labels);
  svg += line(frame.x(0), frame.y(0), frame.x(1), frame.y(1), stroke(second_colour, true));
  for (const ReliabilityBin& bin : bins) {
    if (bin.count <= 0) continue;
    const double radius = std::min(14.0, 4 + 1.2 * portable_log10(1 + bin.count));
    svg += mark(frame.x(bin.mean_posterior), frame.y(bin.true_share), radius,
                fixed_text(bin.count, 0));
  }
  return svg + legend(labels, Sample::mark, bottom - 50) + "</svg>\n";
}

}  // namespace confronta
