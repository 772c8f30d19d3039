#pragma once
// Oracle: where found, given where last seen.

#include <vector>

#include "bench/world/geography.h"
#include "bench/world/oracle/records.h"

namespace confronta::world {

/// Exact under the world's travel law, with the report's place wrong or known to the state only,
/// and the migrant unknown unless the report says. Immutable after construction.
class PlaceOracle {
 public:
  explicit PlaceOracle(const OracleRecords& records);

  /// P(place found | report's place, H1); 1 where the remains' place was not written.
  double given_report(std::size_t report, std::size_t remains) const {
    const int column = remains_class_[remains];
    return column == none ? 1 : table_[report_class_[report]][column];
  }
  /// P(place found) of people who went missing, and of people who were never reported.
  double of_missing(std::size_t remains) const { return missing_[remains]; }
  double of_unreported(std::size_t remains) const { return unreported_[remains]; }

 private:
  std::vector<int> report_class_, remains_class_;
  std::vector<std::vector<double>> table_;  // report class x remains class
  std::vector<double> missing_, unreported_;
};

}  // namespace confronta::world
