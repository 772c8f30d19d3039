#include "app/review/api/pair_view.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "app/decision_json.h"
#include "app/dna_view.h"
#include "app/joint_note.h"
#include "app/numbers.h"
#include "app/review/api/cards.h"
#include "app/review/api/drawings.h"
#include "app/review/api/json_object.h"
#include "app/review/api/ledger_json.h"
#include "engine/chance_hits.h"
#include "engine/infer/identity_posteriors.h"

namespace confronta::app::review {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t beside_shown = 5;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

/// What the run says of the pair; of one that it did not keep, what prior and LR say.
Json score_json(const ApiRequest& request, const Asked& asked, const ReviewPair& pair,
                const Ledger& ledger, const std::optional<RunPair>& kept,
                const std::string& method) {
  const Score score = kept ? kept->score : ledger.total;
  const double prior = asked.run->prior_of(pair);
  std::optional<ChanceHits> hits;
  if (pair.relation == Relation::identity) hits = chance_hits(asked.run->manifest(), score.log10());
  return {{"log10_lr", score.log10()},
          {"verbal", say(request.language, verbal_code(score.log10()))},
          {"prior", prior},
          {"posterior", kept ? Json(kept->posterior) : Json(nullptr)},
          {"pairwise_posterior",
           kept ? kept->pairwise_posterior : pairwise_posterior(prior / (1 - prior), score)},
          {"rank_of_left", kept ? Json(kept->rank_of_left) : Json(nullptr)},
          {"rank_of_right", kept ? Json(kept->rank_of_right) : Json(nullptr)},
          {"method", text_or_null(method)},
          {"decided", decided_name(kept ? kept->decided : Decided::no)},
          {"theta", theta_bears_on(ledger) ? Json(asked.run->options().parameters["genetics.theta"])
                                           : Json(nullptr)},
          {"stale", asked.run->stale()},
          {"ledger_log10_lr", ledger.total.log10()},
          {"chance_hits", hits ? Json(hits->expected) : Json(nullptr)},
          {"chance_hits_at_most", hits ? Json(hits->bound) : Json(nullptr)}};
}

/// The other candidates of either side, best first.
Result<Json> beside_json(const ApiRequest& request, const Asked& asked, const ReviewPair& pair) {
  Json beside = Json::array();
  for (const std::string* row : {&pair.left, &pair.right}) {
    auto others = read_pairs_of(*asked.store, asked.run->heading().number, pair.relation, *row,
                                beside_shown + 1);  // and the pair itself
    if (!others) return others.error();
    std::size_t shown = 0;
    for (const RunPair& other : others.value()) {
      const ReviewPair key{pair.relation, other.left, other.right};
      if (key == pair || shown++ >= beside_shown) continue;
      beside.push_back(
          item_json(request, asked, key, &other, hides_numbers(asked, request.who, key)));
    }
  }
  return beside;
}

/// What other missing people of the family add to the posterior; null where it looks for nobody
/// else, and for whoever may not see yet how well one of the others fits.
Result<Json> family_json(const ApiRequest& request, const Asked& asked,
                         const ComparedPair& compared) {
  std::optional<Error> failed;
  bool hidden = false;
  const auto likely = [&](const std::string& report) -> std::optional<std::string> {
    auto pairs =
        read_pairs_of(*asked.store, asked.run->heading().number, Relation::identity, report);
    if (!pairs) failed = pairs.error();
    if (failed) return std::nullopt;
    for (const RunPair& pair : pairs.value()) {
      if (!(pair.posterior > 0.5)) continue;
      hidden |= hides_numbers(asked, request.who, {pair.relation, pair.left, pair.right});
      return pair.right;
    }
    return std::nullopt;
  };
  const auto note = joint_note(*compared.relation, likely, compared.left, compared.right);
  if (failed) return *failed;
  if (!note || hidden) return Json(nullptr);
  Json others = Json::array();
  for (const auto& [report, remains] : note->others)
    others.push_back({{"left", report}, {"right", remains}});
  return Json{{"others", std::move(others)},
              {"log10_beyond_pairs", note->bans},
              {"text", joint_text(request.language, *note)}};
}

Status add_scores(const ApiRequest& request, const Asked& asked, const ReviewPair& pair,
                  Json& json) {
  const ReviewedRun& run = *asked.run;
  auto kept = read_run_pair(*asked.store, run.heading().number, pair);
  if (!kept) return kept.error();
  const bool identity = pair.relation == Relation::identity;
  std::string method;
  if (identity) {
    auto remainder = read_remainder(*asked.store, run.heading().number, pair.left);
    if (!remainder) return remainder.error();
    if (remainder.value()) method = remainder.value()->method;
  }
  auto beside = beside_json(request, asked, pair);
  if (!beside) return beside.error();
  const ComparedPair compared = run.compared(pair);
  const auto explained = run.explained(pair);
  const Ledger& ledger = explained->ledger;
  json["beside"] = std::move(beside).value();
  json["score"] = score_json(request, asked, pair, ledger, kept.value(), method);
  json["ledger"] = ledger_json(request.language, ledger);
  json["drawings"] = drawings_of(request.language, pair, compared.left_row(), compared.right_row());
  if (!identity) return success();
  auto family = family_json(request, asked, compared);
  if (!family) return family.error();
  json["score"]["family"] = std::move(family).value();
  if (explained->dna) json["drawings"]["dna"] = Json::parse(dna_json(*explained->dna));
  return success();
}

}  // namespace

