#pragma once
// Rows of the review's tables as values. Within engine/store: throws SQLite::Exception.

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "engine/review/log.h"
#include "engine/store/reviews.h"

namespace confronta {

/// Every claim, opinion and decision of one row of review_pair (0: of all rows), oldest first; each
/// goes to the log that `log_of` gives for its row, which also says of which pair it is.
using LogOf = std::function<std::pair<const ReviewPair*, ReviewLog*>(std::int64_t pair_id)>;
void read_entries(Store& store, std::int64_t pair_id, const LogOf& log_of);
/// The log of all pairs of the rows' subjects, each kind by id.
ReviewLog read_log_of_rows(Store& store, const ReviewedRows& rows);
NewestVersions newest_versions_of(Store& store, const ReviewLog& log);
/// A record's versions as a column keeps them, and back.
std::string records_text(const std::vector<RecordVersion>& records);
std::string lines_text(const std::map<std::string, std::string>& lines);

}  // namespace confronta
