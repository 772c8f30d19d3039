#pragma once
// Oracle: clothing and belongings, old injuries, teeth, blood.

#include <vector>

#include "bench/world/oracle/dates.h"
#include "bench/world/oracle/groups.h"
#include "bench/world/oracle/records.h"

namespace confronta::world {

/// A body wears the outfit of the day with probability same_outfit, else another; garments of a
/// slot agree or not, slot by slot. Approximation: a brand or size that one side lacks says
/// nothing.
class ClothesOracle {
 public:
  ClothesOracle(const OracleRecords& records, const DateOracle& dates);
  void report_emission(std::size_t report, PerGroup& p) const;
  void remains_emission(std::size_t remains, PerGroup& p) const;
  void couple(std::size_t report, std::size_t remains, PerGroup& c) const;

 private:
  struct Side {
    bool told = false;
    double left = 0;  // expected share of garments still on the body
    int portion = 0;
    std::array<GarmentNote, 8> worn;  // by slot; item none: nothing written
  };
  double couple_slot(int slot, int sex, const Side& report, const Side& remains) const;
  void emit(const Side& side, double seen, PerGroup& p) const;

  std::vector<Side> reports_, remains_;
};

/// Old injuries one by one, blood group and rhesus: the same for every sex and age group.
double couple_histories(const ReportNote& report, const RemainsNote& remains,
                        const std::array<double, 9>& condition);
double couple_blood(const ReportNote& report, const RemainsNote& remains);

/// Tooth by tooth, given the care that a mouth has had (three kinds, summed over) and the years
/// between the chart and the event.
class TeethOracle {
 public:
  explicit TeethOracle(const OracleRecords& records);
  void report_emission(std::size_t report, PerGroup& p) const;
  void remains_emission(std::size_t remains, PerGroup& p) const;
  void couple(std::size_t report, std::size_t remains, PerGroup& c) const;

 private:
  static constexpr int year_steps = 9;
  struct Chart {
    bool charted = false;
    int years = 0;
    Mouth mouth{};
    std::array<double, age_group_count> probability{};  // of the chart, by age group
  };
  double tooth(int group, int care, int position, int years, Tooth r, Tooth m) const;

  std::vector<Chart> reports_, remains_;
  // [group][care][class][years][report state, last = not given][remains state, last = not given]
  std::vector<double> joint_;
};

}  // namespace confronta::world
