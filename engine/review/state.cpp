#include "engine/review/state.h"

#include <algorithm>
#include <array>

#include "engine/review/reasons.h"

namespace confronta {
namespace {

constexpr std::array<std::string_view, review_states> names{"open",     "possible",     "proposed",
                                                            "agreed",   "disputed",     "final",
                                                            "excluded", "insufficient", "reopened"};

ReviewState state_after(DecisionKind kind) {
  return *parse_review_state(decision_name(kind));  // undo never gets here
}

/// The decisions that nobody took back, oldest first.
std::vector<const Decision*> standing_decisions(const ReviewLog& log) {
  std::vector<const Decision*> standing;
  for (const Decision& d : log.decisions) {
    if (d.kind != DecisionKind::undo)
      standing.push_back(&d);
    else if (!standing.empty() && standing.back()->id == d.undoes)
      standing.pop_back();
  }
  return standing;
}

bool share_primary(const Decision& a, const Decision& b) {
  return std::any_of(a.reasons.begin(), a.reasons.end(), [&](const std::string& code) {
    return is_primary(code) &&
           std::find(b.reasons.begin(), b.reasons.end(), code) != b.reasons.end();
  });
}

std::string holder_of(const ReviewLog& log) {
  if (log.claims.empty() || log.claims.back().released) return "";
  return log.claims.back().who;
}

/// Whether the new decision follows from where the pair stands.
Status follows(const Standing& now, const Decision& wish, Authority authority) {
  const bool second = wish.kind == DecisionKind::agreed || wish.kind == DecisionKind::disputed;
  if (second) {
    if (now.state != ReviewState::proposed) return Error{"review.nothing_proposed", {}, {}};
    if (now.proposal->who == wish.who) return Error{"review.own_proposal", {}, {}};
    return success();
  }
  if (wish.kind == DecisionKind::final) {
    if (authority != Authority::coordinator) return Error{"review.coordinator_only", {}, {}};
    if (now.state != ReviewState::agreed) return Error{"review.not_agreed", {}, {}};
    return success();
  }
  if (now.state == ReviewState::proposed) return Error{"review.second_needed", {}, {}};
  const bool closed = now.state == ReviewState::agreed || now.state == ReviewState::final;
  if (closed && authority != Authority::coordinator) return Error{"review.closed", {}, {}};
  return success();
}

Status may_undo(const Standing& now, const Decision& wish) {
  const Decision* last = now.rests_on;
  const bool before_second = last && last->kind != DecisionKind::agreed &&
                             last->kind != DecisionKind::disputed &&
                             last->kind != DecisionKind::final;
  if (!before_second || last->who != wish.who || last->id != wish.undoes)
    return Error{"review.no_undo", {}, {}};
  return success();
}

Status check_content(const Decision& wish) {
  if (wish.words.size() > longest_words) return Error{"review.words_too_long", {}, {}};
  const bool optional = wish.kind == DecisionKind::possible || wish.kind == DecisionKind::undo;
  if (wish.reasons.empty() && !optional && wish.kind != DecisionKind::insufficient)
    return Error{"review.reason_needed", {}, {}};
  for (const std::string& code : wish.reasons)
    if (!is_reason_for(code, wish.kind)) return Error{"review.bad_reason", {code}, {}};
  if (wish.kind == DecisionKind::insufficient && wish.needed.empty())
    return Error{"review.needed_missing", {}, {}};
  for (const std::string& code : wish.needed)
    if (!is_need(code)) return Error{"review.bad_reason", {code}, {}};
  for (const auto& [evidence, verdict] : wish.lines)
    if (!is_line_verdict(verdict)) return Error{"review.bad_line", {evidence, verdict}, {}};
  return success();
}

}  // namespace

std::string_view state_name(ReviewState state) { return names[static_cast<std::size_t>(state)]; }

std::optional<ReviewState> parse_review_state(std::string_view word) {
  for (std::size_t s = 0; s < names.size(); ++s)
    if (names[s] == word) return static_cast<ReviewState>(s);
  return std::nullopt;
}

bool has_newer_records(const Decision& decision, const NewestVersions& newest) {
  const auto& records = decision.pins.records;
  return std::any_of(records.begin(), records.end(), [&](const RecordVersion& record) {
    const auto at = newest.find(record.subject);
    return at != newest.end() && at->second > record.number;
  });
}

void note_new_dna(const ReviewLog& log, const std::vector<std::string>& now,
                  NewestVersions& newest) {
  for (const Decision& d : log.decisions) {
    const auto& records = d.pins.records;
    const auto seen = [&](const std::string& name) {
      return std::any_of(records.begin(), records.end(),
                         [&](const RecordVersion& record) { return record.subject == name; });
    };
    if (records.empty() || std::all_of(now.begin(), now.end(), seen)) continue;
    // The record itself is no newer; what is known of its subject is.
    const RecordVersion& first = records.front();
    newest[first.subject] = std::max(newest[first.subject], first.number + 1);
  }
}

Standing standing_of(const ReviewLog& log, const NewestVersions& newest) {
  Standing now;
  now.holder = holder_of(log);
  if (!log.decisions.empty()) now.newest = log.decisions.back().id;
  for (const Decision* d : standing_decisions(log)) {
    now.rests_on = d;
    now.state = state_after(d->kind);
    switch (d->kind) {
      case DecisionKind::agreed:
      case DecisionKind::disputed: now.second = d; break;
      case DecisionKind::final: break;
      default: now.proposal = d->kind == DecisionKind::proposed ? d : nullptr; now.second = nullptr;
    }
  }
  const bool settled = now.state == ReviewState::agreed || now.state == ReviewState::final;
  now.on_primary =
      settled && now.proposal && now.second && share_primary(*now.proposal, *now.second);
  if (now.state == ReviewState::excluded && has_newer_records(*now.rests_on, newest))
    now.state = ReviewState::reopened;
  return now;
}

bool has_opinion(const ReviewLog& log, std::string_view who) {
  return std::any_of(log.opinions.begin(), log.opinions.end(),
                     [&](const Opinion& opinion) { return opinion.who == who; });
}

bool is_blind_to_others(const Standing& standing, std::string_view who, Authority authority) {
  return authority == Authority::reviewer && standing.state == ReviewState::proposed &&
         standing.proposal->who != who;
}

Status may_decide(const ReviewLog& log, const Decision& decision, Authority authority,
                  const NewestVersions& newest) {
  const Standing now = standing_of(log, newest);
  if (decision.based_on != now.newest) return Error{"review.conflict", {}, {}};
  if (auto content = check_content(decision); !content) return content;
  if (decision.kind == DecisionKind::undo) return may_undo(now, decision);
  // The coordinator closes what two others agreed on, and has no blind opinion to give.
  const bool closes = decision.kind == DecisionKind::final && authority == Authority::coordinator;
  if (!closes && !has_opinion(log, decision.who)) return Error{"review.opinion_first", {}, {}};
  return follows(now, decision, authority);
}

Status may_claim(const ReviewLog& log, std::string_view who) {
  const std::string holder = holder_of(log);
  if (!holder.empty() && holder != who) return Error{"review.claimed", {holder}, {}};
  return success();
}

Status may_opine(const ReviewLog& log, const Opinion& opinion) {
  if (!is_opinion(opinion.opinion)) return Error{"review.bad_opinion", {opinion.opinion}, {}};
  if (opinion.words.size() > longest_words) return Error{"review.words_too_long", {}, {}};
  if (has_opinion(log, opinion.who)) return Error{"review.opinion_given", {}, {}};
  return success();
}

}  // namespace confronta
