#pragma once
// The newest run as a review reads it: everything that explains a pair, loaded once.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/ledger.h"
#include "engine/infer/prior.h"
#include "engine/match.h"
#include "engine/store/reviews.h"
#include "engine/store/run_queries.h"
#include "models/domain/trait_table.h"

namespace confronta::app::review {

/// Immutable after load(), shared by threads. Records and prepared models are in memory; pairs and
/// clusters, which may be millions, stay in the store and are read one by one.
class ReviewedRun {
 public:
  /// Errors: "run.none", "run.bad_manifest", those of the store.
  static Result<std::shared_ptr<const ReviewedRun>> load(Store& store);

  const RunHeading& heading() const { return outline_.heading; }
  const std::map<std::string, std::string>& manifest() const { return outline_.manifest; }
  const std::vector<RunGroup>& groups() const { return outline_.groups; }
  const MatchOptions& options() const { return options_; }
  const Snapshot& snapshot() const { return snapshot_; }
  const ReferenceSet& reference() const { return reference_; }
  const IdentityPrior& prior() const { return prior_; }
  const PreparedRelation& identity() const { return *identity_; }
  /// Whether records came since the run: what is explained then is today's data.
  bool stale() const { return stale_; }

  /// The group that a subject belongs to, or its own id.
  const std::string& row_of(const std::string& subject) const;
  /// The subjects behind a row, at least itself.
  std::vector<std::string> members_of(const std::string& row) const;
  /// A subject as it stands in the snapshot; nullptr if it is none.
  const TraitTable::Row* subject(std::string_view id) const;
  bool withdrawn(std::string_view id) const;
  /// The version of a subject's record that the review shows; nullptr if it is not in the store.
  const RecordVersion* version(std::string_view id) const;
  const genetics::Families& families() const { return snapshot_.dna.families; }
  /// The names of the DNA that bears on the pair (engine/kin/dna_names.h), both sides' together.
  std::vector<std::string> dna_names_of(const ReviewPair& pair) const;
  /// The models of the run: "biology 2", ...
  std::vector<std::string> models() const;

  /// The pair of the rows that two subjects of either order belong to; nothing if they are not a
  /// report and remains.
  std::optional<ReviewedRows> rows_of(const std::string& a, const std::string& b) const;
  /// An identity pair of rows: its places in the tables. The pair is one of rows_of().
  RowId left(const ReviewPair& pair) const { return *identity_->left->find(pair.left); }
  RowId right(const ReviewPair& pair) const { return *identity_->right->find(pair.right); }
  Ledger ledger(const ReviewPair& pair) const {
    return ledger_of(*identity_, left(pair), right(pair));
  }

 private:
  explicit ReviewedRun(RunOutline outline) : outline_(std::move(outline)) {}

  RunOutline outline_;
  std::unordered_map<std::string, const RunGroup*> group_of_;
  MatchOptions options_;
  Snapshot snapshot_;
  ReferenceSet reference_;
  std::vector<RecordVersion> versions_;  // sorted by subject
  std::unique_ptr<Workspace> workspace_;
  const PreparedRelation* identity_ = nullptr;
  IdentityPrior prior_;
  bool stale_ = false;
};

}  // namespace confronta::app::review
