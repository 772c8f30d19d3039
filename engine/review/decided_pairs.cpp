#include "engine/review/decided_pairs.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace confronta {
namespace {

/// Logs as one where a decision of one follows a decision of another.
std::vector<ReviewLog> joined_logs(const std::map<ReviewPair, ReviewLog>& logs) {
  std::vector<const ReviewLog*> all;
  std::unordered_map<std::int64_t, std::size_t> log_of;  // of each decision
  for (const auto& [pair, log] : logs) {
    for (const Decision& d : log.decisions) log_of[d.id] = all.size();
    all.push_back(&log);
  }
  std::vector<std::size_t> root(all.size());
  std::iota(root.begin(), root.end(), std::size_t{0});
  const auto find = [&](std::size_t log) {
    while (root[log] != log) log = root[log];
    return log;
  };
  for (std::size_t log = 0; log < all.size(); ++log)
    for (const Decision& d : all[log]->decisions)
      if (const auto before = log_of.find(d.based_on); before != log_of.end()) {
        const auto [low, high] = std::minmax({find(log), find(before->second)});
        root[high] = low;
      }
  std::vector<ReviewLog> joined(all.size());
  for (std::size_t log = 0; log < all.size(); ++log) append_entries(joined[find(log)], *all[log]);
  return joined;
}

Decided decided_by(const Standing& standing) {
  switch (standing.state) {
    case ReviewState::agreed:
    case ReviewState::final: return standing.on_primary ? Decided::certain : Decided::weighted;
    case ReviewState::excluded: return Decided::excluded;
    default: return Decided::no;
  }
}

}  // namespace

DecisionsIn decisions_in(const std::map<ReviewPair, ReviewLog>& logs,
                         const NewestVersions& newest) {
  DecisionsIn in;
  for (const ReviewLog& log : joined_logs(logs)) {
    const Standing standing = standing_of(log, newest);
    in.reopened += standing.state == ReviewState::reopened;
    DecidedPair pair;
    pair.decided = decided_by(standing);
    if (pair.decided == Decided::no) continue;
    pair.pair = standing.rests_on->pair;
    for (const RecordVersion& record : standing.rests_on->pins.records)
      pair.seen.push_back(record.subject);
    std::sort(pair.seen.begin(), pair.seen.end());
    in.pairs.push_back(std::move(pair));
  }
  std::sort(in.pairs.begin(), in.pairs.end(),
            [](const DecidedPair& a, const DecidedPair& b) { return a.pair < b.pair; });
  return in;
}

std::string canonical_text(const std::vector<DecidedPair>& pairs) {
  std::string text;
  for (const DecidedPair& d : pairs) {
    text += std::string{relation_name(d.pair.relation)} + '\t' + d.pair.left + '\t' + d.pair.right +
            '\t' + std::string{decided_name(d.decided)};
    for (const std::string& subject : d.seen) text += '\t' + subject;
    text += '\n';
  }
  return text;
}

}  // namespace confronta
