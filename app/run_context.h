#pragma once
// A published run with everything needed to explain its pairs.

#include <memory>

#include "app/ledger.h"
#include "app/review/run/board.h"
#include "app/run_view.h"
#include "engine/match.h"
#include "engine/store/runs.h"
#include "engine/store/store.h"

namespace confronta::app {

/// The store's newest run over today's snapshot. `stale` is true when the snapshot is no longer the
/// one that the run was made of: what is explained then is today's data, and that is said.
class RunContext {
 public:
  static Result<std::unique_ptr<RunContext>> open(Store& store);

  const RunView& view() const { return view_; }
  Workspace& workspace() { return *workspace_; }
  bool stale() const { return stale_; }
  /// How the run's identity pairs stand among those who review them.
  const review::Board& board() const { return *board_; }
  /// The ledger of two subjects in either order. `relation` "" = by their kinds. Errors
  /// "explain.not_comparable", "subject.unknown".
  Result<Ledger> ledger(const std::string& a, const std::string& b, const std::string& relation);

 private:
  explicit RunContext(Run run) : run_(std::move(run)), view_(run_) {}
  Run run_;
  RunView view_;
  Snapshot snapshot_;
  ReferenceSet reference_;
  std::unique_ptr<Workspace> workspace_;
  std::shared_ptr<const review::Board> board_;
  bool stale_ = false;
};

}  // namespace confronta::app
