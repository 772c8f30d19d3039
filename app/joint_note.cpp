#include "app/joint_note.h"

#include <algorithm>

namespace confronta::app {
namespace {

/// The remains that are more likely than not this report's.
const RunPair* likely_pair(const Run& run, const std::string& report) {
  for (const RunPair& pair : run.pairs)
    if (pair.relation == Relation::identity && pair.left == report && pair.posterior > 0.5)
      return &pair;
  return nullptr;
}

JointNote note_of(const PreparedRelation& relation, const GroupEvidence& evidence,
                  std::uint32_t group, const Run& run, RowId left, RowId right) {
  const auto members = evidence.members(group);
  JointNote note;
  std::vector<GroupAssignment> asked{GroupAssignment(members.size())};
  const auto assign = [&](std::size_t member, RowId remains) {
    asked.front()[member] = remains;
    asked.emplace_back(members.size())[member] = remains;
  };
  for (std::size_t m = 0; m < members.size(); ++m) {
    if (members[m] == left) {
      assign(m, right);
      continue;
    }
    const RunPair* likely = likely_pair(run, relation.left->id(members[m]));
    const auto remains = likely != nullptr ? relation.right->find(likely->right) : std::nullopt;
    if (!remains || *remains == right) continue;
    assign(m, *remains);
    note.others.emplace_back(likely->left, likely->right);
  }
  const std::vector<double> joint = evidence.log10_joint(group, asked);
  note.bans = joint.front();
  for (std::size_t k = 1; k < joint.size(); ++k) note.bans -= joint[k];
  return note;
}

}  // namespace

std::optional<JointNote> joint_note(const PreparedRelation& relation, const Run& run, RowId left,
                                    RowId right) {
  for (const auto& model : relation.models) {
    const GroupEvidence* evidence = model->groups();
    for (std::uint32_t g = 0; evidence != nullptr && g < evidence->groups(); ++g) {
      const auto members = evidence->members(g);
      if (std::find(members.begin(), members.end(), left) != members.end())
        return note_of(relation, *evidence, g, run, left, right);
    }
  }
  return std::nullopt;
}

}  // namespace confronta::app
