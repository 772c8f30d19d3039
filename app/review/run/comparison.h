#pragma once
// What changed between two runs, and by which evidence.

#include <optional>
#include <string>
#include <vector>

#include "engine/store/run_queries.h"

namespace confronta::app::review {

/// `evidence`: a model, in bans; or "posterior", where LR and records are the same and other pairs,
/// the prior or decisions made the difference. Nothing on a side where the pair was not there.
struct EvidenceChange {
  std::string evidence;
  std::optional<double> from, to;
};

struct PairChange {
  ReviewPair pair;
  std::optional<RunPair> from, to;  // nothing where the run did not keep it
  std::vector<EvidenceChange> because;
};

/// Identity pairs whose posterior changed by at least 0.01, the greatest change first, at most 50
/// of each kind. Evidence is weighed anew, over the records and the reference set as either run had
/// them, by the models of this program: `models_changed` says that one of the runs was made with
/// others.
struct RunComparison {
  std::vector<PairChange> rose, fell, appeared, gone;
  bool models_changed = false;
};
/// Errors: "run.unknown", those of the store.
Result<RunComparison> compare(Store& store, std::int64_t from, std::int64_t to);

}  // namespace confronta::app::review
