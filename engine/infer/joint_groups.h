#pragma once
// Left nodes that are weighed together: the missing people of one family.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "engine/infer/matching.h"
#include "models/domain/evidence.h"
#include "models/parameters.h"

namespace confronta {

inline constexpr std::uint32_t no_node = ~std::uint32_t{0};

/// What one joint assignment weighs beyond the product of its edges.
struct JointWay {
  std::vector<std::uint32_t> assigned;  // of each member: the right node, or no_node
  double log_excess = 0;                // ln of joint over product
};

/// The weight of a matching is the product of its edges times, for every group, the excess of what
/// its members are assigned to among their candidates: 1 (ln: 0) where no way says otherwise.
struct JointGroup {
  std::vector<std::uint32_t> members;  // left nodes
  std::vector<JointWay> ways;          // two members assigned at least

  /// The right nodes that a member is assigned to in any way, sorted.
  std::vector<std::uint32_t> candidates(std::size_t member) const;
  /// ln of what an assignment weighs beyond its edges.
  double excess(const std::vector<std::uint32_t>& assigned) const;
  /// A bound on the number of ways to give each member a candidate or none.
  double choices() const;
};

struct JointLimits {
  std::size_t members;      // of a family, those with the strongest pairs
  std::size_t candidates;   // of a member, the strongest
  std::size_t assignments;  // of a group: fewer candidates each where they would be more
  double log_floor;         // ln of the weight from which an assignment matters
  double log_reach;         // ln of what a joint assignment may gain over its pairs
  double log_least_excess;  // ln: less is no difference

  explicit JointLimits(const Parameters& parameters);
};

/// Every group of the evidence whose joint assignments matter: by their edges' weight or by the
/// joint one. Left rows are left nodes; `right_row` gives the row of a right node, or nothing. The
/// groups are asked in parallel; the result does not depend on the number of threads.
std::vector<JointGroup> weigh_jointly(
    const GroupEvidence& evidence, const MatchingProblem& problem, const JointLimits& limits,
    const std::function<std::optional<RowId>(std::uint32_t)>& right_row);

}  // namespace confronta
