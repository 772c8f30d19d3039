#pragma once
// The plain rule to compare with: see OracleScorer::rule_points.

#include "bench/world/notes.h"

namespace confronta::world {

double rule_points(const ReportNote& report, const RemainsNote& remains);

}  // namespace confronta::world
