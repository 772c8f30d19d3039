#pragma once
// Runs in the store: written as "building" in short transactions, published by one update.

#include <optional>
#include <string>
#include <vector>

#include "engine/run.h"
#include "engine/store/store.h"
#include "models/domain/reference_set.h"

namespace confronta {

struct RunHeading {
  std::int64_t number = 0;
  std::string digest;
  std::string instant;
  std::uint64_t pairs_compared = 0, pairs_kept = 0, clusters = 0;
  double seconds = 0;
};

/// Publishes; a run with the same identity and digest is not written twice (its number comes back).
Result<std::int64_t> publish_run(Store& store, const Run& run, const std::string& instant,
                                 double seconds);
Result<std::vector<RunHeading>> list_runs(Store& store);
/// The published run of a number, or the newest (0); error "run.none" where there is none.
Result<Run> read_run(Store& store, std::int64_t number);

Status save_reference(Store& store, const ReferenceSet& reference, const std::string& instant);
/// The frozen reference set: the one of a digest, or the newest (""). Nothing if there is none.
Result<std::optional<ReferenceSet>> read_reference(Store& store, const std::string& digest = "");

}  // namespace confronta
