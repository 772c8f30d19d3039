#pragma once
// Where a pair's posterior took several missing people of one family together.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/match.h"

namespace confronta::app {

/// The other missing people of the family whose remains the run thinks more likely than not, each
/// with these, and what all of it together is worth beyond the pairs: log10 of joint LR over the
/// product of the pairs' LRs.
struct JointNote {
  std::vector<std::pair<std::string, std::string>> others;  // report, remains: ids of rows
  double bans = 0;
};

/// Nothing where the report is the only one of its family. `relation` is identity, prepared from
/// what `run` was made of.
std::optional<JointNote> joint_note(const PreparedRelation& relation, const Run& run, RowId left,
                                    RowId right);

}  // namespace confronta::app
