#include "models/evidence/dna/kinship_groups.h"

#include <algorithm>
#include <map>

#include "models/evidence/dna/joint_family.h"

namespace confronta {

KinshipGroups::KinshipGroups(const std::vector<std::optional<genetics::FamilyPlace>>& places,
                             const TraitTable& right, const MatchPopulation& population,
                             const genetics::DropoutModel& dropout, const Parameters& parameters)
    : right_(right), population_(population), dropout_(dropout), parameters_(parameters) {
  std::map<std::string_view, Group> by_family;
  for (RowId row = 0; row < places.size(); ++row) {
    if (!places[row]) continue;
    Group& group = by_family[places[row]->family->id];
    group.family = places[row]->family;
    const int person = places[row]->person;
    if (std::find(group.persons.begin(), group.persons.end(), person) != group.persons.end())
      continue;
    group.rows.push_back(row);
    group.persons.push_back(person);
  }
  for (auto& [id, group] : by_family)
    if (group.rows.size() > 1) groups_.push_back(std::move(group));
}

std::vector<double> KinshipGroups::log10_joint(std::uint32_t group,
                                               std::span<const GroupAssignment> assignments) const {
  const Group& own = groups_[group];
  JointFamily family{*own.family, own.persons, population_, dropout_, parameters_};
  std::map<RowId, Typing> typings;
  for (const GroupAssignment& assignment : assignments)
    for (const std::optional<RowId>& row : assignment)
      if (row && typings.count(*row) == 0) typings.emplace(*row, typing_of(right_, *row, dropout_));
  std::vector<double> joint;
  for (const GroupAssignment& assignment : assignments) {
    JointFamily::Placed placed;
    for (std::size_t k = 0; k < assignment.size(); ++k)
      if (assignment[k]) placed.emplace_back(own.persons[k], &typings.at(*assignment[k]));
    joint.push_back(family.log10_lr(placed));
  }
  return joint;
}

}  // namespace confronta