Result<Json> pair_json(const ApiRequest& request, const Asked& asked, const ReviewedRows& rows) {
  const ReviewedRun& run = *asked.run;
  const ReviewPair& pair = rows.pair;
  auto log = read_review_log(*asked.store, rows);
  if (!log) return log.error();
  auto newest = read_newest_versions(*asked.store, log.value());
  if (!newest) return newest.error();
  note_new_dna(log.value(), run.dna_names_of(pair), newest.value());
  const Standing standing = standing_of(log.value(), newest.value());
  const std::string& me = request.who.name;
  const bool blind = is_blind(log.value(), request.who);
  const bool others_hidden = blind || is_blind_to_others(standing, me, authority_of(request.who));

  auto left = subject_json(request.language, *asked.store, run, run.row(pair, pair.left));
  if (!left) return left.error();
  auto right = subject_json(request.language, *asked.store, run, run.row(pair, pair.right));
  if (!right) return right.error();
  Json opinions = Json::array();
  for (const Opinion& opinion : log.value().opinions)
    if (opinion.who == me || !others_hidden) opinions.push_back(opinion_json(opinion));
  Json decisions = Json::array();
  for (const Decision& d : log.value().decisions)
    if (d.kind != DecisionKind::undo && (d.who == me || !others_hidden))
      decisions.push_back(decision_json(d, log.value(), newest.value()));
  Json json{
      {"pair", key_of(pair)},
      {"relation", relation_name(pair.relation)},
      {"h1", say(request.language, "proposition.h1." + std::string{relation_name(pair.relation)})},
      {"h2", say(request.language, "proposition.h2")},
      {"blind", blind},
      {"others_hidden", others_hidden},
      {"left", std::move(left).value()},
      {"right", std::move(right).value()},
      {"state", state_name(standing.state)},
      {"claimed_by", text_or_null(standing.holder)},
      {"mine", standing.holder == me},
      {"newest", standing.newest == 0 ? Json(nullptr) : Json(standing.newest)},
      {"opinions", std::move(opinions)},
      {"decisions", std::move(decisions)},
      {"beside", Json::array()}};
  if (!blind)
    if (auto added = add_scores(request, asked, pair, json); !added) return added.error();
  return json;
}

bool hides_numbers(const Asked& asked, const Who& who, const ReviewPair& pair) {
  const BoardEntry* entry = asked.board->find(pair);
  return entry && entry->holder == who.name && !has_opinion(entry->log, who.name);
}

bool theta_bears_on(const Ledger& ledger) {
  const auto with_theta = [](const Finding& finding) {
    return finding.score != Score{} &&
           std::none_of(finding.details.begin(), finding.details.end(),
                        [](const Finding& d) { return d.reason == "kinship.without_theta"; });
  };
  return std::any_of(ledger.lines.begin(), ledger.lines.end(), [&](const LedgerLine& line) {
    return (line.evidence == "kinship" || line.evidence == "direct") && with_theta(line.finding);
  });
}

Json item_json(const ApiRequest& request, const Asked& asked, const ReviewPair& pair,
               const RunPair* numbers, bool hidden) {
  const BoardEntry* entry = asked.board->find(pair);
  const bool shown = numbers && !hidden;
  const Json left = card_of(request.language, *asked.run, pair.left);
  Json age = nullptr;
  if (const auto date = left.find("date"); date != left.end() && date->is_string())
    if (const auto since = parse_iso_date(date->get<std::string>()))
      age = static_cast<std::int64_t>(asked.today) - *since;
  return object_of(field("pair", key_of(pair)), field("relation", relation_name(pair.relation)),
                   field("left", left),
                   field("right", card_of(request.language, *asked.run, pair.right)),
                   field("state", state_name(entry ? entry->state : ReviewState::open)),
                   field("claimed_by", entry ? text_or_null(entry->holder) : Json(nullptr)),
                   field("age_days", std::move(age)),
                   field("posterior", shown ? Json(numbers->posterior) : Json(nullptr)),
                   field("log10_lr", shown ? Json(numbers->score.log10()) : Json(nullptr)),
                   field("rank", shown ? Json(numbers->rank_of_right) : Json(nullptr)),
                   field("decided", decided_name(shown ? numbers->decided : Decided::no)),
                   field("mine", entry && entry->holder == request.who.name));
}

}  // namespace confronta::app::review
