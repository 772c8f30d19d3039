#include "engine/evaluate/plot.h"

#include "models/domain/number_text.h"

namespace confronta::plot {
namespace {

constexpr double width = 640, height = 420;

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

std::string text_at(double x, double y, std::string_view anchor, std::string_view words) {
  return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" +
         std::string(anchor) + "\">" + escaped(words) + "</text>\n";
}

}  // namespace

std::string opening(std::string_view title) {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + fixed_text(width, 0) + " " +
         fixed_text(height, 0) +
         "\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\">\n"
         "<title>" +
         escaped(title) +
         "</title>\n"
         "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" +
         text_at((left + right) / 2, 24, "middle", title);
}

std::string axes(const Frame& frame, std::span<const Tick> ticks, std::string_view x_axis,
                 std::string_view y_axis) {
  std::string svg;
  for (int i = 0; i <= 5; ++i) {
    const double share = i / 5.0;
    svg += line(left, frame.y(share), right, frame.y(share), "stroke=\"#d9d9d9\"");
    svg += text_at(left - 8, frame.y(share) + 4, "end", fixed_text(share, 1));
  }
  for (const Tick& tick : ticks) {
    const double x = frame.x(tick.value);
    svg += line(x, bottom, x, bottom + 5, "stroke=\"#404040\"");
    svg += text_at(x, bottom + 20, "middle", tick.label);
  }
  svg += line(left, bottom, right, bottom, "stroke=\"#404040\"");
  svg += line(left, top, left, bottom, "stroke=\"#404040\"");
  svg += text_at((left + right) / 2, bottom + 42, "middle", x_axis);
  const double middle = (top + bottom) / 2;
  svg += "<text x=\"18\" y=\"" + number(middle) +
         "\" text-anchor=\"middle\" transform=\"rotate(-90 18 " + number(middle) + ")\">" +
         escaped(y_axis) + "</text>\n";
  return svg;
}

std::string line(double x1, double y1, double x2, double y2, std::string_view style) {
  return "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) +
         "\" y2=\"" + number(y2) + "\" " + std::string(style) + "/>\n";
}

std::string style_of(const Stroke& stroke) {
  return "fill=\"none\" stroke=\"" + std::string(stroke.colour) + "\" stroke-width=\"2\"" +
         (stroke.dashes.empty() ? "" : " stroke-dasharray=\"" + std::string(stroke.dashes) + "\"");
}

std::string curve(const Frame& frame, std::span<const Point> points, const Stroke& stroke) {
  std::string list;
  for (const Point& point : points)
    list += number(frame.x(point.x)) + "," + number(frame.y(point.y)) + " ";
  return "<polyline points=\"" + list + "\" " + style_of(stroke) + "/>\n";
}

std::string mark(double x, double y, double radius, std::string_view title) {
  return "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(radius) +
         "\" fill=\"" + std::string(first.colour) + "\" fill-opacity=\"0.75\"><title>" +
         escaped(title) + "</title></circle>\n";
}

std::string legend(double x, double y, std::span<const LegendLine> lines) {
  constexpr double step = 20, room = 13;
  std::string svg = "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" +
                    number(legend_width) + "\" height=\"" +
                    number(2 * room + step * (static_cast<double>(lines.size()) - 1)) +
                    "\" fill=\"#ffffff\" fill-opacity=\"0.85\"/>\n";
  double at = y + room;
  for (const LegendLine& entry : lines) {
    svg += entry.as_mark ? mark(x + 24, at, 6, entry.words)
                         : line(x + 10, at, x + 38, at, style_of(entry.stroke));
    svg += text_at(x + 46, at + 4, "start", entry.words);
    at += step;
  }
  return svg;
}

}  // namespace confronta::plot
