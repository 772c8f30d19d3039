#include "engine/infer/doubts.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "engine/infer/merge.h"
#include "engine/prepare.h"
#include "engine/score/totals.h"

namespace confronta {
namespace {

/// One side: its rows, and the row that stands for the doubt of each.
class Side {
 public:
  Side(const TraitTable& table, const std::vector<Doubt>& doubts)
      : table_(table), doubts_(doubts), one_of_(table.size(), 0) {
    for (std::uint32_t d = 0; d < doubts.size(); ++d)
      one_of_[doubts[d].a] = one_of_[doubts[d].b] = table.size() + d;
  }

  /// The row, and what stands for it and its twin.
  std::vector<RowId> forms(RowId row) const {
    return one_of_[row] == 0 ? std::vector<RowId>{row} : std::vector<RowId>{row, one_of_[row]};
  }

  TraitTable::Row row(RowId row) const {
    if (row < table_.size()) return table_.row(row);
    const Doubt& doubt = doubts_[row - table_.size()];
    return joined_row(table_.row(doubt.a), table_.row(doubt.b));
  }

 private:
  const TraitTable& table_;
  const std::vector<Doubt>& doubts_;
  std::vector<RowId> one_of_;
};

/// The rows with these numbers as a table of their own.
class Selection {
 public:
  Selection(const Side& side, const std::set<RowId>& rows) {
    std::vector<TraitTable::Row> selected;
    for (const RowId row : rows) {
      selected.push_back(side.row(row));
      ids_.emplace_back(row, selected.back().id);
    }
    table_ = TraitTable{std::move(selected)};
  }
  const TraitTable& table() const { return table_; }
  RowId find(RowId row) const {
    const auto at =
        std::lower_bound(ids_.begin(), ids_.end(), row,
                         [](const auto& id, RowId wanted) { return id.first < wanted; });
    return *table_.find(at->second);
  }

 private:
  std::vector<std::pair<RowId, std::string>> ids_;
  TraitTable table_;
};

/// One left row and the right rows that it is to be scored against.
struct Wanted {
  RowId left = 0;
  std::vector<RowId> rights;  // in order
};

/// All partners of a left row at once: a model may do its work once a row.
std::vector<ScoredPair> totals_of(const PreparedRelation& prepared, const Wanted& wanted,
                                  const Selection& lefts, const Selection& rights) {
  std::vector<std::pair<RowId, RowId>> partners;  // as selected, as wanted
  for (const RowId right : wanted.rights) partners.emplace_back(rights.find(right), right);
  std::sort(partners.begin(), partners.end());
  std::vector<RowId> selected;
  for (const auto& [row, right] : partners) selected.push_back(row);
  std::vector<Score> totals(selected.size());
  const RowId left = lefts.find(wanted.left);
  for (const auto& model : prepared.models) model->add(left, selected, totals);
  std::vector<ScoredPair> pairs;
  for (std::size_t k = 0; k < partners.size(); ++k)
    pairs.push_back({wanted.left, partners[k].second, totals[k]});
  std::sort(pairs.begin(), pairs.end(),
            [](const ScoredPair& a, const ScoredPair& b) { return a.right < b.right; });
  return pairs;
}

}  // namespace

std::vector<ScoredPair> score_doubts(const Doubts& doubts, const TraitTable& reports,
                                     const TraitTable& remains, const ScoredRelation& scored,
                                     const ReferenceSet& reference, const MatchOptions& options,
                                     const genetics::Families& families, FamilyTables* known) {
  if (doubts.reports.empty() && doubts.remains.empty()) return {};
  const Side left{reports, doubts.reports};
  const Side right{remains, doubts.remains};
  std::set<std::pair<RowId, RowId>> pairs_wanted;
  for (const ScoredPair& pair : scored.pairs)
    for (const RowId l : left.forms(pair.left))
      for (const RowId r : right.forms(pair.right))
        if (l >= reports.size() || r >= remains.size()) pairs_wanted.emplace(l, r);
  std::vector<Wanted> wanted;
  std::set<RowId> lefts, rights;
  for (const auto& [l, r] : pairs_wanted) {
    if (wanted.empty() || wanted.back().left != l) wanted.push_back({l, {}});
    wanted.back().rights.push_back(r);
    lefts.insert(l);
    rights.insert(r);
  }
  const Selection left_rows{left, lefts};
  const Selection right_rows{right, rights};
  const PreparedRelation prepared =
      prepare_relation(Relation::identity, left_rows.table(), right_rows.table(), reference,
                       options, families, known);
  // A left row may bring a family whose tables take milliseconds.
  std::vector<std::vector<ScoredPair>> by_left(wanted.size());
  const auto count = static_cast<std::int64_t>(wanted.size());
#pragma omp parallel for num_threads(thread_count(options.threads)) schedule(dynamic, 1)
  for (std::int64_t index = 0; index < count; ++index) {
    const auto at = static_cast<std::size_t>(index);
    by_left[at] = totals_of(prepared, wanted[at], left_rows, right_rows);
  }
  std::vector<ScoredPair> pairs;
  for (const std::vector<ScoredPair>& of_one : by_left)
    pairs.insert(pairs.end(), of_one.begin(), of_one.end());
  return pairs;
}

}  // namespace confronta
