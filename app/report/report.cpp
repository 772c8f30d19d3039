#include "app/report/report.h"

#include <map>

#include "app/joint_note.h"
#include "app/numbers.h"
#include "app/report/cluster_drawing.h"
#include "app/report/html.h"
#include "app/report/ledger_table.h"
#include "app/report/pedigree_drawing.h"
#include "app/report/style.h"

namespace confronta::app {
namespace {

constexpr std::size_t ledgers_a_cluster = 6;  // the strongest pairs; the table lists all of them

std::string joined(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + id;
  return text;
}

/// Writes the parts of one report.
class Report {
 public:
  Report(Language language, RunContext& context) : language_(language), context_(context) {}

  std::string write(std::uint32_t top) {
    std::string body = header() + sizes();
    for (const RunCluster& c : run().clusters)
      if (c.number <= top) body += cluster(c);
    return "<!doctype html>\n<html lang=\"" +
           std::string{language_ == Language::spanish ? "es" : "en"} +
           "\"><head><meta charset=\"utf-8\">"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
           "'unsafe-inline'\"><meta name=\"viewport\" content=\"width=device-width\">" +
           text_element("title", text("report.title")) + element("style", report_style) +
           "</head><body>" + element("main", body) + "</body></html>\n";
  }

 private:
  const Run& run() const { return context_.view().run(); }
  std::string text(std::string_view code, const std::vector<std::string>& arguments = {}) const {
    return say(language_, code, arguments);
  }

  std::string header() const {
    std::string facts;
    const auto fact = [&](const char* code, const std::string& value) {
      facts += text_element("dt", text(code)) + text_element("dd", value);
    };
    fact("report.pairs_compared", std::to_string(run().pairs_compared));
    fact("report.pairs_kept", std::to_string(run().pairs.size()));
    fact("report.clusters", std::to_string(run().clusters.size()));
    fact("report.digest", run().digest);
    for (const auto& [name, value] : run().manifest)
      if (value.size() < 200) facts += text_element("dt", name) + text_element("dd", value);
    std::string words = text_element("h1", text("report.title")) +
                        text_element("p", text("report.caution"), "class=\"warning\"") +
                        text_element("p", "H1: " + text("proposition.h1.identity")) +
                        text_element("p", "H2: " + text("proposition.h2")) +
                        text_element("p", text("explain.not_a_posterior"), "class=\"small\"") +
                        text_element("p", text("report.prior"), "class=\"small\"");
    if (context_.stale()) words += text_element("p", text("explain.stale"), "class=\"warning\"");
    return element("header",
                   words + element("details", text_element("summary", text("report.facts")) +
                                                  element("dl", facts)));
  }

  /// How large the clusters are: whether a person can review them.
  std::string sizes() const {
    std::map<std::size_t, std::size_t> counts;
    for (const RunCluster& c : run().clusters) ++counts[c.reports.size() + c.remains.size()];
    std::string rows;
    for (const auto& [size, count] : counts)
      rows += element("tr", text_element("td", std::to_string(size), "class=\"number\"") +
                                text_element("td", std::to_string(count), "class=\"number\""));
    return element(
        "section",
        element(
            "details",
            text_element("summary", text("report.sizes")) +
                element("table",
                        element("thead",
                                element("tr", text_element("th", text("report.records")) +
                                                  text_element("th", text("report.clusters")))) +
                            element("tbody", rows))));
  }

  std::string cluster(const RunCluster& c) {
    std::string body = text_element(
        "h2", text("clusters.title",
                   {std::to_string(c.number), std::to_string(c.people), std::to_string(c.bodies),
                    std::to_string(c.parts), std::to_string(c.duplicate_reports)}));
    for (const RunConflict& conflict : c.conflicts)
      body += text_element("p", text("conflict." + conflict.code, {joined(conflict.ids)}),
                           "class=\"warning\"");
    body += cluster_drawing(language_, run(), c) + pairs_table(c);
    std::size_t shown = 0;
    for (const std::uint32_t index : c.pairs) {
      const bool open = c.number == 1 && shown == 0;  // shows how a ledger looks
      if (shown++ < ledgers_a_cluster) body += pair_details(run().pairs[index], open);
    }
    return element("section", body);
  }

  std::string pairs_table(const RunCluster& c) const {
    std::string head;
    for (const char* code :
         {"report.relation", "report.left", "report.right", "report.log10_lr", "report.support",
          "report.posterior", "report.pairwise", "report.review"})
      head += text_element("th", text(code), "scope=\"col\"");
    std::string rows;
    for (const std::uint32_t index : c.pairs) {
      const RunPair& p = run().pairs[index];
      rows += element(
          "tr", text_element("td", text("relation." + std::string{relation_name(p.relation)})) +
                    text_element("td", p.left) + text_element("td", p.right) +
                    text_element("td", bans_text(p.score.log10()), "class=\"number\"") +
                    text_element("td", text(verbal_code(p.score.log10()))) +
                    text_element("td", percent_text(p.posterior), "class=\"number\"") +
                    text_element("td", percent_text(p.pairwise_posterior), "class=\"number\"") +
                    text_element("td", review_of(p)));
    }
    return element("table", element("thead", element("tr", head)) + element("tbody", rows));
  }

  /// How the pair stands among those who review it, and what of that the run took in.
  std::string review_of(const RunPair& p) const {
    const ReviewState state = context_.board().state({p.relation, p.left, p.right});
    const std::string words = text("review_state." + std::string{state_name(state)});
    return p.decided == Decided::no
               ? words
               : words + ". " + text("decided." + std::string{decided_name(p.decided)});
  }

  /// The family's pedigree, where one speaks, and what its other missing people add.
  std::string dna_of(const RunPair& pair) {
    if (pair.relation != Relation::identity) return "";
    Workspace& workspace = context_.workspace();
    const auto report = workspace.find_left(pair.relation, pair.left);
    const auto body = workspace.find_right(pair.relation, pair.right);
    if (!report || !body) return "";
    const auto view = dna_view(workspace, *report, *body);
    std::string section = view ? pedigree_section(language_, *view) : "";
    if (const auto note =
            joint_note(workspace.relation(pair.relation), likely_in(run()), *report, *body))
      section += text_element("p", joint_text(language_, *note));
    return section;
  }

  std::string pair_details(const RunPair& pair, bool open) {
    auto ledger = context_.ledger(pair.left, pair.right, std::string{relation_name(pair.relation)});
    if (!ledger) return text_element("p", say(language_, ledger.error()), "class=\"small\"");
    const std::string title = text("explain.title", {pair.left, pair.right}) + " · log10 LR " +
                              bans_text(pair.score.log10());
    return element(
        "details",
        text_element("summary", title) +
            text_element(
                "p", "H1: " + text("proposition.h1." + std::string{relation_name(pair.relation)}) +
                         ". H2: " + text("proposition.h2") + '.') +
            dna_of(pair) + ledger_table(language_, ledger.value()),
        open ? "open" : "");
  }

  Language language_;
  RunContext& context_;
};

}  // namespace

std::string html_report(Language language, RunContext& context, std::uint32_t top) {
  return Report{language, context}.write(top);
}

}  // namespace confronta::app
