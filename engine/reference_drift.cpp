#include "engine/reference_drift.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr std::string_view looked_at = "identity/";

double total_of(const ReferenceTable& table) {
  double total = 0;
  for (const auto& [key, number] : table.numbers) total += number;
  return total;
}

std::optional<double> change(const ReferenceTable& then, const ReferenceTable& now) {
  const double all_then = total_of(then);
  const double all_now = total_of(now);
  if (all_now <= 0) return 0;
  if (all_then <= 0) return std::nullopt;
  const double unseen = 0.5 / std::max(then.count, 1.0);
  double bans = 0;
  for (const auto& [key, number] : now.numbers) {
    if (number <= 0) continue;
    const double share = number / all_now;
    const double before = then.at(key) > 0 ? then.at(key) / all_then : unseen;
    bans += share * std::abs(portable_log10(share / before));
  }
  return bans;
}

/// "marks" of "identity/marks.content.tattoo".
std::string evidence_of(std::string_view table) {
  table.remove_prefix(looked_at.size());
  return std::string{table.substr(0, table.find('.'))};
}

bool matters(const ReferenceChange& change) {
  return change.records_now >= least_drift_records &&
         (!change.bans || *change.bans >= least_drift_bans);
}

bool goes_before(const ReferenceChange& a, const ReferenceChange& b) {
  return std::tuple{a.bans.has_value(), -a.bans.value_or(0), a.table} <
         std::tuple{b.bans.has_value(), -b.bans.value_or(0), b.table};
}

}  // namespace

std::vector<ReferenceChange> reference_drift(const ReferenceSet& frozen,
                                             const ReferenceSet& today) {
  std::map<std::string, ReferenceChange> most;
  for (const auto& [name, now] : today.tables()) {
    const auto then = frozen.tables().find(name);
    if (name.rfind(looked_at, 0) != 0 || then == frozen.tables().end()) continue;
    ReferenceChange one{evidence_of(name), name, then->second.count, now.count,
                        change(then->second, now)};
    if (!matters(one)) continue;
    const auto [known, first] = most.try_emplace(one.evidence, one);
    if (!first && goes_before(one, known->second)) known->second = std::move(one);
  }
  std::vector<ReferenceChange> changes;
  for (auto& [evidence, one] : most) changes.push_back(std::move(one));
  std::sort(changes.begin(), changes.end(), goes_before);
  return changes;
}

}  // namespace confronta
