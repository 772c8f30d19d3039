#pragma once
// Ours beside the oracle and the plain rule, and what each of our models earns.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/evaluate/measure.h"
#include "app/run_view.h"
#include "bench/world/oracle.h"
#include "engine/evaluate/evidence_quality.h"
#include "engine/evaluate/model_scores.h"
#include "engine/progress.h"

namespace confronta::app {

/// Cllr over pairs of records, where the scores are LRs.
struct Cost {
  double cllr = 0, cllr_min = 0;
  BootstrapInterval interval;  // of cllr, over the persons of the true pairs; 95 %
};

struct WayMeasures {
  Recall per_remains, per_report;
  std::vector<Rank> remains_ranks, report_ranks;  // of the true pairs, as PairOutcome has them
  std::optional<Cost> cost;
  std::vector<StratumRecall> strata;  // per remains; empty where no strata are known
};

/// What changes when one model keeps silent: negative where it earned its place by finding people,
/// positive costs where it earned it by its weights.
struct WithoutModel {
  WayMeasures measures;
  Recall per_remains_change, per_report_change;  // recall without it less recall with it
  double cllr_change = 0, cllr_min_change = 0;
  BootstrapInterval cllr_interval;  // of the change
};

struct ModelMeasures {
  std::string model;
  EvidenceQuality alone;
  WithoutModel without;
};

struct ModelStudy {
  EvidenceQuality together;
  std::vector<ModelMeasures> models;         // in the order of the ledger
  ModelCorrelation among_true, among_false;  // over rows of the run; the false pairs are a sample
};
inline constexpr std::uint64_t correlation_seed = 20241124;
inline constexpr std::uint64_t correlation_sample = 500000;  // false pairs, about

/// Ranks and costs over the lists of records (record_lists.h): the same lists for every way.
struct Comparison {
  std::uint64_t reports = 0, remains = 0;  // records in the lists
  WayMeasures by_posterior, by_lr;         // ours: as the run ranks, and by LR alone
  std::optional<WayMeasures> oracle, rule;
  std::optional<ModelStudy> models;
};

struct ComparisonOptions {
  bool by_model = false;
  int replicates = 0;
  int threads = 0;  // 0 = all cores
};

/// `oracle` may be nullptr. Errors: "evaluate.other_world" (the oracle knows no true pair),
/// "run.cancelled".
Result<Comparison> compare(const PreparedRelation& identity, const RunView& view,
                           const Truth& truth, const world::OracleScorer* oracle,
                           const ComparisonOptions& options, Progress& progress);

}  // namespace confronta::app
