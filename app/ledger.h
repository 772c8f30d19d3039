#pragma once
// Why a pair scores as it does: one line per evidence model, for terminal, report and scripts.

#include <string>
#include <vector>

#include "engine/match.h"

namespace confronta::app {

struct LedgerLine {
  std::string evidence;  // the model's name
  Finding finding;
};

struct Ledger {
  Relation relation = Relation::identity;
  std::string left;  // row ids: groups by their first member
  std::string right;
  Score total;
  std::vector<std::string> left_members, right_members;  // Provenance::record counts into these
  std::vector<LedgerLine> lines;                         // in the order of the registry
};

/// Both rows must be of the relation; the Findings point into the workspace's tables, which must
/// outlive the ledger.
Ledger ledger_of(const PreparedRelation& relation, RowId left, RowId right);

}  // namespace confronta::app
