#pragma once
// What people wrote of a pair: claims, opinions, decisions. Plain values, as the store keeps them.

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/relation.h"

namespace confronta {

/// Two subjects of which somebody asks whether they are one: for identity a report and remains.
struct ReviewPair {
  Relation relation = Relation::identity;
  std::string left;
  std::string right;
  auto operator<=>(const ReviewPair&) const = default;
};

/// What a person may write: everything but closing, or everything.
enum class Authority : std::uint8_t { reviewer, coordinator };

/// `undo` takes back the newest decision; every other kind is the state that it leads to.
enum class DecisionKind : std::uint8_t {
  possible,
  proposed,      // that they are one: asks for a second person
  agreed,        // the second person holds the same
  disputed,      // the second person does not
  final,         // the coordinator closes what two people agreed on
  excluded,      // they are not one
  insufficient,  // what there is does not allow to say
  undo,
};
inline constexpr int decision_kinds = 8;
std::string_view decision_name(DecisionKind kind);
std::optional<DecisionKind> parse_decision(std::string_view word);

/// One version of a subject's record. `key` is the digest of what it says, in hexadecimal. Number
/// 0: no record but DNA that bore on a side, `subject` being its name (engine/kin/dna_names.h).
struct RecordVersion {
  std::string subject;
  std::uint32_t number = 0;
  std::string key;
  bool operator==(const RecordVersion&) const = default;
};

/// What a decision was made on, so that it can be followed years later.
struct Pins {
  std::int64_t run = 0;
  std::string run_digest;
  std::vector<RecordVersion> records;  // of both sides, every member of a merged row
  std::vector<std::string> models;     // "biology 2", ...: of the run
  std::string program;                 // its version
};

struct Claim {
  std::int64_t id = 0;
  ReviewPair pair;
  std::string who;
  std::string instant;
  bool released = false;
  bool decoy = false;  // an unlikely pair that the program handed out
};

/// What a person thinks of a pair before they see any score: one for each person and pair.
/// `opinion`: likely, possible, unlikely, cannot_say.
struct Opinion {
  std::int64_t id = 0;
  ReviewPair pair;
  std::string who;
  std::string instant;
  std::string opinion;
  std::string words;
  bool decoy = false;
};
bool is_opinion(std::string_view word);

/// `lines`: of the kinds of evidence that the person judged, agree, disagree or cannot_say.
struct Decision {
  std::int64_t id = 0;
  ReviewPair pair;
  std::string who;
  std::string instant;
  DecisionKind kind = DecisionKind::possible;
  std::int64_t based_on = 0;  // the newest decision that the person had seen, 0 = none
  std::int64_t undoes = 0;    // for undo
  std::vector<std::string> reasons;
  std::string words;
  std::map<std::string, std::string> lines;
  std::vector<std::string> needed;  // for insufficient: what would allow to say
  Pins pins;
};
bool is_line_verdict(std::string_view word);

/// All that was written of a pair, each kind oldest first. Nothing is ever taken out.
struct ReviewLog {
  std::vector<Claim> claims;
  std::vector<Opinion> opinions;
  std::vector<Decision> decisions;
};

/// Oldest first, by id, where logs of several pairs were put together.
void sort_entries(ReviewLog& log);
void append_entries(ReviewLog& log, const ReviewLog& more);

/// The decision as a text that its entry in the audit log is the digest of.
std::string canonical_text(const Decision& decision);

}  // namespace confronta
