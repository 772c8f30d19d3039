#pragma once
// What was written, as codes: oracle.csv. Words, typing errors and formats are left behind, so that
// who reads it knows at least as much as who reads the files.

#include <string>
#include <vector>

#include "bench/world/notes.h"
#include "bench/world/world.h"
#include "models/domain/result.h"

namespace confronta::world {

struct OracleRecords {
  WorldOptions options;
  std::vector<ReportNote> reports;  // sorted by full id, as are the remains
  std::vector<RemainsNote> remains;
};

std::string oracle_text(const OracleRecords& records);
/// Errors "simulate.unreadable" (argument: path), "simulate.oracle" (it is not
/// what oracle_text wrote; argument: path).
Result<OracleRecords> read_oracle(const std::string& path);

}  // namespace confronta::world
