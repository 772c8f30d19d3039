#pragma once
// A log of one pair, written as people would, for tests of how it stands.

#include <string>
#include <utility>
#include <vector>

#include "engine/review/state.h"

namespace confronta::test {

inline Decision decision(std::string who, DecisionKind kind, std::vector<std::string> reasons,
                         std::int64_t based_on) {
  Decision d;
  d.pair = {Relation::identity, "a:1", "b:1"};
  d.who = std::move(who);
  d.instant = "2026-11-24T12:00:00Z";
  d.kind = kind;
  d.reasons = std::move(reasons);
  d.based_on = based_on;
  d.pins.run = 1;
  d.pins.run_digest = "digest";
  d.pins.records = {{"a:1", 1, "k1"}, {"b:1", 1, "k2"}};
  d.pins.models = {"biology 2", "teeth 1"};
  d.pins.program = "0.1.0";
  return d;
}

inline Opinion opinion(std::string who, std::string word) {
  return {0, {}, std::move(who), "2026-11-24T12:00:00Z", std::move(word), "", false};
}

/// Appends what the rules allow, and says what they said.
class Writing {
 public:
  ReviewLog log;

  std::string opine(const std::string& who, const std::string& word = "possible") {
    Opinion entry = opinion(who, word);
    if (auto may = may_opine(log, entry); !may) return may.error().code;
    entry.id = ++last_id_;
    log.opinions.push_back(std::move(entry));
    return "";
  }
  std::string decide(Decision entry, Authority authority = Authority::reviewer,
                     const NewestVersions& newest = {}) {
    if (auto may = may_decide(log, entry, authority, newest); !may) return may.error().code;
    entry.id = ++last_id_;
    log.decisions.push_back(std::move(entry));
    return "";
  }
  /// With the newest decision seen.
  std::string decide(const std::string& who, DecisionKind kind, std::vector<std::string> reasons,
                     Authority authority = Authority::reviewer) {
    return decide(decision(who, kind, std::move(reasons), standing_of(log).newest), authority);
  }
  std::string undo(const std::string& who) {
    Decision entry = decision(who, DecisionKind::undo, {}, standing_of(log).newest);
    if (const Decision* last = standing_of(log).rests_on) entry.undoes = last->id;
    return decide(std::move(entry));
  }
  ReviewState state(const NewestVersions& newest = {}) const {
    return standing_of(log, newest).state;
  }

 private:
  std::int64_t last_id_ = 0;
};

}  // namespace confronta::test
