#pragma once
// How many pairs reach a threshold by chance.

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace confronta {

/// `bound`: pairs compared / t, since P(LR >= t | different people) <= 1/t for a calibrated LR.
/// `expected`: the pairs counted at or over t less the sum of their posteriors: those expected to
/// be of other people, relatives of the person included, whom the bound does not know. Counts are
/// in quarter bans: the threshold is rounded down.
struct ChanceHits {
  std::uint64_t compared = 0;
  std::uint64_t at_or_over = 0;
  double bound = 0;
  double expected = 0;
};

/// From the manifest of a run, for identity; nothing if the manifest has no counts.
std::optional<ChanceHits> chance_hits(const std::map<std::string, std::string>& manifest,
                                      double log10_threshold);

}  // namespace confronta
