#pragma once
// What a page of the queue asks for; of pairs and of clusters alike.

#include <cstdint>
#include <optional>
#include <string>

#include "app/review/api/asked.h"

namespace confronta::app::review {

struct Wanted {
  Relation relation = Relation::identity;  // of pairs
  std::optional<ReviewState> state;
  std::string who;   // mine, unclaimed; anything else: all
  std::string sort;  // age, changed; anything else: posterior
  std::string query;
  std::uint64_t offset = 0;
  std::uint64_t limit = 0;
};
Wanted wanted_of(const ApiRequest& request);

/// Subjects that a search in the queue takes.
inline constexpr std::uint32_t most_found = 200;

/// When the matter of a report or remains began, by its card; today where no date is known.
Day case_day(const ApiRequest& request, const Asked& asked, const std::string& id);

/// A page of the clusters. One is in a state, or somebody's, if one of its pairs of any relation
/// is; unclaimed, if none of them is claimed; as old as its oldest report (without one, its oldest
/// remains).
ApiResponse queue_of_clusters(const ApiRequest& request, const Asked& asked);

}  // namespace confronta::app::review
