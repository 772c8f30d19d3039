#include "engine/infer/merge.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace confronta {
namespace {

/// Groups that grow by links, with their members and the weakest link of each.
class Merger {
 public:
  Merger(RowId rows, const LinkRules* rules) : rules_(rules), group_of_(rows), groups_(rows) {
    for (RowId row = 0; row < rows; ++row) {
      group_of_[row] = row;
      groups_[row].members = {row};
    }
  }

  void use(const Link& link) {
    RowId into = group_of_[link.a];
    RowId from = group_of_[link.b];
    if (into == from || !allowed(link.relation, groups_[into], groups_[from])) return;
    if (groups_[into].members.size() < groups_[from].members.size()) std::swap(into, from);
    Group& group = groups_[into];
    Group& other = groups_[from];
    for (const RowId row : other.members) group_of_[row] = into;
    group.members.insert(group.members.end(), other.members.begin(), other.members.end());
    group.posterior = std::min({group.posterior, other.posterior, link.posterior});
    group.relation = link.relation;
    other.members.clear();
  }

  std::vector<RunGroup> groups(const TraitTable& table) const {
    std::vector<RunGroup> result;
    for (const Group& group : groups_) {
      if (group.members.size() < 2) continue;
      RunGroup merged{"", group.relation, group.posterior, {}};
      for (const RowId row : group.members) merged.members.push_back(table.id(row));
      std::sort(merged.members.begin(), merged.members.end());
      merged.id = merged.members.front();
      result.push_back(std::move(merged));
    }
    std::sort(result.begin(), result.end(),
              [](const RunGroup& a, const RunGroup& b) { return a.id < b.id; });
    return result;
  }

 private:
  struct Group {
    std::vector<RowId> members;
    Relation relation = Relation::duplicate;
    double posterior = 1;
  };

  bool allowed(Relation relation, const Group& a, const Group& b) const {
    if (!rules_) return true;
    for (const RowId x : a.members)
      for (const RowId y : b.members)
        if (rules_->cannot(relation, x, y)) return false;
    return true;
  }

  const LinkRules* rules_;
  std::vector<RowId> group_of_;
  std::vector<Group> groups_;
};

bool same_content(const Observation& a, const Observation& b) {
  return a.trait == b.trait && a.state == b.state && a.value == b.value;
}

/// Adds a member's observations to the group's, those that it does not have yet.
void add_member(TraitTable::Row& group, const TraitTable::Row& member) {
  const auto before = static_cast<std::ptrdiff_t>(group.observations.size());
  for (const Observation& o : member.observations) {
    const auto end = group.observations.begin() + before;
    if (std::any_of(group.observations.begin(), end,
                    [&](const Observation& known) { return same_content(known, o); }))
      continue;
    group.observations.push_back(o);
  }
}

}  // namespace

std::vector<RunGroup> merge(const TraitTable& table, std::vector<Link> links,
                            const LinkRules* rules) {
  std::sort(links.begin(), links.end(), [](const Link& x, const Link& y) {
    return std::tie(x.relation, y.posterior, x.a, x.b) <
           std::tie(y.relation, x.posterior, y.a, y.b);
  });
  Merger merger{table.size(), rules};
  for (const Link& link : links) merger.use(link);
  return merger.groups(table);
}

std::vector<TraitTable::Row> merged_rows(const std::vector<TraitTable::Row>& rows,
                                         const std::vector<RunGroup>& groups) {
  std::unordered_map<std::string_view, const RunGroup*> group_of;
  for (const RunGroup& group : groups)
    for (const std::string& member : group.members) group_of.emplace(member, &group);
  std::unordered_map<std::string_view, const TraitTable::Row*> row_of;
  for (const TraitTable::Row& row : rows)
    if (group_of.count(row.id) != 0) row_of.emplace(row.id, &row);
  std::unordered_set<const RunGroup*> done;
  std::vector<TraitTable::Row> merged;
  merged.reserve(rows.size());
  for (const TraitTable::Row& row : rows) {
    const auto at = group_of.find(row.id);
    if (at == group_of.end()) {
      merged.push_back(row);
      continue;
    }
    if (!done.insert(at->second).second) continue;
    TraitTable::Row group{at->second->id, row.kind, at->second->members, {}};
    for (std::uint32_t i = 0; i < group.members.size(); ++i)
      if (const auto found = row_of.find(group.members[i]); found != row_of.end()) {
        TraitTable::Row member = *found->second;
        for (Observation& o : member.observations) o.from.record = i;
        add_member(group, member);
      }
    merged.push_back(std::move(group));
  }
  return merged;
}

TraitTable::Row joined_row(const TraitTable::Row& a, const TraitTable::Row& b) {
  TraitTable::Row joined{a.id + " + " + b.id, a.kind, {}, {}};
  for (const TraitTable::Row* row : {&a, &b}) {
    const auto first = static_cast<std::uint32_t>(joined.members.size());
    TraitTable::Row member = *row;
    for (Observation& o : member.observations) o.from.record += first;
    add_member(joined, member);
    if (row->members.empty()) joined.members.push_back(row->id);
    joined.members.insert(joined.members.end(), row->members.begin(), row->members.end());
  }
  return joined;
}

}  // namespace confronta
