#pragma once
// Oracle: names, CURPs and fingerprint hits.

#include <vector>

#include "bench/world/oracle/groups.h"
#include "bench/world/oracle/records.h"

namespace confronta::world {

/// Names by what was meant: typing errors are seen through. Approximations: a CURP that was
/// written on both sides decides, by 10^8 for and 10^-6 against; a fingerprint hit on the CURP of
/// the report likewise, with the rate of wrong hits against.
class NameOracle {
 public:
  explicit NameOracle(const OracleRecords& records);
  void report_emission(std::size_t report, PerGroup& p) const;
  void remains_emission(std::size_t remains, PerGroup& p) const;
  void couple(std::size_t report, std::size_t remains, PerGroup& c) const;

 private:
  double given(int sex, int name) const;  // P(written given name | sex)
  double name_given_sex(int sex, const NameNote& name) const;
  double name_of_anybody(const NameNote& name) const;
  double both_names(int sex, const NameNote& a, const NameNote& b) const;
  double name_is_right(std::size_t remains) const;

  const OracleRecords& records_;
  std::array<std::vector<double>, 2> truth_;    // by sex: P(given name)
  std::array<std::vector<double>, 2> written_;  // by sex: after leaving out second tokens
  std::vector<double> shortened_;               // sum of compounds that begin with the name
};

}  // namespace confronta::world
