#pragma once
// What the review keeps in memory, read anew when the store has something new.

#include <memory>
#include <mutex>
#include <utility>

#include "app/review/run/board.h"
#include "app/review/run/reviewed_run.h"

namespace confronta::app::review {

/// Thread-safe. While a new run is loaded, which may take a while, everybody else goes on with the
/// one before; only the first is waited for.
class RunMemory {
 public:
  /// The newest run, over the newest records. Errors: those of ReviewedRun::load.
  Result<std::shared_ptr<const ReviewedRun>> run(Store& store);
  struct Both {
    std::shared_ptr<const ReviewedRun> run;
    std::shared_ptr<const Board> board;
  };
  /// With the board as it is now.
  Result<Both> both(Store& store);

 private:
  std::mutex load_mutex_;   // held by whoever loads a run
  std::mutex value_mutex_;  // of what follows; never held for long
  std::shared_ptr<const ReviewedRun> run_;
  StoreMark run_mark_;
  std::mutex board_mutex_;
  std::shared_ptr<const Board> board_;
  ReviewMark board_mark_;
  std::shared_ptr<const ReviewedRun> board_run_;
};

}  // namespace confronta::app::review
