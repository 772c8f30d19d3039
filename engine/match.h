#pragma once
// The main job: load, prepare, score, infer, cluster.

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/progress.h"
#include "engine/review/decided_pairs.h"
#include "engine/run.h"
#include "engine/store/subjects.h"
#include "models/domain/evidence.h"
#include "models/domain/reference_set.h"
#include "models/parameters.h"
#include "models/stats/genetics/families.h"

namespace confronta {

class TableShelf;

struct MatchOptions {
  int threads = 0;                     // 0 = all cores
  std::uint32_t keep_per_side = 50;    // best K of every row, ties broken by id
  double floor_log10 = 2;              // and all pairs at or over this LR
  Parameters parameters;               // overrides included
  std::set<std::string> left_out;      // models that keep silent
  std::vector<DecidedPair> decisions;  // of people, that bear on posteriors; no LR knows of them
  TableShelf* shelf = nullptr;         // keeps tables between matches; bears on no result
};

/// The options that a run was made with (threads, decisions and shelf excepted), from its manifest,
/// so that its pairs can be explained as they were scored. Error "run.bad_manifest".
Result<MatchOptions> options_of_manifest(const std::map<std::string, std::string>& manifest);

/// Both sides of one relation, and the models that speak there, ready to score.
struct PreparedRelation {
  Relation relation;
  const TraitTable* left;
  const TraitTable* right;
  std::vector<std::string> names;  // of the models, in the order of the ledger
  std::vector<std::unique_ptr<Evidence>> models;
};

/// A Run is a function of (snapshot, reference, options without threads and shelf). Errors:
/// "run.cancelled".
Result<Run> match(const Snapshot& snapshot, const ReferenceSet& reference,
                  const MatchOptions& options, Progress& progress);

/// Estimates every reference table of every relation from the snapshot.
ReferenceSet estimate_reference(const Snapshot& snapshot, const Parameters& parameters);

/// What match() prepared, for explain and evaluate: the tables after merging (groups as rows) for
/// identity, subjects one by one for the other relations. Snapshot and reference must outlive it.
class Workspace {
 public:
  Workspace(const Snapshot& snapshot, const ReferenceSet& reference, const MatchOptions& options,
            const std::vector<RunGroup>& groups);
  ~Workspace();
  /// The relation, prepared on first use. Not thread-safe.
  const PreparedRelation& relation(Relation relation);
  /// The row of a subject's id or of the group it belongs to; nothing if it is on neither side.
  std::optional<RowId> find_left(Relation relation, const std::string& id);
  std::optional<RowId> find_right(Relation relation, const std::string& id);
  const genetics::Families& families() const;
  const Parameters& parameters() const;
  const ReferenceSet& reference() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace confronta
