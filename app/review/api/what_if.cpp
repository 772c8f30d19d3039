// What would change a pair: a kind of evidence left out, another prior, another theta.

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

#include "app/numbers.h"
#include "app/review/api/answer.h"
#include "app/review/api/asked.h"
#include "app/review/api/handlers.h"
#include "app/review/api/json_body.h"
#include "app/review/api/pair_view.h"
#include "engine/infer/identity_posteriors.h"

namespace confronta::app::review {
namespace {

using Json = nlohmann::ordered_json;

std::optional<double> number_of(const nlohmann::json& body, const char* name) {
  const auto at = body.find(name);
  return at != body.end() && at->is_number() ? std::optional{at->get<double>()} : std::nullopt;
}

std::set<std::string> left_out_of(const nlohmann::json& body) {
  std::set<std::string> names;
  if (const auto list = body.find("without"); list != body.end() && list->is_array())
    for (const auto& item : *list)
      if (item.is_string()) names.insert(item.get<std::string>());
  return names;
}

/// 1 - posterior. Of identity from what the run gives the report beside this pair: where the
/// posterior is all but 1, the difference would have no digits left.
Result<double> against(const Asked& asked, const RunPair& pair) {
  if (pair.relation != Relation::identity) return 1 - pair.posterior;
  const std::int64_t run = asked.run->heading().number;
  auto remainder = read_remainder(*asked.store, run, pair.left);
  if (!remainder) return remainder.error();
  auto others = read_pairs_of(*asked.store, run, Relation::identity, pair.left);
  if (!others) return others.error();
  if (!remainder.value()) return 1 - pair.posterior;
  double sum = remainder.value()->none + remainder.value()->unlisted;
  for (const RunPair& other : others.value())
    if (other.right != pair.right) sum += other.posterior;
  return sum;
}

/// Of a pair's one-to-one posterior: its odds are proportional to the pair's own weight, prior
/// times LR, while everything else stays (P(e) = phi Z1 / (Z0 + phi Z1), docs/method/inference.md).
Result<Json> posterior_after(const Asked& asked, const std::optional<RunPair>& kept,
                             double more_bans) {
  if (!kept) return Json(nullptr);
  if (kept->decided == Decided::certain || kept->decided == Decided::excluded)
    return Json(kept->posterior);  // it rests on a decision, not on evidence
  auto rest = against(asked, *kept);
  if (!rest) return rest.error();
  const double gained = kept->posterior * std::pow(10, std::clamp(more_bans, -300.0, 300.0));
  const double all = gained + std::max(0.0, rest.value());
  return Json(all > 0 ? gained / all : 0);
}

/// Bans by model of a pair, in the order of the ledger.
using Weights = std::vector<std::pair<std::string, Score>>;

Weights weights_of(const Ledger& ledger) {
  Weights weights;
  for (const LedgerLine& line : ledger.lines)
    weights.emplace_back(line.evidence, line.finding.score);
  return weights;
}

}  // namespace

ApiResponse what_if(const ApiRequest& request, ReviewContext& context) {
  const auto body = json_body(request.body);
  if (!body) return failure(request, body.error());
  auto asked = ask(context);
  if (!asked) return failure(request, asked.error());
  const ReviewedRun& run = *asked.value().run;
  auto rows = rows_of_key(run, request.path[1]);
  if (!rows) return failure(request, rows.error());
  const ReviewPair& pair = rows.value().pair;
  auto log = read_review_log(*asked.value().store, rows.value());
  if (!log) return failure(request, log.error());
  if (is_blind(log.value(), request.who))
    return failure(request, Error{"review.opinion_first", {}, {}});
  const auto asked_prior = number_of(body.value(), "prior");
  if (asked_prior && !(*asked_prior > 0 && *asked_prior < 1))
    return failure(request, Error{"review.bad_prior", {}, {}});
  const auto theta = number_of(body.value(), "theta");
  MatchOptions options = run.options();
  if (theta && !(*theta >= 0 && *theta < 0.5 && options.parameters.set("genetics.theta", *theta)))
    return failure(request, Error{"review.bad_theta", {}, {}});
  auto kept = read_run_pair(*asked.value().store, run.heading().number, pair);
  if (!kept) return failure(request, kept.error());

  const std::set<std::string> left_out = left_out_of(body.value());
  const auto explained = run.explained(pair);
  const Ledger& ledger = explained->ledger;
  const bool theta_applies = theta_bears_on(ledger);
  Score total;
  Json lines = Json::array();
  for (const auto& [evidence, score] :
       weights_of(theta && theta_applies ? run.compared_alone(pair, options).ledger() : ledger)) {
    if (left_out.count(evidence) > 0) continue;
    total += score;
    lines.push_back({{"evidence", evidence}, {"log10_lr", score.log10()}});
  }
  const double own_prior = run.prior_of(pair);
  const double prior = asked_prior.value_or(own_prior);
  const double prior_bans =
      own_prior > 0 ? std::log10(prior / (1 - prior)) - std::log10(own_prior / (1 - own_prior)) : 0;
  auto posterior =
      posterior_after(asked.value(), kept.value(), (total - ledger.total).log10() + prior_bans);
  if (!posterior) return failure(request, posterior.error());
  return answer({{"log10_lr", total.log10()},
                 {"verbal", say(request.language, verbal_code(total.log10()))},
                 {"prior", prior},
                 {"posterior", std::move(posterior).value()},
                 {"pairwise_posterior", pairwise_posterior(prior / (1 - prior), total)},
                 {"ledger", std::move(lines)},
                 {"theta_applies", theta_applies}});
}

}  // namespace confronta::app::review
