#pragma once
// Where a pair's posterior took several missing people of one family together.

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/messages/catalogue.h"
#include "engine/match.h"

namespace confronta::app {

/// The other missing people of the family whose remains the run thinks more likely than not, each
/// with these, and what all of it together is worth beyond the pairs: log10 of joint LR over the
/// product of the pairs' LRs.
struct JointNote {
  std::vector<std::pair<std::string, std::string>> others;  // report, remains: ids of rows
  double bans = 0;
};

/// The remains that a run thinks more likely than not a report's; nothing: none. Ids of rows.
using LikelyRemains = std::function<std::optional<std::string>(const std::string& report)>;
LikelyRemains likely_in(const Run& run);  // which outlives it

/// Nothing where the report is the only one of its family. `relation` is identity, prepared from
/// what the run was made of.
std::optional<JointNote> joint_note(const PreparedRelation& relation, const LikelyRemains& likely,
                                    RowId left, RowId right);

/// In a sentence or two.
std::string joint_text(Language language, const JointNote& note);

}  // namespace confronta::app
