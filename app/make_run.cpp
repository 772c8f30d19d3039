#include "app/make_run.h"

#include <chrono>
#include <utility>

#include "app/cli/session.h"
#include "app/numbers.h"
#include "engine/reference_drift.h"
#include "engine/store/family_shelf.h"
#include "engine/store/reviews.h"
#include "engine/store/runs.h"
#include "models/domain/number_text.h"
#include "models/evidence/dna/frozen_alleles.h"

namespace confronta::app {
namespace {

struct RunReference {
  ReferenceSet set;
  std::vector<ReferenceChange> drift;  // of one that was frozen before; none of a new one
};

/// The frozen reference set of the store, with what is wished otherwise; saved where it is another.
Result<RunReference> reference_of(Store& store, const Snapshot& snapshot,
                                  const Parameters& parameters, const ReferenceWish& wish) {
  auto frozen = read_reference(store);
  if (!frozen) return frozen.error();
  const bool estimated = !frozen.value() || wish.anew;
  const ReferenceSet today = estimate_reference(snapshot, parameters);
  ReferenceSet reference = estimated ? today : *frozen.value();
  auto drift = reference_drift(reference, today);
  if (!wish.allele_tables.empty())
    freeze_alleles(reference, wish.allele_tables);
  else if (estimated && frozen.value())
    keep_alleles(reference, *frozen.value());
  if (estimated || !(reference == *frozen.value()))
    if (auto saved = save_reference(store, reference, utc_now()); !saved) return saved.error();
  return RunReference{std::move(reference), std::move(drift)};
}

bool has_haplotypes(const Snapshot& snapshot) {
  for (const TraitTable::Row& sample : snapshot.samples)
    for (const Observation& o : sample.observations)
      if (o.trait == Trait::y_haplotype || o.trait == Trait::mt_haplotype) return true;
  return false;
}

/// Which frequencies would be others today, the most changed first.
void add_drift(const std::vector<ReferenceChange>& drift, std::vector<Error>& notices) {
  if (drift.empty()) return;
  notices.push_back({"match.reference_drift", {}, {}});
  for (const ReferenceChange& one : drift) {
    std::vector<std::string> arguments{"@evidence." + one.evidence, fixed_text(one.records_then, 0),
                                       fixed_text(one.records_now, 0)};
    if (one.bans) arguments.push_back(figures_text(*one.bans, 2));
    notices.push_back(
        {one.bans ? "match.reference_change" : "match.reference_new", std::move(arguments), {}});
  }
}

/// A reference that was frozen before the first haplotypes came does not know how common they are.
std::vector<Error> notices_of(const Snapshot& snapshot, const RunReference& used) {
  const ReferenceSet& reference = used.set;
  std::vector<Error> notices;
  add_drift(used.drift, notices);
  notices.insert(notices.end(), snapshot.dna.notices.begin(), snapshot.dna.notices.end());
  bool counted = false;
  for (const auto& [name, table] : reference.tables())
    counted = counted || name.find(".haplotypes") != std::string::npos;
  if (!counted && has_haplotypes(snapshot))
    notices.push_back({"dna.haplotypes_not_counted", {}, {}});
  return notices;
}

std::string tables_given(const Parameters& parameters, const ReferenceSet& reference) {
  return has_alleles(reference) ? tables_text(loci_in_force(parameters, reference)) : "";
}

}  // namespace

Result<MadeRun> make_run(Store& store, const MatchOptions& options, const ReferenceWish& wish,
                         Progress& progress) {
  const auto begin = std::chrono::steady_clock::now();
  const auto elapsed = [&] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  progress.stage("match.load", 0);
  auto snapshot = read_snapshot(store);
  if (!snapshot) return snapshot.error();
  auto decisions = read_decisions_in(store);
  if (!decisions) return decisions.error();
  MatchOptions all_options = options;
  all_options.decisions = std::move(decisions.value().pairs);
  progress.stage("match.reference", 0);
  auto reference = reference_of(store, snapshot.value(), options.parameters, wish);
  if (!reference) return reference.error();
  FamilyShelf shelf{store};
  all_options.shelf = &shelf;
  auto run = match(snapshot.value(), reference.value().set, all_options, progress);
  if (!run) return run.error();
  progress.stage("match.publish", 0);
  auto number = publish_run(store, run.value(), utc_now(), elapsed());
  if (!number) return number.error();
  shelf.tidy();
  return MadeRun{number.value(), std::move(run).value(), elapsed(),
                 notices_of(snapshot.value(), reference.value()),
                 tables_given(options.parameters, reference.value().set)};
}

}  // namespace confronta::app
