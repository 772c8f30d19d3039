// The whole run: prepare, score, infer, cluster; beside scoring alone.

#include <benchmark/benchmark.h>

#include "bench/support/sample.h"
#include "engine/match.h"
#include "engine/score/totals.h"

namespace confronta::bench {
namespace {

void whole_match(benchmark::State& state) {
  const MatchOptions options;
  const ReferenceSet reference = estimate_reference(sample_snapshot(), options.parameters);
  std::string digest;
  std::int64_t pairs = 0;
  for (auto _ : state) {
    Progress silent;
    auto run = match(sample_snapshot(), reference, options, silent);
    if (!run) {
      state.SkipWithError(run.error().code.c_str());
      return;
    }
    if (!digest.empty() && digest != run.value().digest)
      state.SkipWithError("two runs of one snapshot differ");
    digest = run.value().digest;
    pairs += static_cast<std::int64_t>(run.value().pairs_compared);
    state.counters["clusters"] = static_cast<double>(run.value().clusters.size());
  }
  state.SetItemsProcessed(pairs);
}
BENCHMARK(whole_match)->Unit(benchmark::kMillisecond)->Iterations(2)->UseRealTime();

void baseline_scores_alone(benchmark::State& state) {
  const MatchOptions options;
  const ReferenceSet reference = estimate_reference(sample_snapshot(), options.parameters);
  Workspace workspace{sample_snapshot(), reference, options, {}};
  std::int64_t pairs = 0;
  for (auto _ : state)
    for (const Relation relation : all_relations)
      for_each_total(workspace.relation(relation), 0,
                     [&](RowId, std::span<const RowId> right, std::span<const Score>) {
                       pairs += static_cast<std::int64_t>(right.size());
                     });
  state.SetItemsProcessed(pairs);
}
BENCHMARK(baseline_scores_alone)->Unit(benchmark::kMillisecond)->Iterations(2)->UseRealTime();

}  // namespace
}  // namespace confronta::bench
