#pragma once
// What explains a pair, kept for the pairs that people are looking at: to weigh a family's
// genotypes takes up to a tenth of a second, and a page asks again after each step and each
// supposition.

#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>

#include "app/dna_view.h"
#include "app/ledger.h"
#include "engine/review/log.h"

namespace confronta::app::review {

struct ExplainedPair {
  Ledger ledger;
  std::optional<DnaView> dna;  // identity only
};

/// The pairs that were last asked for. Thread-safe; two that ask for one pair at once may both
/// explain it.
class ExplainedPairs {
 public:
  static constexpr std::size_t most = 64;
  /// What `explain` says, or said when the pair was last asked for.
  std::shared_ptr<const ExplainedPair> of(const ReviewPair& pair,
                                          const std::function<ExplainedPair()>& explain);

 private:
  struct Known {
    ReviewPair pair;
    std::shared_ptr<const ExplainedPair> explained;
  };
  std::mutex mutex_;
  std::list<Known> known_;  // the last asked for first
};

}  // namespace confronta::app::review
