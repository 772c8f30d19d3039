#pragma once
// Families of which several missing people are rows: their joint LRs.

#include <optional>
#include <vector>

#include "models/domain/evidence.h"
#include "models/domain/trait_table.h"
#include "models/evidence/dna/match_population.h"
#include "models/parameters.h"
#include "models/stats/genetics/families.h"
#include "models/stats/genetics/reported_call.h"

namespace confronta {

/// A row is in the group of the family that speaks for it. Where two rows are said to be the same
/// person, the first stands for it, and the other is weighed pair by pair. Immutable; table,
/// population and parameters outlive it.
class KinshipGroups final : public GroupEvidence {
 public:
  /// `places`: of each left row. Remains are the rows of `right`.
  KinshipGroups(const std::vector<std::optional<genetics::FamilyPlace>>& places,
                const TraitTable& right, const MatchPopulation& population,
                const genetics::DropoutModel& dropout, const Parameters& parameters);

  std::uint32_t groups() const override { return static_cast<std::uint32_t>(groups_.size()); }
  std::span<const RowId> members(std::uint32_t group) const override { return groups_[group].rows; }
  std::vector<double> log10_joint(std::uint32_t group,
                                  std::span<const GroupAssignment> assignments) const override;

 private:
  struct Group {
    const genetics::Family* family = nullptr;
    std::vector<RowId> rows;
    std::vector<int> persons;  // of the rows
  };

  const TraitTable& right_;
  const MatchPopulation& population_;
  const genetics::DropoutModel& dropout_;
  const Parameters& parameters_;
  std::vector<Group> groups_;
};

}  // namespace confronta
