#include "app/run_view.h"

#include <algorithm>
#include <tuple>

namespace confronta::app {
namespace {

/// Best first: posterior, then LR, then ids, so that the order never depends on chance.
bool stands_before(const RunPair& a, const RunPair& b) {
  return std::tie(b.posterior, b.score, a.left, a.right) <
         std::tie(a.posterior, a.score, b.left, b.right);
}

}  // namespace

RunView::RunView(const Run& run) : run_(run) {
  for (const RunGroup& group : run.groups)
    for (const std::string& member : group.members) group_of_[member] = &group;
}

const std::string& RunView::row_of(const std::string& subject) const {
  const auto at = group_of_.find(subject);
  return at == group_of_.end() ? subject : at->second->id;
}

std::vector<std::string> RunView::members_of(const std::string& row) const {
  const auto at = group_of_.find(row);
  return at == group_of_.end() || at->second->id != row ? std::vector<std::string>{row}
                                                        : at->second->members;
}

std::vector<const RunPair*> RunView::sorted(const std::string& left,
                                            const std::string& right) const {
  std::vector<const RunPair*> pairs;
  for (const RunPair& pair : run_.pairs)
    if (pair.relation == Relation::identity && (left.empty() || pair.left == left) &&
        (right.empty() || pair.right == right))
      pairs.push_back(&pair);
  std::sort(pairs.begin(), pairs.end(),
            [](const RunPair* a, const RunPair* b) { return stands_before(*a, *b); });
  return pairs;
}

std::vector<Candidate> RunView::candidates(const std::string& report, const std::string& remains,
                                           std::uint32_t top) const {
  std::map<std::string, std::uint32_t> ranks;  // how many of each given side so far
  std::vector<Candidate> list;
  for (const RunPair* pair : sorted(report.empty() ? report : row_of(report),
                                    remains.empty() ? remains : row_of(remains))) {
    const std::uint32_t rank = ++ranks[report.empty() ? pair->right : pair->left];
    if (rank > top) continue;
    for (const std::string& l :
         report.empty() ? members_of(pair->left) : std::vector<std::string>{report})
      for (const std::string& r :
           remains.empty() ? members_of(pair->right) : std::vector<std::string>{remains})
        list.push_back({l, r, rank, pair});
  }
  return list;
}

std::map<std::pair<std::string, std::string>, RunView::Ranks> RunView::ranks() const {
  std::map<std::string, std::uint32_t> of_remains;
  std::map<std::string, std::uint32_t> of_report;
  std::map<std::pair<std::string, std::string>, Ranks> ranks;
  for (const RunPair* pair : sorted("", ""))
    ranks[{pair->left, pair->right}] = {++of_remains[pair->right], ++of_report[pair->left]};
  return ranks;
}

}  // namespace confronta::app
