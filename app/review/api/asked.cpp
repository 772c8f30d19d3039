#include "app/review/api/asked.h"

#include <nlohmann/json.hpp>

#include <set>
#include <utility>

#include "app/review/api/answer.h"
#include "engine/store/search.h"

namespace confronta::app::review {

constexpr std::int64_t seconds_per_day = 86'400;

Result<Asked> ask(ReviewContext& context) {
  auto store = context.reader();
  if (!store) return store.error();
  auto both = context.runs().both(*store.value());
  if (!both) return both.error();
  return Asked{std::move(store).value(), std::move(both.value().run), std::move(both.value().board),
               static_cast<Day>(context.now() / seconds_per_day)};
}

Status keep_search_current(ReviewContext& context, Store& reader) {
  auto current = search_is_current(reader);
  if (!current) return current.error();
  return current.value() ? success() : update_search(*context.writer());
}

Result<ReviewedRows> rows_of_key(const ReviewedRun& run, const std::string& key) {
  const auto bar = key.find('|');
  if (bar == std::string::npos) return Error{"review.bad_key", {key}, {}};
  const auto named = relation_by_name(key.substr(0, bar));
  const Relation relation = named.value_or(Relation::identity);
  const std::string pair = named ? key.substr(bar + 1) : key;
  const auto first = pair.find('|');
  if (first == std::string::npos) return Error{"review.bad_key", {key}, {}};
  // An id may hold the bar itself: the pair is where both sides are subjects.
  for (auto at = first; at != std::string::npos; at = pair.find('|', at + 1))
    if (auto rows = run.rows_of(relation, pair.substr(0, at), pair.substr(at + 1)))
      return std::move(*rows);
  return Error{"explain.not_comparable", {pair.substr(0, first), pair.substr(first + 1)}, {}};
}

std::string key_of(const ReviewPair& pair) {
  const std::string ids = pair.left + '|' + pair.right;
  return pair.relation == Relation::identity
             ? ids
             : std::string{relation_name(pair.relation)} + '|' + ids;
}

Authority authority_of(const Who& who) {
  return who.role == Role::coordinator ? Authority::coordinator : Authority::reviewer;
}

bool is_blind(const ReviewLog& log, const Who& who) {
  if (has_opinion(log, who.name)) return false;
  std::set<std::string> people;
  for (const Opinion& opinion : log.opinions) people.insert(opinion.who);
  return who.role != Role::coordinator || people.size() < 2;
}

std::string text_of_json(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

ApiResponse answer(const nlohmann::ordered_json& json) { return json_answer(text_of_json(json)); }

}  // namespace confronta::app::review
