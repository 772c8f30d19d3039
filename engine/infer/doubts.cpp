#include "engine/infer/doubts.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

namespace confronta {

std::vector<Doubt> disjoint(std::vector<Doubt> doubts) {
  for (Doubt& doubt : doubts)
    if (doubt.b < doubt.a) std::swap(doubt.a, doubt.b);
  std::sort(doubts.begin(), doubts.end(), [](const Doubt& x, const Doubt& y) {
    return std::tie(y.posterior, x.a, x.b) < std::tie(x.posterior, y.a, y.b);
  });
  std::set<RowId> taken;
  std::vector<Doubt> kept;
  for (const Doubt& doubt : doubts) {
    if (taken.count(doubt.a) != 0 || taken.count(doubt.b) != 0) continue;
    taken.insert({doubt.a, doubt.b});
    kept.push_back(doubt);
  }
  std::sort(kept.begin(), kept.end(),
            [](const Doubt& x, const Doubt& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  return kept;
}

std::vector<Doubt> doubts_between(
    const TraitTable& merged, const std::vector<RunGroup>& groups,
    const std::vector<UnmergedLink>& links,
    const std::function<bool(Relation, const TraitTable::Row&, const TraitTable::Row&)>& allowed) {
  std::unordered_map<std::string_view, std::string_view> group_of;
  for (const RunGroup& group : groups)
    for (const std::string& member : group.members) group_of.emplace(member, group.id);
  const auto row_of = [&](const std::string& id) {
    const auto at = group_of.find(id);
    return merged.find(at == group_of.end() ? std::string_view{id} : at->second);
  };
  std::vector<Doubt> doubts;
  for (const UnmergedLink& link : links) {
    const auto a = row_of(link.a);
    const auto b = row_of(link.b);
    if (a && b && *a != *b && allowed(link.relation, merged.row(*a), merged.row(*b)))
      doubts.push_back({*a, *b, link.posterior});
  }
  return disjoint(std::move(doubts));
}

}  // namespace confronta
