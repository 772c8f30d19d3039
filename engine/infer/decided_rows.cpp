#include "engine/infer/decided_rows.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "engine/kin/dna_names.h"
#include "engine/score/likelihood_ratio.h"
#include "engine/score/totals.h"

namespace confronta {
namespace {

/// The row of every subject of a merged table.
class RowsOfSubjects {
 public:
  explicit RowsOfSubjects(const TraitTable& table) : table_(table) {
    for (RowId row = 0; row < table.size(); ++row)
      for (const std::string& member : table.row(row).members) rows_.emplace(member, row);
  }
  std::optional<RowId> find(const std::string& subject) const {
    const auto at = rows_.find(subject);
    return at == rows_.end() ? table_.find(subject) : at->second;
  }

 private:
  const TraitTable& table_;
  std::unordered_map<std::string_view, RowId> rows_;
};

}  // namespace

bool was_seen(const TraitTable::Row& row, const std::vector<std::string>& names,
              const genetics::Families& families) {
  const auto seen = [&](const std::string& id) {
    return std::binary_search(names.begin(), names.end(), id);
  };
  const std::vector<std::string> dna = dna_names(row, families);
  if (!std::all_of(dna.begin(), dna.end(), seen)) return false;
  return row.members.empty() ? seen(row.id)
                             : std::all_of(row.members.begin(), row.members.end(), seen);
}

DecidedRows::DecidedRows(const std::vector<DecidedPair>& pairs, const TraitTable& reports,
                         const TraitTable& remains, const genetics::Families& families) {
  if (pairs.empty()) return;
  const RowsOfSubjects left_rows{reports};
  const RowsOfSubjects right_rows{remains};
  std::set<std::pair<RowId, RowId>> contradicted;
  for (const DecidedPair& pair : pairs) {
    if (pair.pair.relation != Relation::identity) continue;
    const auto left = left_rows.find(pair.pair.left);
    const auto right = right_rows.find(pair.pair.right);
    if (!left || !right) continue;
    if (pair.decided == Decided::excluded &&
        !(was_seen(reports.row(*left), pair.seen, families) &&
          was_seen(remains.row(*right), pair.seen, families))) {
      ++outgrown;
      continue;
    }
    Decided& present = pairs_.try_emplace({*left, *right}, pair.decided).first->second;
    if ((present == Decided::excluded) != (pair.decided == Decided::excluded))
      contradicted.emplace(*left, *right);
    else if (pair.decided == Decided::certain)
      present = Decided::certain;
  }
  contradictory = contradicted.size();
  for (const auto& rows : contradicted) pairs_.erase(rows);
  for (const auto& [rows, decided] : pairs_)
    if (decided == Decided::certain) {
      certain_left_.insert(rows.first);
      certain_right_.insert(rows.second);
    }
}

Decided DecidedRows::of(RowId left, RowId right) const {
  const auto at = pairs_.find({left, right});
  return at == pairs_.end() ? Decided::no : at->second;
}

void add_decided_pairs(const DecidedRows& decided, const PreparedRelation& relation,
                       const std::vector<double>& left_weights,
                       const std::vector<double>& right_weights, ScoredRelation& scored) {
  if (decided.empty()) return;
  const LikelihoodRatios lr;
  const auto by_rows = [](const ScoredPair& a, const ScoredPair& b) {
    return std::pair{a.left, a.right} < std::pair{b.left, b.right};
  };
  std::vector<ScoredPair> missing;
  for (const auto& [rows, how] : decided.pairs()) {
    if (how == Decided::excluded) continue;
    const ScoredPair pair{rows.first, rows.second, total_of(relation, rows.first, rows.second)};
    if (std::binary_search(scored.pairs.begin(), scored.pairs.end(), pair, by_rows)) continue;
    const auto take_out = [&](std::vector<double>& rests, RowId row, double weight) {
      rests[row] = std::max(0.0, rests[row] - weight * lr(pair.score));
    };
    take_out(scored.rest_of_left, pair.left, right_weights[pair.right]);
    take_out(scored.rest_of_right, pair.right, left_weights[pair.left]);
    missing.push_back(pair);
  }
  scored.pairs.insert(scored.pairs.end(), missing.begin(), missing.end());
  std::sort(scored.pairs.begin(), scored.pairs.end(), by_rows);
}

}  // namespace confronta
