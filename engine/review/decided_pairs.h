#pragma once
// What a run takes in of the decisions that people made.

#include <map>
#include <string>
#include <vector>

#include "engine/review/state.h"
#include "engine/run.h"

namespace confronta {

/// One decided pair. `decided`: certain where two people agreed on a primary identifier, weighted
/// where they agreed on other evidence, excluded. `seen`: the subjects whose records it was decided
/// on, sorted.
struct DecidedPair {
  ReviewPair pair;
  Decided decided = Decided::no;
  std::vector<std::string> seen;
};

/// `reopened` counts exclusions that a newer record has opened again: the run does not take them
/// in.
struct DecisionsIn {
  std::vector<DecidedPair> pairs;  // by pair
  std::uint64_t reopened = 0;
};

/// Of all logs. Decisions that follow one another (based_on) are one log, whichever member of a
/// merged row they name. What one person alone holds does not enter, except that an exclusion does:
/// a score must not come back to its own reader as evidence.
DecisionsIn decisions_in(const std::map<ReviewPair, ReviewLog>& logs, const NewestVersions& newest);

/// A line for each pair: what the manifest's digest is taken of.
std::string canonical_text(const std::vector<DecidedPair>& pairs);

}  // namespace confronta
