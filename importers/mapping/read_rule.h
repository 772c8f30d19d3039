#pragma once
// One rule of a mapping, applied to one row.

#include "importers/mapping/collector.h"
#include "importers/mapping/rule_cells.h"

namespace confronta::importers {

/// Adds what the rule finds in the cells to the collector: values, states, or notes of what could
/// not be read.
void read_rule(const Rule& rule, const RuleCells& cells, const RuleContext& context,
               Collector& out);

// The kinds of values that need more than one reader, each in its own file.
void read_name_rule(const Rule& rule, const RuleCells& cells, Collector& out);
void read_place_rule(const Rule& rule, const RuleCells& cells, Collector& out);
void read_marks_rule(const Rule& rule, const RuleCells& cells, Collector& out);
void read_garments_rule(const Rule& rule, const RuleCells& cells, Collector& out);
void read_body_history_rule(const Rule& rule, const RuleCells& cells, Collector& out);
void read_external_result_rule(const Rule& rule, const RuleCells& cells, Collector& out);

}  // namespace confronta::importers
