#pragma once
// The ways of scoring a pair of records that an evaluation compares.

#include <cstdint>
#include <utility>
#include <vector>

#include "app/evaluate/record_lists.h"

namespace confronta::app {

/// Scores every pair of two records in each way. Immutable; shared by threads. The relation, the
/// lists and the oracle must outlive it.
class PairWays {
 public:
  /// The ways, in the order of the scores. Those of the oracle are there only with an oracle, those
  /// of the models only `by_model`: for each model first its own LR, then that of all the others.
  enum Way : std::size_t {
    posterior = 0,        // the order of the run's candidates; unscored where not kept
    total,                // log10 LR, all models
    oracle,               // the world's own log10 LR
    oracle_of_the_store,  // the same, of records that are in the store
    rule                  // points
  };

  PairWays(const PreparedRelation& identity, const RunView& view, const RecordLists& lists,
           const world::OracleScorer* oracle, bool by_model);

  std::vector<bool> is_lr() const;
  std::size_t alone(std::size_t model) const { return first_model_ + 2 * model; }
  std::size_t without(std::size_t model) const { return alone(model) + 1; }
  /// As PairPass::score.
  void score(std::uint32_t report, std::vector<std::vector<double>>& scores) const;

 private:
  void score_ours(RowId row, std::vector<std::vector<double>>& scores) const;
  void score_oracle(std::uint32_t report, std::vector<std::vector<double>>& scores) const;

  const PreparedRelation& identity_;
  const RecordLists& lists_;
  const world::OracleScorer* oracle_;
  bool by_model_;
  std::size_t first_model_;
  std::vector<RowId> all_right_;
  /// Of each left row: the right rows of its kept pairs and where these stand among all, from the
  /// last to the best; equal posteriors and LRs stand together.
  std::vector<std::vector<std::pair<RowId, double>>> kept_;
};

}  // namespace confronta::app
