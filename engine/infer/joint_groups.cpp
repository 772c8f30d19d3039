#include "engine/infer/joint_groups.h"

#include <algorithm>
#include <cmath>

#include "engine/infer/identity_posteriors.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr double most_excess = 100 * log_of_ten;  // either way: beyond it nothing changes

struct Candidate {
  std::uint32_t node = 0;
  RowId row = 0;
  double log_weight = 0;
};

/// One member with its strongest candidates.
struct Member {
  RowId row = 0;
  std::size_t place = 0;  // among the group's members
  std::vector<Candidate> candidates;

  double strongest() const {
    return candidates.empty() ? -HUGE_VAL : candidates.front().log_weight;
  }
};

/// One group of the evidence, asked for the assignments that may matter.
class Asking {
 public:
  Asking(const GroupEvidence& evidence, std::uint32_t group, const JointLimits& limits,
         std::vector<Member> members)
      : evidence_(evidence), group_(group), limits_(limits), members_(std::move(members)) {
    std::stable_sort(members_.begin(), members_.end(), [](const Member& a, const Member& b) {
      return a.strongest() > b.strongest();
    });
    if (members_.size() > limits.members) members_.resize(limits.members);
    std::sort(members_.begin(), members_.end(),
              [](const Member& a, const Member& b) { return a.place < b.place; });
    keep_few();
    choice_.assign(members_.size(), nobody);
    list(0, 0, 0);
  }

  JointGroup run() {
    JointGroup group;
    if (assignments_.empty()) return group;
    for (const Member& member : members_) group.members.push_back(member.row);
    std::vector<GroupAssignment> asked;
    std::vector<std::vector<std::size_t>> alone(members_.size());  // where each pair stands
    for (std::size_t m = 0; m < members_.size(); ++m)
      for (std::size_t c = 0; c < members_[m].candidates.size(); ++c) {
        std::vector<std::size_t> single(members_.size(), nobody);
        single[m] = c;
        alone[m].push_back(asked.size());
        asked.push_back(as_rows(single));
      }
    const std::size_t pairs = asked.size();
    for (const auto& assignment : assignments_) asked.push_back(as_rows(assignment.choice));
    const std::vector<double> joint = evidence_.log10_joint(group_, asked);
    for (std::size_t a = 0; a < assignments_.size(); ++a) {
      const std::vector<std::size_t>& choice = assignments_[a].choice;
      double apart = 0;
      for (std::size_t m = 0; m < choice.size(); ++m)
        if (choice[m] != nobody) apart += joint[alone[m][choice[m]]];
      if (!std::isfinite(apart)) continue;  // a pair that is impossible by itself weighs nothing
      const double excess =
          std::clamp((joint[pairs + a] - apart) * log_of_ten, -most_excess, most_excess);
      const double weight = assignments_[a].log_weight + std::max(excess, 0.0);
      if (std::fabs(excess) < limits_.log_least_excess || weight < limits_.log_floor) continue;
      JointWay way{{}, excess};
      for (std::size_t m = 0; m < choice.size(); ++m)
        way.assigned.push_back(choice[m] == nobody ? no_node
                                                   : members_[m].candidates[choice[m]].node);
      group.ways.push_back(std::move(way));
    }
    return group;
  }

 private:
  static constexpr std::size_t nobody = ~std::size_t{0};
  struct Assignment {
    std::vector<std::size_t> choice;  // of each member: which candidate
    double log_weight;
  };

  /// As many of each member's candidates as make few assignments.
  void keep_few() {
    for (std::size_t most = limits_.candidates;; --most) {
      double count = 1;
      for (Member& member : members_) {
        if (member.candidates.size() > most) member.candidates.resize(most);
        count *= static_cast<double>(member.candidates.size() + 1);
      }
      if (count <= static_cast<double>(limits_.assignments) || most == 0) return;
    }
  }

