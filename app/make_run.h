#pragma once
// From the store to a published run: what `confronta match` and the review's "start a match" do.

#include <cstdint>

#include "engine/match.h"
#include "engine/store/store.h"
#include "models/stats/genetics/table_locus.h"

namespace confronta::app {

/// What of the frozen reference set a run replaces.
struct ReferenceWish {
  bool anew = false;  // everything that is estimated from the store
  std::vector<genetics::FrequencyTable> allele_tables;  // empty: those that are frozen stay
};

struct MadeRun {
  std::int64_t number = 0;
  Run run;
  double seconds = 0;
  std::vector<Error> notices;  // what DNA could not be linked, and where the reference is stale
  std::string allele_tables;   // in force, with their sizes; "" where none was ever given
};

/// Reads the snapshot, what people decided, and the frozen reference set (estimated where there is
/// none, or anew), matches, publishes. A reference that is another one is frozen before the match,
/// and keeps the allele tables of the one before unless others are wished. Errors are those of the
/// store and of match().
Result<MadeRun> make_run(Store& store, const MatchOptions& options, const ReferenceWish& wish,
                         Progress& progress);

}  // namespace confronta::app
