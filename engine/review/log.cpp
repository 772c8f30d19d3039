#include "engine/review/log.h"

#include <algorithm>
#include <array>

namespace confronta {
namespace {

constexpr std::array<std::string_view, decision_kinds> names{
    "possible", "proposed", "agreed", "disputed", "final", "excluded", "insufficient", "undo"};

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Fields with their lengths: no two different decisions have the same text.
void add(std::string& text, std::string_view field) {
  text += std::to_string(field.size()) + ':';
  text += field;
  text += '\n';
}

}  // namespace

std::string_view decision_name(DecisionKind kind) { return names[static_cast<std::size_t>(kind)]; }

std::optional<DecisionKind> parse_decision(std::string_view word) {
  for (std::size_t k = 0; k < names.size(); ++k)
    if (names[k] == word) return static_cast<DecisionKind>(k);
  return std::nullopt;
}

bool is_opinion(std::string_view word) {
  return holds(std::array<std::string_view, 4>{"likely", "possible", "unlikely", "cannot_say"},
               word);
}

bool is_line_verdict(std::string_view word) {
  return holds(std::array<std::string_view, 3>{"agree", "disagree", "cannot_say"}, word);
}

void sort_entries(ReviewLog& log) {
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  std::sort(log.claims.begin(), log.claims.end(), by_id);
  std::sort(log.opinions.begin(), log.opinions.end(), by_id);
  std::sort(log.decisions.begin(), log.decisions.end(), by_id);
}

void append_entries(ReviewLog& log, const ReviewLog& more) {
  log.claims.insert(log.claims.end(), more.claims.begin(), more.claims.end());
  log.opinions.insert(log.opinions.end(), more.opinions.begin(), more.opinions.end());
  log.decisions.insert(log.decisions.end(), more.decisions.begin(), more.decisions.end());
  sort_entries(log);
}

std::string canonical_text(const Decision& d) {
  std::string text;
  for (const std::string_view field :
       {relation_name(d.pair.relation), std::string_view{d.pair.left},
        std::string_view{d.pair.right}, std::string_view{d.who}, std::string_view{d.instant},
        decision_name(d.kind), std::string_view{d.words}, std::string_view{d.pins.run_digest},
        std::string_view{d.pins.program}})
    add(text, field);
  for (const std::int64_t number : {d.based_on, d.undoes, d.pins.run})
    add(text, std::to_string(number));
  for (const auto* list : {&d.reasons, &d.needed, &d.pins.models}) {
    add(text, std::to_string(list->size()));
    for (const std::string& item : *list) add(text, item);
  }
  for (const auto& [evidence, verdict] : d.lines) add(text, evidence + '=' + verdict);
  for (const RecordVersion& record : d.pins.records)
    add(text, record.subject + '=' + std::to_string(record.number) + '=' + record.key);
  return text;
}

}  // namespace confronta
