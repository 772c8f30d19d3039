#pragma once
// A published run as people ask for it: subjects instead of groups.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/run.h"

namespace confronta::app {

/// A pair of subjects with the numbers of the pair of groups they belong to.
struct Candidate {
  std::string report;
  std::string remains;
  std::uint32_t rank = 0;  // per given side; members of one group share a rank
  const RunPair* pair = nullptr;
};

class RunView {
 public:
  explicit RunView(const Run& run);

  const Run& run() const { return run_; }
  /// The group a subject belongs to in the relation's row space, or its own id.
  const std::string& row_of(const std::string& subject) const;
  /// The subjects behind a row, at least itself.
  std::vector<std::string> members_of(const std::string& row) const;
  /// Identity candidates, by posterior, then LR, then ids. With a report: its remains ranked 1, 2,
  /// ...; with remains (or neither): the reports ranked per remains. At most `top` ranks a side.
  std::vector<Candidate> candidates(const std::string& report, const std::string& remains,
                                    std::uint32_t top) const;

  struct Ranks {
    std::uint32_t per_remains = 0;
    std::uint32_t per_report = 0;
  };
  /// Both ranks of every identity pair, by (left row, right row).
  std::map<std::pair<std::string, std::string>, Ranks> ranks() const;

 private:
  /// Identity pairs with the given rows ("" = any), best first.
  std::vector<const RunPair*> sorted(const std::string& left, const std::string& right) const;

  const Run& run_;
  std::map<std::string, const RunGroup*> group_of_;  // by member and by group id
};

}  // namespace confronta::app
