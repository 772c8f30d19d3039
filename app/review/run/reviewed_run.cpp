#include "app/review/run/reviewed_run.h"

#include <algorithm>

#include "engine/kin/dna_names.h"
#include "engine/prepare.h"

namespace confronta::app::review {
namespace {

/// The place of a subject among rows that are sorted by id; nothing if it is not there.
std::optional<RowId> find_sorted(const std::vector<TraitTable::Row>& rows, std::string_view id) {
  const auto at = std::lower_bound(
      rows.begin(), rows.end(), id,
      [](const TraitTable::Row& row, std::string_view wanted) { return row.id < wanted; });
  if (at == rows.end() || at->id != id) return std::nullopt;
  return static_cast<RowId>(at - rows.begin());
}

}  // namespace

Result<std::shared_ptr<const ReviewedRun>> ReviewedRun::load(Store& store) {
  auto outline = read_run_outline(store, 0);
  if (!outline) return outline.error();
  std::shared_ptr<ReviewedRun> run{new ReviewedRun{std::move(outline).value()}};
  for (const RunGroup& group : run->outline_.groups)
    for (const std::string& member : group.members) run->group_of_[member] = &group;
  auto options = options_of_manifest(run->manifest());
  if (!options) return options.error();
  run->options_ = std::move(options).value();
  auto snapshot = read_snapshot(store);
  if (!snapshot) return snapshot.error();
  run->snapshot_ = std::move(snapshot).value();
  auto versions = read_record_versions(store);
  if (!versions) return versions.error();
  run->versions_ = std::move(versions).value();
  const auto digest = run->manifest().find("reference");
  auto reference = read_reference(store, digest == run->manifest().end() ? "" : digest->second);
  if (!reference) return reference.error();
  if (!reference.value()) return Error{"run.none", {}, {}};
  run->reference_ = std::move(*reference.value());
  const auto made_of = run->manifest().find("snapshot");
  run->stale_ = made_of == run->manifest().end() || made_of->second != run->snapshot_.digest;
  run->workspace_ = std::make_unique<Workspace>(run->snapshot_, run->reference_, run->options_,
                                                run->outline_.groups);
  run->identity_ = &run->workspace_->relation(Relation::identity);
  run->prior_ =
      identity_prior(*run->identity_->left, *run->identity_->right, run->options_.parameters);
  return std::shared_ptr<const ReviewedRun>{std::move(run)};
}

const std::string& ReviewedRun::row_of(const std::string& subject) const {
  const auto at = group_of_.find(subject);
  return at == group_of_.end() ? subject : at->second->id;
}

std::vector<std::string> ReviewedRun::members_of(const std::string& row) const {
  const auto at = group_of_.find(row);
  return at == group_of_.end() ? std::vector<std::string>{row} : at->second->members;
}

const TraitTable::Row* ReviewedRun::subject(std::string_view id) const {
  for (const auto* side :
       {&snapshot_.reports, &snapshot_.remains, &snapshot_.relatives, &snapshot_.samples})
    if (const auto at = find_sorted(*side, id)) return &(*side)[*at];
  return nullptr;
}

bool ReviewedRun::withdrawn(std::string_view id) const {
  return std::binary_search(snapshot_.withdrawn.begin(), snapshot_.withdrawn.end(), id);
}

const RecordVersion* ReviewedRun::version(std::string_view id) const {
  const auto at = std::lower_bound(versions_.begin(), versions_.end(), id,
                                   [](const RecordVersion& version, std::string_view wanted) {
                                     return version.subject < wanted;
                                   });
  return at != versions_.end() && at->subject == id ? &*at : nullptr;
}

std::vector<std::string> ReviewedRun::dna_names_of(const ReviewPair& pair) const {
  std::vector<std::string> names = dna_names(row(pair, pair.left), families());
  for (std::string& name : dna_names(row(pair, pair.right), families()))
    names.push_back(std::move(name));
  return names;
}

std::vector<std::string> ReviewedRun::models() const {
  constexpr std::string_view prefix = "model.";
  std::vector<std::string> models;
  for (const auto& [name, value] : manifest())
    if (name.rfind(prefix, 0) == 0)
      models.push_back(name.substr(prefix.size()) + ' ' + value.substr(0, value.find(' ')));
  return models;
}

std::optional<ReviewedRows> ReviewedRun::rows_of(Relation relation, const std::string& a,
                                                 const std::string& b) const {
  if (relation != Relation::identity) {
    const auto& [left, right] = std::minmax(a, b);
    const auto& side = side_of(relation);
    if (left == right || !find_sorted(side, left) || !find_sorted(side, right)) return std::nullopt;
    return ReviewedRows{{relation, left, right}, {left}, {right}};
  }
  for (const auto& [left, right] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
    const ReviewPair pair{Relation::identity, row_of(*left), row_of(*right)};
    if (!identity_->left->find(pair.left) || !identity_->right->find(pair.right)) continue;
    return ReviewedRows{pair, members_of(pair.left), members_of(pair.right)};
  }
  return std::nullopt;
}

const TraitTable::Row& ReviewedRun::row(const ReviewPair& pair, const std::string& id) const {
  if (pair.relation != Relation::identity) return *subject(id);
  const TraitTable& side = id == pair.left ? *identity_->left : *identity_->right;
  return side.row(*side.find(id));
}

const PreparedRelation& ReviewedRun::prepared(Relation relation) const {
  if (relation == Relation::identity) return *identity_;
  const std::lock_guard lock{within_mutex_};
  return workspace_->relation(relation);
}

ComparedPair ReviewedRun::compared(const ReviewPair& pair) const {
  const PreparedRelation& relation = prepared(pair.relation);
  const std::shared_ptr<const PreparedRelation> shared{std::shared_ptr<void>{}, &relation};
  return {{}, shared, *relation.left->find(pair.left), *relation.right->find(pair.right)};
}

std::shared_ptr<const ExplainedPair> ReviewedRun::explained(const ReviewPair& pair) const {
  return explained_.of(pair, [&] {
    const ComparedPair rows = compared(pair);
    ExplainedPair explained{rows.ledger(), std::nullopt};
    if (pair.relation == Relation::identity)
      explained.dna = dna_view(families(), options_.parameters, reference_, *rows.relation->left,
                               rows.left, *rows.relation->right, rows.right);
    return explained;
  });
}

ComparedPair ReviewedRun::compared_alone(const ReviewPair& pair,
                                         const MatchOptions& options) const {
  const auto table_of = [&](std::vector<TraitTable::Row> rows) {
    return std::make_shared<const TraitTable>(std::move(rows));
  };
  ComparedPair compared;
  if (pair.relation == Relation::identity) {
    compared.alone = {table_of({row(pair, pair.left)}), table_of({row(pair, pair.right)})};
  } else {
    compared.alone[0] = table_of({row(pair, pair.left), row(pair, pair.right)});
    compared.alone[1] = compared.alone[0];
  }
  const auto& [lefts, rights] = compared.alone;
  compared.left = *lefts->find(pair.left);  // a table sorts its rows
  compared.right = *rights->find(pair.right);
  compared.relation = std::make_shared<const PreparedRelation>(prepare_relation(
      pair.relation, *lefts, *rights, reference_, options, snapshot_.dna.families));
  return compared;
}

double ReviewedRun::prior_of(const ReviewPair& pair) const {
  if (pair.relation == Relation::identity)
    return prior_.pair(*identity_->left->find(pair.left), *identity_->right->find(pair.right));
  const PreparedRelation& relation = prepared(pair.relation);
  const std::lock_guard lock{within_mutex_};
  auto& prior = within_[static_cast<std::size_t>(pair.relation)];
  if (!prior) prior.emplace(pair.relation, *relation.left, options_.parameters);
  const double odds =
      prior->odds(*relation.left->find(pair.left), *relation.right->find(pair.right));
  return odds / (1 + odds);
}

}  // namespace confronta::app::review
