#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/evaluate/measure.h"
#include "app/run_context.h"
#include "engine/evaluate/drawing.h"
#include "models/domain/number_text.h"

namespace confronta::app {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }
Json number(const std::optional<double>& value) { return value ? number(*value) : Json(nullptr); }

Json recall_json(const Recall& recall) {
  Json json = Json::object();
  for (const auto& [k, share] : recall.at) json[std::to_string(k)] = share;
  return json;
}

Json intervals_json(const Recall& recall) {
  Json json = Json::object();
  for (const auto& [k, interval] : recall.interval)
    json[std::to_string(k)] = {number(interval.low), number(interval.high)};
  return json;
}

Json precision_json(const std::vector<PrecisionPoint>& points) {
  Json list = Json::array();
  for (const PrecisionPoint& p : points)
    list.push_back({{"log10_lr", p.log10_lr},
                    {"true_pairs", p.true_above},
                    {"false_pairs", p.false_above},
                    {"precision", number(p.precision)},
                    {"recall", p.recall},
                    {"chance_hits_at_most", p.expected_chance_hits}});
  return list;
}

Json reliability_json(const std::vector<ReliabilityBin>& bins) {
  Json list = Json::array();
  for (const ReliabilityBin& bin : bins)
    list.push_back({{"low", bin.low},
                    {"high", bin.high},
                    {"pairs", bin.count},
                    {"mean_posterior", bin.mean_posterior},
                    {"true_share", bin.true_share}});
  return list;
}

Json tippett_json(const std::vector<TippettPoint>& points) {
  Json list = Json::array();
  for (const TippettPoint& p : points) list.push_back({p.log10_lr, p.true_above, p.false_above});
  return list;
}

Json grouped_json(const std::map<Relation, PairQuality>& grouped) {
  Json json = Json::object();
  for (const auto& [relation, q] : grouped)
    json[std::string{relation_name(relation)}] = {{"found", q.found},
                                                  {"right", q.right},
                                                  {"truth", q.truth},
                                                  {"precision", number(q.precision)},
                                                  {"recall", number(q.recall)}};
  return json;
}

Json strata_json(const std::vector<StratumRecall>& strata) {
  Json list = Json::array();
  for (const StratumRecall& s : strata)
    list.push_back({{"stratum", s.stratum}, {"pairs", s.pairs}, {"recall", s.recall}});
  return list;
}

Json as_json(const Measures& m) {
  return {{"recall", recall_json(m.per_remains)},
          {"recall_per_report", recall_json(m.per_report)},
          {"cllr", number(m.cllr)},
          {"cllr_min", number(m.cllr_min)},
          {"true_pairs", m.true_pairs},
          {"unscored_pairs", m.unscored_pairs},
          {"recall_interval", intervals_json(m.per_remains)},
          {"recall_per_report_interval", intervals_json(m.per_report)},
          {"precision", precision_json(m.precision)},
          {"reliability", reliability_json(m.reliability)},
          {"tippett", tippett_json(m.tippett)},
          {"relations", grouped_json(m.grouped)},
          {"strata", strata_json(m.strata)}};
}

std::string share(double value) { return fixed_text(value, 3); }

void print_recall(const Session& session, const char* code, const Recall& recall) {
  for (const auto& [k, value] : recall.at) {
    const auto interval = recall.interval.find(k);
    const bool known = interval != recall.interval.end();
    session.print(session.text(
        code, {std::to_string(k), share(value), known ? share(interval->second.low) : "",
               known ? share(interval->second.high) : ""}));
  }
}

void print_for_people(const Session& session, const Measures& m) {
  session.print(session.text("evaluate.true_pairs",
                             {std::to_string(m.true_pairs), std::to_string(m.unscored_pairs)}));
  print_recall(session, "evaluate.recall_per_remains", m.per_remains);
  print_recall(session, "evaluate.recall_per_report", m.per_report);
  session.print(session.text("evaluate.cllr", {share(m.cllr), share(m.cllr_min)}));
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

Status write_file(const std::string& path, const std::string& text) {
  std::ofstream file{path, std::ios::binary | std::ios::trunc};
  file << text;
  file.close();
  if (!file) return Error{"report.not_written", {path}, {}};
  return success();
}

Status write_drawings(const Session& session, const Measures& m, const std::string& folder) {
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

}  // namespace

int evaluate_run(const Session& session, const EvaluateArguments& arguments) {
  auto truth = read_truth(arguments.truth);
  if (!truth) return session.fail(truth.error());
  std::map<std::string, std::vector<std::string>> strata;
  if (!arguments.world.empty()) {
    auto read = read_strata(arguments.world + "/strata.csv");
    if (!read) return session.fail(read.error());
    strata = std::move(read).value();
  }
  auto store = Store::open(session.store, Access::read);
  if (!store) return session.fail(store.error());
  auto context = RunContext::open(*store.value());
  if (!context) return session.fail(context.error());
  const Run& run = context.value()->view().run();
  const PreparedRelation& identity = context.value()->workspace().relation(Relation::identity);
  const ScoredTruth scored = score_truth(identity, run, truth.value(), 0);
  const Measures m =
      measure(run, scored, truth.value(), strata, static_cast<int>(arguments.bootstrap));
  if (!arguments.svg.empty())
    if (auto drawn = write_drawings(session, m, arguments.svg); !drawn)
      return session.fail(drawn.error());
  if (session.json)
    session.print(as_json(m).dump());
  else
    print_for_people(session, m);
  return exit_ok;
}

}  // namespace confronta::app
