#include <array>
#include <unordered_map>

#include "engine/infer/merge.h"
#include "engine/match.h"
#include "engine/prepare.h"

namespace confronta {
namespace {

bool of_reports(Relation relation, bool left) {
  return relation == Relation::duplicate || (relation == Relation::identity && left);
}

}  // namespace

struct Workspace::Impl {
  const Snapshot& snapshot;
  const ReferenceSet& reference;
  MatchOptions options;
  std::vector<RunGroup> groups;
  std::unordered_map<std::string, std::string> group_of;
  std::array<std::optional<TraitTable>, 4> tables;  // of remains, reports; then the merged ones
  std::array<std::unique_ptr<PreparedRelation>, all_relations.size()> prepared;

  /// Relations within one side compare subjects one by one, identity compares groups. A table is
  /// built when it is first asked for: at the size of a country each takes much memory.
  const TraitTable& table(Relation relation, bool left) {
    const bool merged = relation == Relation::identity;
    const bool reports = of_reports(relation, left);
    std::optional<TraitTable>& table = tables[(merged ? 2U : 0U) + (reports ? 1U : 0U)];
    if (!table) {
      const auto& rows = reports ? snapshot.reports : snapshot.remains;
      table.emplace(merged ? merged_rows(rows, groups) : rows);
    }
    return *table;
  }

  std::optional<RowId> find(Relation relation, bool left, const std::string& id) {
    const auto group = group_of.find(id);
    const bool merged = relation == Relation::identity && group != group_of.end();
    return table(relation, left).find(merged ? group->second : id);
  }
};

Workspace::Workspace(const Snapshot& snapshot, const ReferenceSet& reference,
                     const MatchOptions& options, const std::vector<RunGroup>& groups)
    : impl_(std::make_unique<Impl>(Impl{snapshot, reference, options, groups, {}, {}, {}})) {
  for (const RunGroup& group : groups)
    for (const std::string& member : group.members) impl_->group_of.emplace(member, group.id);
}

Workspace::~Workspace() = default;

const PreparedRelation& Workspace::relation(Relation relation) {
  auto& prepared = impl_->prepared[static_cast<std::size_t>(relation)];
  if (!prepared)
    prepared = std::make_unique<PreparedRelation>(
        prepare_relation(relation, impl_->table(relation, true), impl_->table(relation, false),
                         impl_->reference, impl_->options, impl_->snapshot.dna.families));
  return *prepared;
}

std::optional<RowId> Workspace::find_left(Relation relation, const std::string& id) {
  return impl_->find(relation, true, id);
}

const genetics::Families& Workspace::families() const { return impl_->snapshot.dna.families; }

const Parameters& Workspace::parameters() const { return impl_->options.parameters; }

const ReferenceSet& Workspace::reference() const { return impl_->reference; }

std::optional<RowId> Workspace::find_right(Relation relation, const std::string& id) {
  return impl_->find(relation, false, id);
}

}  // namespace confronta