  void list(std::size_t member, std::size_t assigned, double log_weight) {
    if (member == members_.size()) {
      if (assigned > 1 && log_weight + limits_.log_reach >= limits_.log_floor)
        assignments_.push_back({choice_, log_weight});
      return;
    }
    list(member + 1, assigned, log_weight);
    for (std::size_t c = 0; c < members_[member].candidates.size(); ++c) {
      const Candidate& candidate = members_[member].candidates[c];
      if (is_taken(member, candidate.node)) continue;
      choice_[member] = c;
      list(member + 1, assigned + 1, log_weight + candidate.log_weight);
      choice_[member] = nobody;
    }
  }

  bool is_taken(std::size_t before, std::uint32_t node) const {
    for (std::size_t m = 0; m < before; ++m)
      if (choice_[m] != nobody && members_[m].candidates[choice_[m]].node == node) return true;
    return false;
  }

  /// For all members of the evidence's group, also those that were left out here.
  GroupAssignment as_rows(const std::vector<std::size_t>& choice) const {
    GroupAssignment rows(evidence_.members(group_).size());
    for (std::size_t m = 0; m < choice.size(); ++m)
      if (choice[m] != nobody) rows[members_[m].place] = members_[m].candidates[choice[m]].row;
    return rows;
  }

  const GroupEvidence& evidence_;
  std::uint32_t group_;
  const JointLimits& limits_;
  std::vector<Member> members_;
  std::vector<std::size_t> choice_;
  std::vector<Assignment> assignments_;
};

}  // namespace

std::vector<std::uint32_t> JointGroup::candidates(std::size_t member) const {
  std::vector<std::uint32_t> nodes;
  for (const JointWay& way : ways)
    if (way.assigned[member] != no_node) nodes.push_back(way.assigned[member]);
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
  return nodes;
}

double JointGroup::excess(const std::vector<std::uint32_t>& assigned) const {
  for (const JointWay& way : ways)
    if (way.assigned == assigned) return way.log_excess;
  return 0;
}

double JointGroup::choices() const {
  double product = 1;
  for (std::size_t m = 0; m < members.size(); ++m)
    product *= static_cast<double>(candidates(m).size() + 1);
  return product;
}

JointLimits::JointLimits(const Parameters& parameters)
    : members(static_cast<std::size_t>(parameters["inference.joint_members"])),
      candidates(static_cast<std::size_t>(parameters["inference.joint_candidates"])),
      assignments(static_cast<std::size_t>(parameters["inference.joint_assignments"])),
      log_floor(portable_log(std::max(parameters["inference.edge_floor"], 1e-300))),
      log_reach(parameters["inference.joint_reach"] * log_of_ten),
      log_least_excess(parameters["inference.joint_least"] * log_of_ten) {}

std::vector<JointGroup> weigh_jointly(
    const GroupEvidence& evidence, const MatchingProblem& problem, const JointLimits& limits,
    const std::function<std::optional<RowId>(std::uint32_t)>& right_row) {
  std::vector<std::vector<Candidate>> of_left(problem.left_rest.size());
  std::vector<char> wanted(problem.left_rest.size(), 0);
  for (std::uint32_t g = 0; g < evidence.groups(); ++g)
    for (const RowId row : evidence.members(g)) wanted[row] = 1;
  for (const MatchingEdge& edge : problem.edges)
    if (wanted[edge.left])
      if (const auto row = right_row(edge.right))
        of_left[edge.left].push_back(
            {edge.right, *row, std::min(edge.log_weight, greatest_log_weight)});
  for (auto& list : of_left)
    std::stable_sort(list.begin(), list.end(), [](const Candidate& a, const Candidate& b) {
      return a.log_weight != b.log_weight ? a.log_weight > b.log_weight : a.node < b.node;
    });
  std::vector<JointGroup> groups(evidence.groups());
#pragma omp parallel for schedule(dynamic, 1)
  for (std::uint32_t g = 0; g < groups.size(); ++g) {
    std::vector<Member> members;
    for (const RowId row : evidence.members(g))
      members.push_back({row, members.size(), of_left[row]});
    groups[g] = Asking{evidence, g, limits, std::move(members)}.run();
  }
  std::erase_if(groups, [](const JointGroup& group) { return group.ways.empty(); });
  return groups;
}

}  // namespace confronta
