#pragma once
// A run held against the truth: the figures of METHOD: recall, precision, calibration.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/evaluate/truth.h"
#include "engine/evaluate/bootstrap.h"
#include "engine/evaluate/calibration.h"
#include "engine/evaluate/recall.h"
#include "engine/evaluate/reliability.h"
#include "engine/match.h"
#include "engine/run.h"

namespace confronta::app {

inline constexpr Rank recall_ranks[] = {1, 5, 10, 50};

struct Recall {
  std::map<Rank, double> at;
  std::map<Rank, BootstrapInterval> interval;  // 95 %, over persons
};

/// What the LRs of some pairs cost: of those whose remains have a profile and a sampled family, a
/// profile alone, or none; and of those in which DNA speaks, remains with a profile beside a report
/// with a family ("dna=compared"). In "dna=family" alone the true pairs were chosen by what the
/// truth knows, that the right family gave samples, and the false ones were not: no LR can be
/// calibrated there.
struct StratumCost {
  std::string stratum;  // "dna=family"
  std::uint64_t true_pairs = 0;
  double cllr = 0, cllr_min = 0;
};

/// What the run says of the true pairs whose remains are in a stratum.
struct StratumPosterior {
  std::string stratum;  // "missing=2"
  std::uint64_t true_pairs = 0;
  double mean = 0;  // of the posterior; 0 where the pair was not kept
};

struct Measures {
  std::uint64_t true_pairs = 0;      // of identity, in the truth
  std::uint64_t unscored_pairs = 0;  // of these: a row is not in the store (quarantined)
  Recall per_remains, per_report;
  double cllr = 0, cllr_min = 0;
  std::vector<PrecisionPoint> precision;
  std::vector<ReliabilityBin> reliability;
  std::vector<TippettPoint> tippett;
  std::map<Relation, PairQuality> grouped;  // duplicates, same bodies and parts that were merged
  std::vector<StratumRecall> strata;        // recall per remains
  std::vector<StratumCost> by_dna;          // empty where the world has no DNA
  /// By how many missing people of one family have remains with a profile.
  std::vector<StratumPosterior> by_missing;
};

/// True and false pairs of identity by their log10 LR, rounded as LrHistogram does.
struct ScoredTruth {
  std::vector<WeightedLr> true_pairs;
  std::vector<WeightedLr> false_pairs;
  std::uint64_t unscored = 0;  // true pairs of which a record is not in the store
  struct Stratum {
    std::string name;
    std::vector<WeightedLr> true_pairs, false_pairs;
  };
  /// By the remains' stratum "dna=..."; remains merged have the best. The last is of pairs: both
  /// sides have DNA.
  std::vector<Stratum> by_dna;
};

/// Scores every pair of identity anew, so that all false pairs count, not only those that were
/// kept. `strata` may be empty.
ScoredTruth score_truth(const PreparedRelation& identity, const Run& run, const Truth& truth,
                        const std::map<std::string, std::vector<std::string>>& strata, int threads);

/// `strata` may be empty; `replicates` 0 leaves the intervals out.
Measures measure(const Run& run, const ScoredTruth& scored, const Truth& truth,
                 const std::map<std::string, std::vector<std::string>>& strata, int replicates);

/// Recall per remains within each stratum that the remains records belong to.
std::vector<StratumRecall> strata_of(const Truth& truth, const std::vector<Rank>& ranks,
                                     const std::map<std::string, std::vector<std::string>>& strata);

/// Recall from the ranks of the true pairs (in the order of truth.pairs of identity).
Recall recall_of(const Truth& truth, const std::vector<Rank>& ranks, int replicates);

}  // namespace confronta::app
