#pragma once
// One pair as one person may see it now: blind, or with its score.

#include <nlohmann/json_fwd.hpp>

#include "app/review/api/asked.h"

namespace confronta::app::review {

/// PAIR of docs/review-api.md. Before the person's first opinion it has neither score nor ledger
/// nor drawings nor what others wrote; while a proposal waits for its second opinion, whoever may
/// give it sees by the state that somebody proposed, and neither who nor why. A decision that was
/// taken back is marked "undone"; "newest" is the entry to base one's own decision on. The log is
/// read anew, so that it holds what was just written.
Result<nlohmann::ordered_json> pair_json(const ApiRequest& request, const Asked& asked,
                                         const ReviewedRows& rows);

/// Whether a list must not show the person the numbers of a pair: they claim it, and have not given
/// their first opinion.
bool hides_numbers(const Asked& asked, const Who& who, const ReviewPair& pair);

/// Whether genotypes weigh in the ledger by formulas with theta: of families with too many untyped
/// founders they weigh without it.
bool theta_bears_on(const Ledger& ledger);

/// An item of a queue; numbers are null where `hidden`, or where the run did not keep the pair.
nlohmann::ordered_json item_json(const ApiRequest& request, const Asked& asked,
                                 const ReviewPair& pair, const RunPair* numbers, bool hidden);

}  // namespace confronta::app::review
