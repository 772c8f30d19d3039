#pragma once
// Known truth beside a run: truth.csv, and the strata of simulate.

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "models/domain/relation.h"
#include "models/domain/result.h"

namespace confronta::app {

using IdPair = std::pair<std::string, std::string>;

struct Truth {
  /// Of each relation: (report, remains) for identity, else both ids in either order.
  std::map<Relation, std::vector<IdPair>> pairs;
  /// The person that a subject belongs to: subjects tied by true pairs of any relation share one.
  std::map<std::string, std::uint32_t> person_of;
  std::uint32_t persons = 0;

  /// The true pairs of a report and remains.
  const std::vector<IdPair>& identity() const;
};

/// Reads `relation,left,right`. Errors: those of reading the file, "truth.bad_relation" and
/// "truth.bad_row" with the row.
Result<Truth> read_truth(const std::string& path);

/// Reads a table whose first column is `id`: for each id, "column=value" of every other column.
Result<std::map<std::string, std::vector<std::string>>> read_strata(const std::string& path);

}  // namespace confronta::app
