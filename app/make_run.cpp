#include "app/make_run.h"

#include <chrono>

#include "app/cli/session.h"
#include "engine/store/family_shelf.h"
#include "engine/store/reviews.h"
#include "engine/store/runs.h"
#include "models/evidence/dna/frozen_alleles.h"

namespace confronta::app {
namespace {

/// The frozen reference set of the store, with what is wished otherwise; saved where it is another.
Result<ReferenceSet> reference_of(Store& store, const Snapshot& snapshot,
                                  const Parameters& parameters, const ReferenceWish& wish) {
  auto frozen = read_reference(store);
  if (!frozen) return frozen.error();
  const bool estimated = !frozen.value() || wish.anew;
  ReferenceSet reference = estimated ? estimate_reference(snapshot, parameters) : *frozen.value();
  if (!wish.allele_tables.empty())
    freeze_alleles(reference, wish.allele_tables);
  else if (estimated && frozen.value())
    keep_alleles(reference, *frozen.value());
  if (!estimated && reference == *frozen.value()) return reference;
  if (auto saved = save_reference(store, reference, utc_now()); !saved) return saved.error();
  return reference;
}

bool has_haplotypes(const Snapshot& snapshot) {
  for (const TraitTable::Row& sample : snapshot.samples)
    for (const Observation& o : sample.observations)
      if (o.trait == Trait::y_haplotype || o.trait == Trait::mt_haplotype) return true;
  return false;
}

/// A reference that was frozen before the first haplotypes came does not know how common they are.
std::vector<Error> notices_of(const Snapshot& snapshot, const ReferenceSet& reference) {
  std::vector<Error> notices = snapshot.dna.notices;
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
  auto run = match(snapshot.value(), reference.value(), all_options, progress);
  if (!run) return run.error();
  progress.stage("match.publish", 0);
  auto number = publish_run(store, run.value(), utc_now(), elapsed());
  if (!number) return number.error();
  shelf.tidy();
  return MadeRun{number.value(), std::move(run).value(), elapsed(),
                 notices_of(snapshot.value(), reference.value()),
                 tables_given(options.parameters, reference.value())};
}

}  // namespace confronta::app
