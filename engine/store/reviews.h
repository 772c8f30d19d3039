#pragma once
// Claims, opinions and decisions in the store: append only, each entry with one in the audit log.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/review/decided_pairs.h"
#include "engine/review/state.h"
#include "engine/store/store.h"

namespace confronta {

/// The pair as the newest run has it, and the subjects that its two rows stand for: what was
/// written of any pair of them belongs to it. `lefts` and `rights` hold at least the pair's own.
struct ReviewedRows {
  ReviewPair pair;
  std::vector<std::string> lefts, rights;
};

/// Everything that was written of the rows' pairs, oldest first.
Result<ReviewLog> read_review_log(Store& store, const ReviewedRows& rows);
/// Of every pair that anybody wrote of; `decoys_too` false leaves out claims and opinions of pairs
/// that the program handed out as unlikely, and with them pairs of which nothing else is known.
Result<std::map<ReviewPair, ReviewLog>> read_review_logs(Store& store, bool decoys_too);
/// Of each subject that a decision rests on, the number of its newest version.
Result<NewestVersions> read_newest_versions(Store& store, const ReviewLog& log);
/// What changes with every entry: (last claim, last opinion, last decision).
struct ReviewMark {
  std::int64_t claim = 0, opinion = 0, decision = 0;
  bool operator==(const ReviewMark&) const = default;
};
Result<ReviewMark> read_review_mark(Store& store);

/// What the next run takes in.
Result<DecisionsIn> read_decisions_in(Store& store);

/// How often a person has claimed a pair; decoys do not count.
Result<std::int64_t> count_claims(Store& store, const std::string& who);

/// Each checks the rule of engine/review/state.h and appends in one transaction: of two who write
/// at once one is first, and the other gets the rule's error. Returned is the entry's id; where
/// nothing would change (a claim that one has, a release of what one has not) it is 0. Beside the
/// rule's errors: "subject.unknown", and those of the store.
Result<std::int64_t> append_claim(Store& store, const ReviewedRows& rows, const Claim& claim);
/// `opinion.pair` is not read: the entry is of the rows' pair. A pair that the program handed to
/// the person as a decoy makes the opinion one of a decoy.
Result<std::int64_t> append_opinion(Store& store, const ReviewedRows& rows, Opinion opinion);
Result<std::int64_t> append_decision(Store& store, const ReviewedRows& rows, Decision decision,
                                     Authority authority);

}  // namespace confronta
