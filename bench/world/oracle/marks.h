#pragma once
// Oracle: tattoos, scars, moles and piercings, as thinned Poisson processes.

#include <vector>

#include "bench/world/oracle/dates.h"
#include "bench/world/oracle/groups.h"
#include "bench/world/oracle/records.h"

namespace confronta::world {

/// A person's marks of a type are a Poisson process of rate nu(sex, age group); the family tells of
/// each with probability rho, the examiner sees it with probability d. Then
///   LR = exp(nu rho d) sum over matchings of
///        prod_matched J / (nu f_r f_m) prod_unmatched_r (1 - d) prod_unmatched_m (1 - rho).
/// Approximations: the region written says whether the part of the body could show the mark; the
/// stains that examiners take for scars lower the weight of a scar's match by their share; a
/// condition that was not written is averaged in d; nu is at least 0.005.
class MarkOracle {
 public:
  MarkOracle(const OracleRecords& records, const DateOracle& dates);

  void report_emission(std::size_t report, PerGroup& p) const;
  void remains_emission(std::size_t remains, PerGroup& p) const;
  void couple(std::size_t report, std::size_t remains, PerGroup& c) const;

 private:
  struct Side {
    bool told = false;
    int portion = 0;
    double skin = 0;  // expected share of skin marks still to be seen
    std::array<std::vector<MarkNote>, mark_type_count> marks;
    PerGroup unmatched = ones();  // of remains: prod over types of exp(nu rho d)
  };
  std::vector<Side> reports_, remains_;
};

}  // namespace confronta::world
