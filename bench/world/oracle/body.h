#pragma once
// Oracle: stature, build and weight, skin, hair and eyes, given sex and age group.

#include <vector>

#include "bench/world/oracle/groups.h"
#include "bench/world/oracle/records.h"

namespace confronta::world {

/// Three couplings as tables of distinct values. Approximations: rounding is added to the variance
/// of a reported stature or weight; an examined weight is taken to 5 kg; weight and stature are
/// independent given build, sex and age group; an unwritten condition stands for a middling one.
class BodyOracle {
 public:
  explicit BodyOracle(const OracleRecords& records);

  /// Multiplies by P(record's values | sex, group), up to a factor common to all groups.
  void report_emission(std::size_t report, PerGroup& p) const;
  void remains_emission(std::size_t remains, PerGroup& p) const;
  /// Multiplies by the couplings of the pair.
  void couple(std::size_t report, std::size_t remains, PerGroup& c) const;

 private:
  /// Distinct values of both sides and their coupling, sex and group innermost.
  struct Table {
    std::vector<int> report_class, remains_class;  // none: nothing written
    std::vector<PerGroup> report_emission, remains_emission;
    std::vector<std::array<float, group_states>> coupling;
    std::size_t columns = 0;
  };
  void build_stature(const OracleRecords& records);
  void build_weight(const OracleRecords& records);
  void build_colours(const OracleRecords& records);
  template <class Key, class Joint>
  static void fill(Table& table, const std::vector<Key>& lefts, const std::vector<Key>& rights,
                   Joint joint);

  std::array<Table, 3> tables_;
};

}  // namespace confronta::world
