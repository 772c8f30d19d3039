// Scored pairs a second on one core: each evidence model, all together, and a plain rule beside
// them.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <numeric>

#include "bench/support/sample.h"
#include "engine/match.h"
#include "models/registry.h"

namespace confronta::bench {
namespace {

struct Prepared {
  ReferenceSet reference;
  MatchOptions options;
  Workspace workspace;
  const PreparedRelation& identity;
  std::vector<RowId> right;

  explicit Prepared(const Snapshot& snapshot)
      : reference(estimate_reference(snapshot, options.parameters)),
        workspace(snapshot, reference, options, {}),
        identity(workspace.relation(Relation::identity)),
        right(identity.right->size()) {
    std::iota(right.begin(), right.end(), RowId{0});
  }
};

Prepared& prepared() {
  static Prepared all{sample_snapshot()};
  return all;
}

/// The quarter of each side's rows that say most: what pairs cost where nothing is missing.
Snapshot fullest_quarter() {
  Snapshot snapshot = sample_snapshot();
  for (auto* rows : {&snapshot.reports, &snapshot.remains}) {
    std::stable_sort(rows->begin(), rows->end(), [](const auto& a, const auto& b) {
      return a.observations.size() > b.observations.size();
    });
    rows->resize(rows->size() / 4);
  }
  return snapshot;
}

Prepared& prepared_full() {
  static Prepared full{fullest_quarter()};
  return full;
}

/// Adds some models over all pairs; checks a sample of the totals against explain().
void score_with(benchmark::State& state, Prepared& p, const std::vector<const Evidence*>& models) {
  std::vector<Score> totals(p.right.size());
  RowId left = 0;
  std::int64_t pairs = 0;
  for (auto _ : state) {
    std::fill(totals.begin(), totals.end(), Score{});
    for (const Evidence* model : models) model->add(left, p.right, totals);
    benchmark::DoNotOptimize(totals.data());
    pairs += static_cast<std::int64_t>(totals.size());
    for (RowId r = left % 97; r < totals.size();
         r += 997) {  // a handful a row: the answer is right
      state.PauseTiming();
      Score expected;
      for (const Evidence* model : models) expected += model->explain(left, r).score;
      if (expected != totals[r]) state.SkipWithError("add and explain differ");
      state.ResumeTiming();
    }
    left = (left + 1) % p.identity.left->size();
  }
  state.SetItemsProcessed(pairs);
}

/// What a careful clerk's script does: same sex, ages that overlap, found after last seen.
bool rule_agrees(const TraitTable& reports, RowId l, const TraitTable& remains, RowId r) {
  const auto sex = reports.code(l, Trait::sex);
  const auto other = remains.code(r, Trait::sex);
  if (!sex.empty() && !other.empty() && sex != other) return false;
  const auto* age = reports.value<Interval>(l, Trait::age);
  const auto* band = remains.value<Interval>(r, Trait::age);
  if (age && band && (age->high < band->low || age->low > band->high)) return false;
  const auto* seen = reports.value<DateInterval>(l, Trait::event_date);
  const auto* found = remains.value<DateInterval>(r, Trait::found_date);
  return !seen || !found || found->to >= seen->from;
}

void baseline_rule(benchmark::State& state) {
  Prepared& p = prepared();
  RowId left = 0;
  std::int64_t pairs = 0;
  for (auto _ : state) {
    std::int64_t agreeing = 0;
    for (const RowId r : p.right)
      agreeing += rule_agrees(*p.identity.left, left, *p.identity.right, r) ? 1 : 0;
    benchmark::DoNotOptimize(agreeing);
    pairs += static_cast<std::int64_t>(p.right.size());
    left = (left + 1) % p.identity.left->size();
  }
  state.SetItemsProcessed(pairs);
}
BENCHMARK(baseline_rule);

void score_with_all(benchmark::State& state, Prepared& p) {
  std::vector<const Evidence*> models;
  for (const auto& model : p.identity.models) models.push_back(model.get());
  score_with(state, p, models);
}

void all_models(benchmark::State& state) { score_with_all(state, prepared()); }
BENCHMARK(all_models);

void all_models_full_rows(benchmark::State& state) { score_with_all(state, prepared_full()); }
BENCHMARK(all_models_full_rows);

void one_model(benchmark::State& state) {
  const auto index = static_cast<std::size_t>(state.range(0));
  if (index >= prepared().identity.models.size()) return;
  state.SetLabel(prepared().identity.names[index]);
  score_with(state, prepared(), {prepared().identity.models[index].get()});
}
BENCHMARK(one_model)->DenseRange(0, 12);

}  // namespace
}  // namespace confronta::bench
