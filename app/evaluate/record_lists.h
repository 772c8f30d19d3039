#pragma once
// The records among which a true pair must be found: the same lists for every way of scoring.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/evaluate/truth.h"
#include "app/run_view.h"
#include "bench/world/oracle.h"
#include "engine/evaluate/pair_pass.h"
#include "engine/match.h"

namespace confronta::app {

/// One side, by ascending id.
struct RecordList {
  std::vector<std::string> ids;
  std::vector<std::optional<RowId>> row;           // of the run; nothing: not in the store
  std::vector<std::optional<std::size_t>> oracle;  // index there; nothing: not of that world
  std::vector<std::uint32_t> person;               // of the truth, or no_person

  /// The place of an id that is listed.
  std::uint32_t at(const std::string& id) const;
};

/// Records one by one: a record stands in these lists with the score of the row that it was merged
/// into. All records that the oracle knows, or all of the store where there is no oracle, and all
/// that the truth names.
struct RecordLists {
  RecordList reports, remains;
};
RecordLists record_lists(const PreparedRelation& identity, const RunView& view, const Truth& truth,
                         const world::OracleScorer* oracle);

}  // namespace confronta::app
