#include <algorithm>
#include <cmath>

#include "app/cli/evaluation_output.h"
#include "app/cli/text_table.h"
#include "models/data/municipality.h"
#include "models/domain/number_text.h"

namespace confronta::app {
namespace {

std::string share(double value) { return fixed_text(value, 3); }
std::string share(const std::optional<double>& value) { return value ? share(*value) : "-"; }

/// With its sign, unless it rounds to nothing.
std::string change(double value) {
  const std::string text = fixed_text(value, 3);
  if (text.find_first_of("123456789") == std::string::npos) return fixed_text(0, 3);
  return value > 0 ? "+" + text : text;
}

std::string change(double value, const BootstrapInterval& interval) {
  return std::isfinite(interval.low)
             ? change(value) + " (" + change(interval.low) + ", " + change(interval.high) + ")"
             : change(value);
}

/// 0.97, or 10^5.3 where nobody would count the digits.
std::string mean_lr(const std::optional<double>& value) {
  if (!value || !std::isfinite(*value)) return "-";
  return *value < 1000 ? fixed_text(*value, 2) : "10^" + fixed_text(std::log10(*value), 1);
}

void print_table(const Session& session, const TextTable& table) {
  for (const std::string& line : table.lines()) session.print(line);
}

void print_recall(const Session& session, const char* code, const Recall& recall) {
  for (const auto& [k, value] : recall.at) {
    const auto interval = recall.interval.find(k);
    const bool known = interval != recall.interval.end();
    session.print(session.text(
        code, {std::to_string(k), share(value), known ? share(interval->second.low) : "",
               known ? share(interval->second.high) : ""}));
  }
}

void print_measures(const Session& session, const Measures& m) {
  session.print(session.text("evaluate.true_pairs",
                             {std::to_string(m.true_pairs), std::to_string(m.unscored_pairs)}));
  print_recall(session, "evaluate.recall_per_remains", m.per_remains);
  print_recall(session, "evaluate.recall_per_report", m.per_report);
  session.print(session.text("evaluate.cllr", {share(m.cllr), share(m.cllr_min)}));
  for (const StratumCost& dna : m.by_dna)
    session.print(
        session.text("evaluate.cllr_dna",
                     {"@dna." + dna.stratum.substr(dna.stratum.find('=') + 1),
                      std::to_string(dna.true_pairs), share(dna.cllr), share(dna.cllr_min)}));
  for (const StratumPosterior& p : m.by_missing)
    session.print(session.text("evaluate.missing_together",
                               {"@missing." + p.stratum.substr(p.stratum.find('=') + 1),
                                std::to_string(p.true_pairs), share(p.mean)}));
  for (const auto& [relation, q] : m.grouped)
    session.print(
        session.text("evaluate.grouped",
                     {"@relation." + std::string{relation_name(relation)}, std::to_string(q.truth),
                      std::to_string(q.found), std::to_string(q.right)}));
  for (const ReliabilityBin& bin : m.reliability)
    if (bin.count > 0)
      session.print(
          session.text("evaluate.reliability",
                       {fixed_text(bin.low, 1), fixed_text(bin.high, 1), fixed_text(bin.count, 0),
                        share(bin.mean_posterior), share(bin.true_share)}));
}

void add_way(TextTable& table, const std::string& name, const WayMeasures& way) {
  std::vector<std::string> cells{name};
  for (const Recall* recall : {&way.per_remains, &way.per_report})
    for (const auto& [k, value] : recall->at) cells.push_back(share(value));
  cells.push_back(way.cost ? share(way.cost->cllr) : "-");
  cells.push_back(way.cost ? share(way.cost->cllr_min) : "-");
  table.add(std::move(cells));
}

void print_ways(const Session& session, const Comparison& c) {
  session.print("");
  session.print(
      session.text("evaluate.lists", {std::to_string(c.reports), std::to_string(c.remains)}));
  std::vector<std::string> heading{""};
  for (const char* code : {"evaluate.heading.per_remains", "evaluate.heading.per_report"})
    for (const Rank k : recall_ranks) heading.push_back(session.text(code, {std::to_string(k)}));
  heading.push_back("Cllr");
  heading.push_back(session.text("evaluate.heading.minimum"));
  TextTable table{std::move(heading)};
  add_way(table, session.text("evaluate.way.posterior"), c.by_posterior);
  add_way(table, session.text("evaluate.way.lr"), c.by_lr);
  if (c.oracle) add_way(table, session.text("evaluate.way.oracle"), *c.oracle);
  if (c.rule) add_way(table, session.text("evaluate.way.rule"), *c.rule);
  print_table(session, table);
}

/// "sex=male" as words; "" for what every record is.
std::string stratum_text(const Session& session, const std::string& stratum) {
  const auto at = stratum.find('=');
  const std::string column = stratum.substr(0, at), value = stratum.substr(at + 1);
  if (column == "kind") return "";
  if (column == "migrant") return session.text("evaluate.migrant." + value);
  if (column == "state") {
    const State* state = find_state(value.size() == 1 ? "0" + value : value);
    return state ? std::string{state->name} : stratum;
  }
  const std::string code = column + "." + value;
  return has_message(code) ? session.text(code) : stratum;
}

/// Recall at the first and third of recall_ranks: 1 and 10.
void print_strata(const Session& session, const Comparison& c) {
  if (!c.oracle || c.by_posterior.strata.empty()) return;
  session.print("");
  session.print(session.text("evaluate.strata"));
  std::vector<std::string> heading{"", session.text("evaluate.heading.pairs")};
  for (const char* code : {"evaluate.heading.ours", "evaluate.heading.oracle"})
    for (const std::size_t k : {0U, 2U})
      heading.push_back(session.text(code, {std::to_string(recall_ranks[k])}));
  TextTable table{std::move(heading)};
  for (std::size_t s = 0; s < c.by_posterior.strata.size(); ++s) {
    const StratumRecall &ours = c.by_posterior.strata[s], &best = c.oracle->strata[s];
    const std::string name = stratum_text(session, ours.stratum);
    if (!name.empty())
      table.add({name, std::to_string(ours.pairs), share(ours.recall[0]), share(ours.recall[2]),
                 share(best.recall[0]), share(best.recall[2])});
  }
  print_table(session, table);
}

void add_quality(TextTable& table, const std::string& name, const EvidenceQuality& q) {
  table.add({name, share(q.speaks_true), share(q.speaks_false), share(q.mean_true),
             share(q.mean_false), mean_lr(q.mean_lr_false), mean_lr(q.mean_inverse_true),
             q.fit ? fixed_text(q.fit->slope, 2) : "-", share(q.cllr), share(q.cllr_min)});
}

void print_alone(const Session& session, const ModelStudy& study) {
  session.print("");
  session.print(session.text("evaluate.alone"));
  TextTable table{
      {"", session.text("evaluate.heading.speaks_true"),
       session.text("evaluate.heading.speaks_false"), session.text("evaluate.heading.mean_true"),
       session.text("evaluate.heading.mean_false"), "E[LR|H2]", "E[1/LR|H1]",
       session.text("evaluate.heading.slope"), "Cllr", session.text("evaluate.heading.minimum")}};
  for (const ModelMeasures& m : study.models)
    add_quality(table, session.text("evidence." + m.model), m.alone);
  add_quality(table, session.text("evaluate.together"), study.together);
  print_table(session, table);
}

void print_without(const Session& session, const ModelStudy& study) {
  session.print("");
  session.print(session.text("evaluate.without"));
  TextTable table{{"", "Cllr", session.text("evaluate.heading.minimum"),
                   session.text("evaluate.heading.per_remains", {"1"}),
                   session.text("evaluate.heading.per_remains", {"10"}),
                   session.text("evaluate.heading.per_report", {"10"})}};
  for (const ModelMeasures& m : study.models) {
    const WithoutModel& w = m.without;
    const auto of = [](const Recall& recall, Rank k) {
      const auto interval = recall.interval.find(k);
      return interval == recall.interval.end() ? change(recall.at.at(k))
                                               : change(recall.at.at(k), interval->second);
    };
    table.add({session.text("evidence." + m.model), change(w.cllr_change, w.cllr_interval),
               change(w.cllr_min_change), of(w.per_remains_change, 1), of(w.per_remains_change, 10),
               of(w.per_report_change, 10)});
  }
  print_table(session, table);
}

/// The pairs of models that say the same, strongest first.
void print_correlation(const Session& session, const char* code, const ModelStudy& study,
                       const ModelCorrelation& c) {
  constexpr double least = 0.15;
  struct Line {
    double r;
    std::size_t a, b;
  };
  std::vector<Line> lines;
  for (std::size_t a = 0; a < c.correlation.size(); ++a)
    for (std::size_t b = a + 1; b < c.correlation.size(); ++b)
      if (c.correlation[a][b] && std::fabs(*c.correlation[a][b]) >= least)
        lines.push_back({*c.correlation[a][b], a, b});
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& x, const Line& y) { return std::fabs(x.r) > std::fabs(y.r); });
  session.print("");
  session.print(session.text(code, {std::to_string(c.pairs), fixed_text(least, 2)}));
  for (const Line& line : lines)
    session.print(
        "  " + change(line.r) + "  " +
        session.text("evaluate.correlated", {"@evidence." + study.models[line.a].model,
                                             "@evidence." + study.models[line.b].model,
                                             std::to_string(c.both_speak[line.a][line.b])}));
}

}  // namespace

void print_evaluation(const Session& session, const Evaluation& evaluation) {
  print_measures(session, evaluation.measures);
  if (!evaluation.comparison) return;
  print_ways(session, *evaluation.comparison);
  print_strata(session, *evaluation.comparison);
  if (const auto& study = evaluation.comparison->models) {
    print_alone(session, *study);
    print_without(session, *study);
    print_correlation(session, "evaluate.correlation_false", *study, study->among_false);
    print_correlation(session, "evaluate.correlation_true", *study, study->among_true);
  }
}

}  // namespace confronta::app
