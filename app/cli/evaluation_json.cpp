#include <cmath>
#include <nlohmann/json.hpp>

#include "app/cli/evaluation_output.h"

namespace confronta::app {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }
Json number(const std::optional<double>& value) { return value ? number(*value) : Json(nullptr); }

Json interval_json(const BootstrapInterval& interval) {
  return {number(interval.low), number(interval.high)};
}

Json recall_json(const Recall& recall) {
  Json json = Json::object();
  for (const auto& [k, share] : recall.at) json[std::to_string(k)] = share;
  return json;
}

Json intervals_json(const Recall& recall) {
  Json json = Json::object();
  for (const auto& [k, interval] : recall.interval)
    json[std::to_string(k)] = interval_json(interval);
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

Json by_dna_json(const std::vector<StratumCost>& costs) {
  Json list = Json::array();
  for (const StratumCost& cost : costs)
    list.push_back({{"stratum", cost.stratum},
                    {"true_pairs", cost.true_pairs},
                    {"cllr", number(cost.cllr)},
                    {"cllr_min", number(cost.cllr_min)}});
  return list;
}

Json by_missing_json(const std::vector<StratumPosterior>& posteriors) {
  Json list = Json::array();
  for (const StratumPosterior& p : posteriors)
    list.push_back(
        {{"stratum", p.stratum}, {"true_pairs", p.true_pairs}, {"mean_posterior", number(p.mean)}});
  return list;
}

Json measures_json(const Measures& m) {
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
          {"strata", strata_json(m.strata)},
          {"by_dna", by_dna_json(m.by_dna)},
          {"by_missing", by_missing_json(m.by_missing)}};
}

Json way_json(const WayMeasures& way) {
  Json json{{"recall", recall_json(way.per_remains)},
            {"recall_per_report", recall_json(way.per_report)},
            {"recall_interval", intervals_json(way.per_remains)},
            {"recall_per_report_interval", intervals_json(way.per_report)}};
  if (way.cost) {
    json["cllr"] = number(way.cost->cllr);
    json["cllr_min"] = number(way.cost->cllr_min);
    json["cllr_interval"] = interval_json(way.cost->interval);
  }
  if (!way.strata.empty()) json["strata"] = strata_json(way.strata);
  return json;
}

Json quality_json(const EvidenceQuality& q) {
  return {{"speaks_true", q.speaks_true},
          {"speaks_false", q.speaks_false},
          {"mean_log10_lr_true", number(q.mean_true)},
          {"mean_log10_lr_false", number(q.mean_false)},
          {"mean_lr_false", number(q.mean_lr_false)},
          {"mean_inverse_lr_true", number(q.mean_inverse_true)},
          {"slope", q.fit ? number(q.fit->slope) : Json(nullptr)},
          {"intercept", q.fit ? number(q.fit->intercept) : Json(nullptr)},
          {"cllr", number(q.cllr)},
          {"cllr_min", number(q.cllr_min)}};
}

Json without_json(const WithoutModel& w) {
  Json json = way_json(w.measures);
  json["recall_change"] = recall_json(w.per_remains_change);
  json["recall_change_interval"] = intervals_json(w.per_remains_change);
  json["recall_per_report_change"] = recall_json(w.per_report_change);
  json["recall_per_report_change_interval"] = intervals_json(w.per_report_change);
  json["cllr_change"] = number(w.cllr_change);
  json["cllr_change_interval"] = interval_json(w.cllr_interval);
  json["cllr_min_change"] = number(w.cllr_min_change);
  return json;
}

Json correlation_json(const ModelCorrelation& c) {
  Json rows = Json::array();
  for (const auto& row : c.correlation) {
    Json cells = Json::array();
    for (const auto& r : row) cells.push_back(number(r));
    rows.push_back(std::move(cells));
  }
  return {{"pairs", c.pairs}, {"correlation", rows}, {"both_speak", c.both_speak}};
}

void add_models(Json& json, const ModelStudy& study) {
  json["together"] = quality_json(study.together);
  Json models = Json::array();
  Json names = Json::array();
  for (const ModelMeasures& m : study.models) {
    models.push_back({{"model", m.model},
                      {"alone", quality_json(m.alone)},
                      {"without", without_json(m.without)}});
    names.push_back(m.model);
  }
  json["models"] = std::move(models);
  json["correlation"] = {{"models", names},
                         {"seed", correlation_seed},
                         {"true", correlation_json(study.among_true)},
                         {"false", correlation_json(study.among_false)}};
}

}  // namespace

std::string evaluation_json(const Evaluation& evaluation) {
  Json json = measures_json(evaluation.measures);
  if (const auto& c = evaluation.comparison) {
    json["lists"] = {{"reports", c->reports}, {"remains", c->remains}};
    json["ours"] = {{"by_posterior", way_json(c->by_posterior)}, {"by_lr", way_json(c->by_lr)}};
    if (c->oracle) json["oracle"] = way_json(*c->oracle);
    if (c->rule) json["rule"] = way_json(*c->rule);
    if (c->models) add_models(json, *c->models);
  }
  return json.dump();
}

}  // namespace confronta::app
