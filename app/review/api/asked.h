#pragma once
// What most handlers begin with: a connection, the run, the board, the pair that was asked for.

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <optional>
#include <string>

#include "app/review/context.h"
#include "app/review/http/request.h"

namespace confronta::app::review {

/// Everything that reading needs, of one moment.
struct Asked {
  ReviewContext::Reader store;
  std::shared_ptr<const ReviewedRun> run;
  std::shared_ptr<const Board> board;
  Day today = 0;
};
Result<Asked> ask(ReviewContext& context);

/// Takes what was imported since the last search into the index, before `reader` searches it.
Status keep_search_current(ReviewContext& context, Store& reader);

/// The rows of the key "REPORT|REMAINS", or "RELATION|ONE|OTHER" for a relation within one side (an
/// id has its source before a colon, the name of a relation has none). Errors "review.bad_key",
/// "explain.not_comparable".
Result<ReviewedRows> rows_of_key(const ReviewedRun& run, const std::string& key);
std::string key_of(const ReviewPair& pair);

Authority authority_of(const Who& who);
/// Whether the person must give a first opinion on the pair before they see a score. A coordinator
/// who only reads sees it once two people have given theirs.
bool is_blind(const ReviewLog& log, const Who& who);

/// 200 with the JSON. Text that is not UTF-8 is replaced, never an abort.
ApiResponse answer(const nlohmann::ordered_json& json);
std::string text_of_json(const nlohmann::ordered_json& json);

}  // namespace confronta::app::review
