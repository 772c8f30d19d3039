#include "engine/chance_hits.h"

#include <algorithm>

#include "engine/score/histogram.h"
#include "models/domain/number_text.h"
#include "models/stats/portable_math.h"

namespace confronta {

std::optional<ChanceHits> chance_hits(const std::map<std::string, std::string>& manifest,
                                      double log10_threshold) {
  const auto counts = manifest.find("identity.totals");
  const auto mass = manifest.find("identity.posterior_mass");
  if (counts == manifest.end() || mass == manifest.end()) return std::nullopt;
  const auto totals = TotalsHistogram::parse(counts->second);
  const auto expected_true = parse_mass(mass->second);
  if (!totals || !expected_true) return std::nullopt;
  const Score threshold = Score::from_log10(log10_threshold);
  ChanceHits hits;
  hits.compared = totals->total();
  hits.at_or_over = totals->at_or_over(threshold);
  const double pairs = static_cast<double>(hits.compared);
  hits.bound = std::min(pairs, pairs * portable_pow(10, -log10_threshold));
  double people = 0;
  for (std::size_t bin = TotalsHistogram::bin_of(threshold); bin < TotalsHistogram::bins; ++bin)
    people += (*expected_true)[bin];
  hits.expected = std::max(0.0, static_cast<double>(hits.at_or_over) - people);
  return hits;
}

}  // namespace confronta
