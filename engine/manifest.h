#pragma once
// What a run says of how it was made.

#include <map>
#include <string>

#include "engine/match.h"

namespace confronta {

/// Changes whenever the same LRs and prior give other posteriors, groups or clusters.
inline constexpr int inference_version = 2;

/// Snapshot, reference set, version of the inference, models with versions, options and parameters.
std::map<std::string, std::string> input_manifest(const Snapshot& snapshot,
                                                  const ReferenceSet& reference,
                                                  const MatchOptions& options);
/// The digest of an input manifest.
std::string identity_of(const std::map<std::string, std::string>& manifest);

}  // namespace confronta
