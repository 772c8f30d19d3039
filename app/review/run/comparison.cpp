#include "app/review/run/comparison.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "app/ledger.h"
#include "engine/match.h"
#include "engine/store/subjects.h"
#include "models/registry.h"

namespace confronta::app::review {
namespace {

constexpr double least_change = 0.01;
constexpr std::uint64_t most_pairs = 50'000;
constexpr std::size_t most_shown = 50;

using Changes = std::map<ReviewPair, PairChange>;

double posterior_of(const std::optional<RunPair>& pair) { return pair ? pair->posterior : 0; }

double change_of(const PairChange& change) {
  return posterior_of(change.to) - posterior_of(change.from);
}

/// Some records as one run had them, and its models over these.
class Past {
 public:
  static Result<std::unique_ptr<Past>> of(Store& store, const RunOutline& run,
                                          const std::vector<PairChange*>& changes) {
    std::unique_ptr<Past> past{new Past};
    std::set<std::string> rows;
    for (const PairChange* change : changes) {
      rows.insert(change->pair.left);
      rows.insert(change->pair.right);
    }
    std::vector<std::string> ids;
    for (const std::string& row : rows) {
      const auto group = std::find_if(run.groups.begin(), run.groups.end(),
                                      [&](const RunGroup& g) { return g.id == row; });
      if (group == run.groups.end()) {
        ids.push_back(row);
        continue;
      }
      past->groups_.push_back(*group);
      ids.insert(ids.end(), group->members.begin(), group->members.end());
    }
    auto options = options_of_manifest(run.manifest);
    if (!options) return options.error();
    // Families and samples are linked by what the whole store says; they are few beside records.
    auto dna = read_dna_subjects(store);
    if (!dna) return dna.error();
    ids.insert(ids.end(), dna.value().begin(), dna.value().end());
    auto records = read_rows_as_of(store, ids, run.heading.instant);
    if (!records) return records.error();
    const auto digest = run.manifest.find("reference");
    auto reference = read_reference(store, digest == run.manifest.end() ? "" : digest->second);
    if (!reference) return reference.error();
    if (!reference.value()) return Error{"run.none", {}, {}};
    past->reference_ = std::move(*reference.value());
    Snapshot& snapshot = past->snapshot_;
    for (TraitTable::Row& row : records.value()) {
      auto& side = row.kind == SubjectKind::report     ? snapshot.reports
                   : row.kind == SubjectKind::remains  ? snapshot.remains
                   : row.kind == SubjectKind::relative ? snapshot.relatives
                                                       : snapshot.samples;
      side.push_back(std::move(row));
    }
    snapshot.dna =
        link_dna(snapshot.reports, snapshot.remains, snapshot.relatives, snapshot.samples);
    past->workspace_ = std::make_unique<Workspace>(past->snapshot_, past->reference_,
                                                   options.value(), past->groups_);
    return past;
  }

  /// Bans of each model; empty where a side did not exist.
  std::map<std::string, double> bans(const ReviewPair& pair) {
    std::map<std::string, double> bans;
    const auto left = workspace_->find_left(Relation::identity, pair.left);
    const auto right = workspace_->find_right(Relation::identity, pair.right);
    if (!left || !right) return bans;
    const Ledger ledger = ledger_of(workspace_->relation(Relation::identity), *left, *right);
    for (const LedgerLine& line : ledger.lines) bans[line.evidence] = line.finding.score.log10();
    return bans;
  }

 private:
  Past() = default;
  Snapshot snapshot_;
  ReferenceSet reference_;
  std::vector<RunGroup> groups_;
  std::unique_ptr<Workspace> workspace_;
};

std::optional<double> at(const std::map<std::string, double>& bans, const std::string& evidence) {
  const auto found = bans.find(evidence);
  return found == bans.end() ? std::nullopt : std::optional{found->second};
}

void explain(PairChange& change, Past& before, Past& after) {
  const auto from = before.bans(change.pair);
  const auto to = after.bans(change.pair);
  for (const RegisteredModel& model : evidence_models()) {
    const std::string name{model.name};
    const auto a = at(from, name);
    const auto b = at(to, name);
    if (a != b && (a.value_or(0) != 0 || b.value_or(0) != 0))
      change.because.push_back({name, a, b});
  }
  if (change.because.empty())
    change.because.push_back({"posterior", posterior_of(change.from), posterior_of(change.to)});
}

Status gather(Store& store, std::int64_t run, std::int64_t other, bool run_is_from,
              Changes& changes) {
  auto pairs = read_best_pairs(store, run, Relation::identity, 0, most_pairs, least_change,
                               [](const RunPair&) { return true; });
  if (!pairs) return pairs.error();
  for (RunPair& pair : pairs.value()) {
    const ReviewPair key{Relation::identity, pair.left, pair.right};
    if (changes.count(key) > 0) continue;
    auto there = read_run_pair(store, other, key);
    if (!there) return there.error();
    PairChange change{key, std::move(pair), std::move(there).value(), {}};
    if (!run_is_from) std::swap(change.from, change.to);
    if (std::fabs(change_of(change)) >= least_change) changes.emplace(key, std::move(change));
  }
  return success();
}

bool other_models(const RunOutline& run) {
  return std::any_of(evidence_models().begin(), evidence_models().end(), [&](const auto& model) {
    const auto stated = run.manifest.find("model." + std::string{model.name});
    return stated == run.manifest.end() ||
           stated->second.rfind(std::to_string(model.version) + ' ', 0) != 0;
  });
}

}  // namespace

Result<RunComparison> compare(Store& store, std::int64_t from, std::int64_t to) {
  auto before = read_run_outline(store, from);
  if (!before) return before.error();
  auto after = read_run_outline(store, to);
  if (!after) return after.error();
  Changes changes;
  if (auto done = gather(store, from, to, true, changes); !done) return done.error();
  if (auto done = gather(store, to, from, false, changes); !done) return done.error();

  RunComparison comparison;
  comparison.models_changed = other_models(before.value()) || other_models(after.value());
  for (auto& [key, change] : changes) {
    auto& list = !change.from            ? comparison.appeared
                 : !change.to            ? comparison.gone
                 : change_of(change) > 0 ? comparison.rose
                                         : comparison.fell;
    list.push_back(std::move(change));
  }
  std::vector<PairChange*> shown;
  for (auto* list : {&comparison.rose, &comparison.fell, &comparison.appeared, &comparison.gone}) {
    std::stable_sort(list->begin(), list->end(), [](const PairChange& a, const PairChange& b) {
      return std::fabs(change_of(a)) > std::fabs(change_of(b));
    });
    if (list->size() > most_shown) list->resize(most_shown);
    for (PairChange& change : *list) shown.push_back(&change);
  }
  auto past = Past::of(store, before.value(), shown);
  if (!past) return past.error();
  auto present = Past::of(store, after.value(), shown);
  if (!present) return present.error();
  for (PairChange* change : shown) explain(*change, *past.value(), *present.value());
  return comparison;
}

}  // namespace confronta::app::review
