#pragma once
// From the store to a published run: what `confronta match` and the review's "start a match" do.

#include <cstdint>

#include "engine/match.h"
#include "engine/store/store.h"

namespace confronta::app {

struct MadeRun {
  std::int64_t number = 0;
  Run run;
  double seconds = 0;
  std::vector<Error> dna_notices;  // what could not be linked, and what that leaves unsaid
};

/// Reads the snapshot, what people decided, and the frozen reference set (estimated where there is
/// none, or `anew`), matches, publishes. Errors are those of the store and of match().
Result<MadeRun> make_run(Store& store, const MatchOptions& options, bool new_reference,
                         Progress& progress);

}  // namespace confronta::app
