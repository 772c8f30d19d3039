#pragma once
// Rows of run_pair as values. Within engine/store: throws SQLite::Exception.

#include <SQLiteCpp/Statement.h>

#include <string>

#include "engine/store/runs.h"

namespace confronta {

/// "SELECT ... " of pairs, table alias p, with the names of their subjects, up to the condition:
/// the columns of named_pair(). The pairs are looked up first, never the subjects.
std::string named_pairs();
RunPair named_pair(SQLite::Statement& row);

}  // namespace confronta
