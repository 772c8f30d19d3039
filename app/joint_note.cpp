#include "app/joint_note.h"

#include <algorithm>

#include "app/numbers.h"

namespace confronta::app {
namespace {

JointNote note_of(const PreparedRelation& relation, const GroupEvidence& evidence,
                  std::uint32_t group, const LikelyRemains& likely, RowId left, RowId right) {
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
    const std::string& report = relation.left->id(members[m]);
    const auto id = likely(report);
    const auto remains = id ? relation.right->find(*id) : std::nullopt;
    if (!remains || *remains == right) continue;
    assign(m, *remains);
    note.others.emplace_back(report, *id);
  }
  const std::vector<double> joint = evidence.log10_joint(group, asked);
  note.bans = joint.front();
  for (std::size_t k = 1; k < joint.size(); ++k) note.bans -= joint[k];
  return note;
}

}  // namespace

LikelyRemains likely_in(const Run& run) {
  return [&run](const std::string& report) -> std::optional<std::string> {
    for (const RunPair& pair : run.pairs)
      if (pair.relation == Relation::identity && pair.left == report && pair.posterior > 0.5)
        return pair.right;
    return std::nullopt;
  };
}

std::optional<JointNote> joint_note(const PreparedRelation& relation, const LikelyRemains& likely,
                                    RowId left, RowId right) {
  for (const auto& model : relation.models) {
    const GroupEvidence* evidence = model->groups();
    for (std::uint32_t g = 0; evidence != nullptr && g < evidence->groups(); ++g) {
      const auto members = evidence->members(g);
      if (std::find(members.begin(), members.end(), left) != members.end())
        return note_of(relation, *evidence, g, likely, left, right);
    }
  }
  return std::nullopt;
}

std::string joint_text(Language language, const JointNote& note) {
  std::string others;
  for (const auto& [report, remains] : note.others)
    others += (others.empty() ? "" : ", ") + report + " = " + remains;
  return others.empty() ? say(language, "explain.family_alone")
                        : say(language, "explain.family_together", {others, bans_text(note.bans)});
}

}  // namespace confronta::app
