#include "engine/infer/doubts.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/infer/merge.h"
#include "engine/prepare.h"

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

/// All partners of a left row at once: a model may do its work once a row.
void add_totals(const PreparedRelation& prepared, RowId selected,
                const std::vector<std::pair<RowId, RowId>>& partners, RowId left,
                std::vector<ScoredPair>& pairs) {
  std::vector<RowId> rights;
  for (const auto& [row, wanted] : partners) rights.push_back(row);
  std::vector<Score> totals(rights.size());
  for (const auto& model : prepared.models) model->add(selected, rights, totals);
  for (std::size_t k = 0; k < partners.size(); ++k)
    pairs.push_back({left, partners[k].second, totals[k]});
}

}  // namespace

std::vector<ScoredPair> score_doubts(const Doubts& doubts, const TraitTable& reports,
                                     const TraitTable& remains, const ScoredRelation& scored,
                                     const ReferenceSet& reference, const MatchOptions& options,
                                     const genetics::Families& families) {
  if (doubts.reports.empty() && doubts.remains.empty()) return {};
  const Side left{reports, doubts.reports};
  const Side right{remains, doubts.remains};
  std::set<std::pair<RowId, RowId>> wanted;
  for (const ScoredPair& pair : scored.pairs)
    for (const RowId l : left.forms(pair.left))
      for (const RowId r : right.forms(pair.right))
        if (l >= reports.size() || r >= remains.size()) wanted.emplace(l, r);
  std::set<RowId> lefts, rights;
  for (const auto& [l, r] : wanted) {
    lefts.insert(l);
    rights.insert(r);
  }
  const Selection left_rows{left, lefts};
  const Selection right_rows{right, rights};
  const PreparedRelation prepared = prepare_relation(
      Relation::identity, left_rows.table(), right_rows.table(), reference, options, families);
  std::vector<ScoredPair> pairs;
  for (auto at = wanted.begin(); at != wanted.end();) {
    const RowId l = at->first;
    std::vector<std::pair<RowId, RowId>> partners;  // as selected, as wanted
    for (; at != wanted.end() && at->first == l; ++at)
      partners.emplace_back(right_rows.find(at->second), at->second);
    std::sort(partners.begin(), partners.end());
    add_totals(prepared, left_rows.find(l), partners, l, pairs);
  }
  std::sort(pairs.begin(), pairs.end(), [](const ScoredPair& a, const ScoredPair& b) {
    return std::tie(a.left, a.right) < std::tie(b.left, b.right);
  });
  return pairs;
}

}  // namespace confronta
