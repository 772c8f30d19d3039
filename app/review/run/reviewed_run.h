#pragma once
// The newest run as a review reads it: everything that explains a pair, loaded once.

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/ledger.h"
#include "app/review/run/explained_pairs.h"
#include "engine/infer/prior.h"
#include "engine/match.h"
#include "engine/store/reviews.h"
#include "engine/store/run_queries.h"
#include "models/domain/trait_table.h"

namespace confronta::app::review {

/// The two rows of a pair and the models that weigh them, among all rows of the run or the two
/// alone.
struct ComparedPair {
  std::array<std::shared_ptr<const TraitTable>, 2> alone;  // the two rows, where they are all
  std::shared_ptr<const PreparedRelation> relation;
  RowId left = 0;
  RowId right = 0;

  const TraitTable::Row& left_row() const { return relation->left->row(left); }
  const TraitTable::Row& right_row() const { return relation->right->row(right); }
  Ledger ledger() const { return ledger_of(*relation, left, right); }
};

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

  /// What two subjects in either order are to each other. Identity: the pair of the rows that a
  /// report and remains belong to. Otherwise: the two themselves, two reports or two remains, in
  /// the order of their ids. Nothing if they cannot be compared so.
  std::optional<ReviewedRows> rows_of(Relation relation, const std::string& a,
                                      const std::string& b) const;
  /// The row of a side of a pair of rows_of().
  const TraitTable::Row& row(const ReviewPair& pair, const std::string& id) const;
  /// Of a pair of rows_of(). The run must outlive what is returned.
  ComparedPair compared(const ReviewPair& pair) const;
  /// What explains the pair, of a family's DNA too; kept for the pairs last asked for.
  std::shared_ptr<const ExplainedPair> explained(const ReviewPair& pair) const;
  /// The same two rows alone, with models as other options prepare them.
  ComparedPair compared_alone(const ReviewPair& pair, const MatchOptions& options) const;
  /// P(H1) before evidence.
  double prior_of(const ReviewPair& pair) const;

 private:
  explicit ReviewedRun(RunOutline outline) : outline_(std::move(outline)) {}
  /// Identity is prepared by load(), a relation within one side when it is first asked for: that
  /// takes as long as a part of a match, and each pair after it next to nothing.
  const PreparedRelation& prepared(Relation relation) const;

  RunOutline outline_;
  std::unordered_map<std::string, const RunGroup*> group_of_;
  MatchOptions options_;
  Snapshot snapshot_;
  ReferenceSet reference_;
  std::vector<RecordVersion> versions_;  // sorted by subject
  std::unique_ptr<Workspace> workspace_;
  const PreparedRelation* identity_ = nullptr;
  IdentityPrior prior_;
  mutable ExplainedPairs explained_;
  mutable std::mutex within_mutex_;  // of what is made when a relation is first asked for
  mutable std::array<std::optional<WithinSidePrior>, all_relations.size()> within_;

  const std::vector<TraitTable::Row>& side_of(Relation relation) const {
    return relation == Relation::duplicate ? snapshot_.reports : snapshot_.remains;
  }
  bool stale_ = false;
};

}  // namespace confronta::app::review
