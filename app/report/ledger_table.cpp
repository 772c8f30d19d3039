#include "app/report/ledger_table.h"

#include <algorithm>

#include "app/finding_text.h"
#include "app/numbers.h"
#include "app/report/html.h"
#include "models/domain/number_text.h"

namespace confronta::app {
namespace {

constexpr double bar_width = 220;

/// The span of bans that the bars need: all running sums, and 0.
struct Scale {
  double low = 0;
  double high = 0;

  explicit Scale(const Ledger& ledger) {
    double sum = 0;
    for (const LedgerLine& line : ledger.lines) {
      sum += line.finding.score.log10();
      low = std::min(low, sum);
      high = std::max(high, sum);
    }
    if (high - low < 1) high = low + 1;
  }
  double x(double bans) const { return (bans - low) / (high - low) * bar_width; }
};

std::string bar(const Scale& scale, double from, double to) {
  const double x = scale.x(std::min(from, to));
  const double w = std::max(1.0, scale.x(std::max(from, to)) - x);
  const char* kind = to > from ? "for" : to < from ? "against" : "nothing";
  return "<svg class=\"bar\" aria-hidden=\"true\" viewBox=\"0 0 " + fixed_text(bar_width, 0) +
         " 14\"><line x1=\"" + fixed_text(scale.x(0), 1) + "\" x2=\"" + fixed_text(scale.x(0), 1) +
         "\" y1=\"0\" y2=\"14\"/><rect class=\"" + kind + "\" x=\"" + fixed_text(x, 1) +
         "\" y=\"2\" width=\"" + fixed_text(w, 1) + "\" height=\"10\"/></svg>";
}

std::string details(Language language, const Finding& finding) {
  if (finding.details.empty()) return "";
  std::string items;
  for (const Finding& part : finding.details)
    items += text_element("li", bans_text(part.score.log10()) + "  " + reason_text(language, part));
  return element("ul", items);
}

std::string probabilities(Language language, const Finding& finding) {
  if (!finding.p_h1 || !finding.p_h2) return "";
  return text_element("p",
                      say(language, "report.probabilities",
                          {fixed_text(*finding.p_h1, 6), fixed_text(*finding.p_h2, 6)}),
                      "class=\"small\"");
}

std::string row(Language language, const Scale& scale, const LedgerLine& line, double before) {
  const Finding& f = line.finding;
  const double after = before + f.score.log10();
  std::string why = text_element("p", reason_text(language, f));
  if (f.state != ObservationState::observed)
    why += text_element(
        "p", say(language, "explain.state", {"@state." + std::string{state_name(f.state)}}),
        "class=\"state\"");
  why += probabilities(language, f) + details(language, f);
  return element("tr",
                 text_element("th", say(language, "evidence." + line.evidence), "scope=\"row\"") +
                     element("td", bar(scale, before, after)) +
                     text_element("td", bans_text(f.score.log10()), "class=\"number\"") +
                     text_element("td", side_text(language, f.left)) +
                     text_element("td", side_text(language, f.right)) + element("td", why));
}

}  // namespace

std::string ledger_table(Language language, const Ledger& ledger) {
  std::string head;
  for (const char* code : {"report.evidence", "report.sum_so_far", "report.bans", "report.left",
                           "report.right", "report.reason"})
    head += text_element("th", say(language, code), "scope=\"col\"");
  const Scale scale{ledger};
  std::string body;
  double sum = 0;
  for (const LedgerLine& line : ledger.lines) {
    body += row(language, scale, line, sum);
    sum += line.finding.score.log10();
  }
  const std::string total = element(
      "tr",
      text_element("th", say(language, "report.total"), "scope=\"row\"") + element("td", "") +
          text_element("td", bans_text(ledger.total.log10()), "class=\"number\"") +
          text_element("td", say(language, verbal_code(ledger.total.log10())), "colspan=\"3\""));
  return element(
      "table",
      element("thead", element("tr", head)) + element("tbody", body) + element("tfoot", total),
      "class=\"ledger\"");
}

}  // namespace confronta::app
